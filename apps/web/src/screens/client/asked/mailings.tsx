import { useQuery } from '@tanstack/react-query';
import { mailingsQuery } from '../../../api-client/calls-delivery.js';
import type { ClientMailingView } from '../../../api-client/mailing.types.js';
import { ApiProblem } from '../../../api-client/request.js';
import type { ClientView } from '../../../api-client/views.js';
import { Empty } from '../../../parts/empty.js';
import { Failure } from '../../../parts/failure.js';
import { Loading } from '../../../parts/loading.js';
import { firstName } from '../../../parts/two-clocks.js';
import { useHere } from '../../../shell/use-me.js';
import { useIsWriter } from '../../../shell/use-roles.js';
import { dayAndClock, zoneName } from '../../../when.js';
import { say } from '../../../words-delivery.js';
import { MailingActs } from './mailing-acts.js';
import { eventFor, openEvents, outcomeOf, reasonOf } from './mailing-outcome.rules.js';

/** Every e-mail to this client, newest first, and what became of it as far as anybody knows. */
export function Mailings({ client }: { client: ClientView }) {
  const here = useHere();
  const mailings = useQuery(mailingsQuery(client.id));
  const isOutOfReach = mailings.error instanceof ApiProblem && mailings.error.status === 404;
  return (
    <section aria-labelledby="sent">
      <div className="section-head">
        <h2 id="sent">{say('sent.title')}</h2>
        <p>{say('sent.what', { zone: zoneName(here) })}</p>
      </div>
      {mailings.isPending && <Loading />}
      {isOutOfReach && <Empty>{say('sent.notYours', { name: firstName(client.name) })}</Empty>}
      {mailings.error && !isOutOfReach && (
        <Failure error={mailings.error} retry={() => void mailings.refetch()} />
      )}
      {mailings.data?.length === 0 && <Empty>{say('sent.none')}</Empty>}
      {mailings.data && mailings.data.length > 0 && (
        <MailingTable mailings={mailings.data} client={client} here={here} />
      )}
    </section>
  );
}

interface MailingTableProps {
  mailings: ClientMailingView[];
  client: ClientView;
  here: string;
}

function MailingTable({ mailings, client, here }: MailingTableProps) {
  const isWriter = useIsWriter();
  return (
    <table className="card rows">
      <thead>
        <tr>
          <th scope="col">{say('sent.when')}</th>
          <th scope="col">{say('sent.which')}</th>
          <th scope="col">{say('sent.became')}</th>
          <th scope="col">
            <span className="sr">{say('column.acts')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {mailings.map((mailing) => (
          <tr key={mailing.id}>
            <td className="num" data-label={say('sent.when')}>
              {mailing.at && dayAndClock(mailing.at, here)}
            </td>
            <th scope="row">
              {mailing.promptTitle ?? say(`sent.kind.${mailing.kind}`)}
              {mailing.promptTitle && <small>{say(`sent.kind.${mailing.kind}`)}</small>}
            </th>
            <td className="became" data-label={say('sent.became')}>
              <div>
                <Became mailing={mailing} here={here} />
              </div>
            </td>
            <td className="row-acts">{isWriter && <MailingActs mailing={mailing} client={client} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Became({ mailing, here }: { mailing: ClientMailingView; here: string }) {
  const outcome = outcomeOf(mailing);
  const event = eventFor(mailing.events);
  const code = event ? event.statusCode : outcome === 'failed' ? mailing.code : null;
  // While it is under way there is nothing to ask anybody.
  const reason = outcome === 'delayed' ? null : reasonOf(code);
  const isOver = event?.settledAt && openEvents(mailing.events).length === 0;
  return (
    <>
      {say(`sent.became.${outcome}`)}
      {event && outcome !== 'delayed' && `, ${dayAndClock(event.at, here)}`}
      {reason && (
        <small>
          {say(`bounce.${reason}`)} {say('sent.code', { code: code ?? '' })}
        </small>
      )}
      {isOver && <small>{say('sent.seenTo', { time: dayAndClock(event.settledAt ?? '', here) })}</small>}
    </>
  );
}
