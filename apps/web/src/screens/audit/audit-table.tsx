import { Ban, Lock, LockOpen } from 'lucide-react';
import type { AuditEventView } from '../../api-client/views-clinic.js';
import { day, secondsClock } from '../../when.js';
import { say } from '../../words-audit.js';
import { actionWords } from './action-words.js';

interface AuditTableProps {
  events: AuditEventView[];
  here: string;
  onClient(id: string): void;
}

/** Newest first, on the clinic's clock and in UTC, as the rows are kept. */
export function AuditTable({ events, here, onClient }: AuditTableProps) {
  return (
    <div className="card">
      <table className="rows audit-table">
        <caption className="sr">{say('audit.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('sessions.when')}</th>
            <th scope="col">{say('audit.who')}</th>
            <th scope="col">{say('audit.action')}</th>
            <th scope="col">{say('audit.about')}</th>
            <th scope="col">{say('audit.details')}</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.id}>
              <th scope="row" className="num">
                <time dateTime={event.at}>
                  {day(event.at, here)}, {secondsClock(event.at, here)}
                </time>
                <small>{say('audit.utc', { time: new Date(event.at).toISOString().slice(11, 19) })}</small>
              </th>
              <td data-label={say('audit.who')}>
                <Who event={event} />
              </td>
              <td data-label={say('audit.action')}>
                {actionWords(event.action)}
                {event.outcome === 'refused' && (
                  <span className="fact-line refused">
                    <Ban size={14} aria-hidden="true" />
                    {say('audit.outcome.refused')}
                  </span>
                )}
              </td>
              <td data-label={say('audit.about')}>
                <About event={event} onClient={onClient} />
              </td>
              <td data-label={say('audit.details')} className="audit-details">
                <Details event={event} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Who({ event: { actorKind, actorName, roles, job } }: { event: AuditEventView }) {
  switch (actorKind) {
    case 'staff':
      return (
        <>
          {actorName ?? say('audit.unknownPerson')}
          <small>{roles.map((role) => say(`role.${role}`)).join(', ')}</small>
        </>
      );
    case 'client':
      return <>{say('audit.aClient')}</>;
    case 'system':
      return (
        <>
          {say('shell.brand')}
          {job && <small>{job}</small>}
        </>
      );
  }
}

const SHOWN = 3;

function About({ event, onClient }: { event: AuditEventView; onClient(id: string): void }) {
  const { clients, subjectCount } = event;
  if (clients.length === 0)
    return subjectCount > 1 ? (
      <span className="quiet num">{say('audit.rows', { n: subjectCount })}</span>
    ) : null;
  return (
    <>
      {clients.slice(0, SHOWN).map(({ id, name }) => (
        <button key={id} type="button" className="text-button" onClick={() => onClient(id)}>
          {name}
          <span className="sr"> {say('audit.onlyThisClient')}</span>
        </button>
      ))}
      {clients.length > SHOWN && <small>{say('audit.andMore', { n: clients.length - SHOWN })}</small>}
    </>
  );
}

function Details({ event }: { event: AuditEventView }) {
  const Icon = event.sealed ? Lock : LockOpen;
  const facts = [
    [say('audit.code'), event.action],
    [say('audit.operation'), event.operation],
    [say('audit.subject'), say('audit.subjectOf', { what: event.subjectType, n: event.subjectCount })],
    [say('audit.ip'), event.ip],
    [say('audit.requestId'), event.requestId],
  ] as const;
  return (
    <details>
      <summary>
        <Icon size={14} aria-hidden="true" />
        {say(event.sealed ? 'audit.isSealed' : 'audit.isNotSealed')}
      </summary>
      <dl>
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </details>
  );
}
