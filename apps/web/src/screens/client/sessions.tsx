import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../acts/use-act.js';
import { cancelSession, completeSession } from '../../api-client/calls.js';
import { sessionsQuery } from '../../api-client/queries.js';
import type { ClientView, KetamineSessionView } from '../../api-client/views.js';
import { Button } from '../../parts/button.js';
import { Confirm } from '../../parts/confirm.js';
import { Empty } from '../../parts/empty.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { notify } from '../../parts/toast.js';
import { TheirClock } from '../../parts/two-clocks.js';
import { useHere } from '../../shell/use-me.js';
import { useIsWriter } from '../../shell/use-roles.js';
import { dayAndClock, zoneName } from '../../when.js';
import { say } from '../../words.js';
import { MoveSession } from './move-session.js';
import { RecordSession } from './record-session.js';

type Doing = { session: KetamineSessionView; what: 'move' | 'cancelled' | 'no_show' } | null;

/** The ketamine sessions, newest first, and what can be said of each. */
export function Sessions({ client }: { client: ClientView }) {
  const here = useHere();
  const isWriter = useIsWriter();
  const sessions = useQuery(sessionsQuery(client.id));
  const [isRecording, record] = useState(false);
  const [doing, act] = useState<Doing>(null);
  const newestFirst = [...(sessions.data ?? [])].sort((a, b) => b.heldAt.localeCompare(a.heldAt));
  return (
    <section aria-labelledby="sessions">
      <div className="section-head">
        <h2 id="sessions">{say('section.sessions')}</h2>
        <p>{say('today.whose', { zone: zoneName(here) })}</p>
        {isWriter && (
          <Button small icon={<Plus size={16} aria-hidden="true" />} onPress={() => record(true)}>
            {say('sessions.record')}
          </Button>
        )}
      </div>
      {sessions.isPending && <Loading />}
      {sessions.error && <Failure error={sessions.error} retry={() => void sessions.refetch()} />}
      {sessions.data?.length === 0 && (
        <Empty>{say(isWriter ? 'sessions.none' : 'sessions.noneToRead')}</Empty>
      )}
      {newestFirst.length > 0 && (
        <div className="card">
          <table className="rows">
            <caption className="sr">{say('section.sessions')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('sessions.when')}</th>
                <th scope="col">{say('sessions.number')}</th>
                <th scope="col">{say('sessions.route')}</th>
                <th scope="col">{say('column.status')}</th>
                <th scope="col">
                  <span className="sr">{say('column.acts')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {newestFirst.map((session) => (
                <Row
                  key={session.id}
                  session={session}
                  client={client}
                  onAct={(what) => act({ session, what })}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {isRecording && <RecordSession client={client} onClose={() => record(false)} />}
      {doing?.what === 'move' && <MoveSession session={doing.session} onClose={() => act(null)} />}
      {doing && doing.what !== 'move' && (
        <Cancel session={doing.session} isNoShow={doing.what === 'no_show'} onClose={() => act(null)} />
      )}
    </section>
  );
}

function Row({
  session,
  client,
  onAct,
}: {
  session: KetamineSessionView;
  client: ClientView;
  onAct(what: 'move' | 'cancelled' | 'no_show'): void;
}) {
  const isWriter = useIsWriter();
  const complete = useAct(() => completeSession(session.id, session.version), {
    refresh: [['client', client.id], ['today']],
    done: () => notify(say('happened.did.completed', { name: client.name })),
  });
  const hasBegun = Date.parse(session.heldAt) <= Date.now();
  return (
    <tr>
      <th scope="row">
        {dayAndClock(session.heldAt, session.timeZone)}
        <small>
          <TheirClock
            at={session.heldAt}
            here={session.timeZone}
            there={client.timeZone}
            name={client.name}
          />
        </small>
      </th>
      <td data-label={say('sessions.number')} className="num">
        {session.numberInSeries}
      </td>
      <td data-label={say('sessions.route')}>
        {say('sessions.routeAt', {
          route: say(`route.${session.route}`),
          setting: say(`setting.${session.setting}`),
        })}
      </td>
      <td data-label={say('column.status')}>
        {say(
          session.status === 'planned' && hasBegun
            ? 'sessionStatus.asked'
            : `sessionStatus.${session.status}`,
        )}
      </td>
      <td className="row-acts">
        {isWriter && session.status === 'planned' && (
          <>
            {hasBegun && (
              <Button small isPending={complete.isPending} onPress={() => complete.run()}>
                {say('happened.completed')}
              </Button>
            )}
            {hasBegun && (
              <Button small onPress={() => onAct('no_show')}>
                {say('happened.noShow')}
              </Button>
            )}
            <Button small onPress={() => onAct('move')}>
              {say('act.move')}
            </Button>
            <Button small onPress={() => onAct('cancelled')}>
              {say('act.cancelIt')}
            </Button>
          </>
        )}
        {complete.error && <Failure error={complete.error} isAct />}
      </td>
    </tr>
  );
}

function Cancel({
  session,
  isNoShow,
  onClose,
}: {
  session: KetamineSessionView;
  isNoShow: boolean;
  onClose(): void;
}) {
  const act = useAct(() => cancelSession(session.id, session.version, isNoShow), {
    refresh: [['client', session.clientId], ['today']],
    done: () => {
      notify(say(isNoShow ? 'sessions.didNoShow' : 'sessions.didCancel'));
      onClose();
    },
  });
  return (
    <Confirm
      title={say(isNoShow ? 'sessions.noShowTitle' : 'sessions.cancelTitle')}
      label={say(isNoShow ? 'happened.noShow' : 'sessions.cancelIt')}
      act={act}
      onClose={onClose}
    >
      <p>
        {dayAndClock(session.heldAt, session.timeZone)}, {zoneName(session.timeZone)}
      </p>
      <p>{say('sessions.cancelWhat')}</p>
    </Confirm>
  );
}
