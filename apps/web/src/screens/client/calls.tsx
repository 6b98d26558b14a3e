import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../acts/use-act.js';
import { cancelAppointment } from '../../api-client/calls.js';
import { appointmentsQuery } from '../../api-client/queries.js';
import type { AppointmentView, ClientView } from '../../api-client/views.js';
import { Button, LinkButton } from '../../parts/button.js';
import { ClosingNote } from '../../parts/closing-note.js';
import { Confirm } from '../../parts/confirm.js';
import { Dialog } from '../../parts/dialog.js';
import { Empty } from '../../parts/empty.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { notify } from '../../parts/toast.js';
import { TheirClock } from '../../parts/two-clocks.js';
import { useHere, useIsReader } from '../../shell/use-me.js';
import { useIsWriter } from '../../shell/use-roles.js';
import { dayAndClock, zoneName } from '../../when.js';
import { say } from '../../words.js';
import { BookCall } from './book-call.js';

const route = getRouteApi('/staff/shell/clients/$clientId');
type Doing = { call: AppointmentView; what: 'move' | 'cancel' | 'note' } | null;

/** Appointments: what is ahead first, then what was, newest first. */
export function Calls({ client }: { client: ClientView }) {
  const here = useHere();
  const isWriter = useIsWriter();
  const calls = useQuery(appointmentsQuery(client.id));
  const navigate = route.useNavigate();
  const { book } = route.useSearch();
  const [doing, act] = useState<Doing>(null);
  const openBooking = (isOpen: boolean) =>
    void navigate({ search: { section: 'calls', book: isOpen || undefined }, replace: true });
  const now = new Date().toISOString();
  const ordered = [...(calls.data ?? [])].sort((a, b) => b.startsAt.localeCompare(a.startsAt));
  const ahead = ordered.filter((call) => call.startsAt >= now).reverse();
  return (
    <section aria-labelledby="calls">
      <div className="section-head">
        <h2 id="calls">{say('section.calls')}</h2>
        <p>{say('today.whose', { zone: zoneName(here) })}</p>
        {isWriter && (
          <Button small icon={<Plus size={16} aria-hidden="true" />} onPress={() => openBooking(true)}>
            {say('calls.book')}
          </Button>
        )}
      </div>
      {calls.isPending && <Loading />}
      {calls.error && <Failure error={calls.error} retry={() => void calls.refetch()} />}
      {calls.data?.length === 0 && <Empty>{say(isWriter ? 'calls.none' : 'calls.noneToRead')}</Empty>}
      {ordered.length > 0 && (
        <div className="card">
          <table className="rows">
            <caption className="sr">{say('section.calls')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('column.time')}</th>
                <th scope="col">{say('calls.with')}</th>
                <th scope="col">{say('calls.note')}</th>
                <th scope="col">
                  <span className="sr">{say('column.acts')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {[...ahead, ...ordered.filter((call) => call.startsAt < now)].map((call) => (
                <Row
                  key={call.id}
                  call={call}
                  client={client}
                  isAhead={call.startsAt >= now}
                  onAct={(what) => act({ call, what })}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {book && isWriter && <BookCall client={client} onClose={() => openBooking(false)} />}
      {doing?.what === 'move' && <BookCall client={client} moving={doing.call} onClose={() => act(null)} />}
      {doing?.what === 'cancel' && <Cancel call={doing.call} client={client} onClose={() => act(null)} />}
      {doing?.what === 'note' && (
        <Dialog title={say('calls.note')} onClose={() => act(null)}>
          <ClosingNote appointment={doing.call} onSaved={() => act(null)} />
        </Dialog>
      )}
    </section>
  );
}

function Row({
  call,
  client,
  isAhead,
  onAct,
}: {
  call: AppointmentView;
  client: ClientView;
  isAhead: boolean;
  onAct(what: 'move' | 'cancel' | 'note'): void;
}) {
  const here = useHere();
  const isReader = useIsReader();
  const isWriter = useIsWriter();
  const isBooked = call.status === 'booked';
  return (
    <tr className={isBooked ? undefined : 'is-over'}>
      <th scope="row">
        {dayAndClock(call.startsAt, here)}
        <small className="then-theirs">
          {say('calls.minutes', { n: call.minutes })}{' '}
          <TheirClock at={call.startsAt} here={here} there={client.timeZone} name={client.name} />
        </small>
      </th>
      <td data-label={say('calls.with')}>{call.practitionerName}</td>
      <td data-label={say('calls.note')} className="note-cell">
        {isBooked
          ? (call.closingNote ?? (
              <span className="quiet">{say(isAhead ? 'calls.ahead' : 'calls.noNote')}</span>
            ))
          : say('calls.cancelled')}
      </td>
      <td className="row-acts">
        {isBooked && isReader && (
          <LinkButton small to="/appointments/$appointmentId/brief" params={{ appointmentId: call.id }}>
            {say('act.brief')}
          </LinkButton>
        )}
        {isBooked && isAhead && isWriter && (
          <Button small onPress={() => onAct('move')}>
            {say('act.move')}
          </Button>
        )}
        {isBooked && isAhead && isWriter && (
          <Button small onPress={() => onAct('cancel')}>
            {say('act.cancelIt')}
          </Button>
        )}
        {isBooked && !isAhead && isReader && (
          <Button small onPress={() => onAct('note')}>
            {say('calls.note')}
          </Button>
        )}
      </td>
    </tr>
  );
}

function Cancel({ call, client, onClose }: { call: AppointmentView; client: ClientView; onClose(): void }) {
  const here = useHere();
  const act = useAct(() => cancelAppointment(call.id), {
    refresh: [['client', client.id], ['today'], ['clients']],
    done: () => {
      notify(say('calls.didCancel'));
      onClose();
    },
  });
  return (
    <Confirm title={say('calls.cancelTitle')} label={say('calls.cancelIt')} act={act} onClose={onClose}>
      <p>
        {dayAndClock(call.startsAt, here)}, {zoneName(here)}
      </p>
      <p>{say('calls.cancelWhat')}</p>
    </Confirm>
  );
}
