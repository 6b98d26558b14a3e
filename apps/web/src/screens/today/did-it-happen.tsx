import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useAct } from '../../acts/use-act.js';
import { cancelSession, completeSession } from '../../api-client/calls.js';
import type { TodayView } from '../../api-client/views.js';
import { Button } from '../../parts/button.js';
import { Failure } from '../../parts/failure.js';
import { notify } from '../../parts/toast.js';
import { useIsWriter } from '../../shell/use-roles.js';
import { dayAndClock, zoneName } from '../../when.js';
import { say } from '../../words.js';

const MoveSession = lazy(() =>
  import('../client/move-session.js').then((module) => ({ default: module.MoveSession })),
);

type Waiting = TodayView['didItHappen'][number];

/** Until somebody says so, nothing about a ketamine session goes out. */
export function DidItHappen({ waiting }: { waiting: Waiting[] }) {
  const isWriter = useIsWriter();
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="happened">
      <div className="section-head">
        <h2 id="happened">{say('happened.title')}</h2>
        <p>{say(isWriter ? 'happened.why' : 'happened.whyToRead')}</p>
      </div>
      <ul className="card happened">
        {waiting.map((each) => (
          <li key={each.session.id}>
            <Session {...each} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type Outcome = 'completed' | 'no_show' | 'cancelled';

function Session({ session, client }: Waiting) {
  const [isMoving, move] = useState(false);
  const isWriter = useIsWriter();
  const act = useAct(
    (outcome: Outcome) =>
      outcome === 'completed'
        ? completeSession(session.id, session.version)
        : cancelSession(session.id, session.version, outcome === 'no_show'),
    {
      refresh: [['today'], ['client', client.id]],
      done: (_session, outcome) => notify(say(`happened.did.${outcome}`, { name: client.name })),
    },
  );
  const forClient = <span className="sr"> {say('for.client', { name: client.name })}</span>;
  return (
    <>
      <p>
        <Link to="/clients/$clientId" params={{ clientId: client.id }} className="strong">
          {client.name}
        </Link>
        <small>
          {say('happened.facts', {
            number: session.numberInSeries,
            route: say(`route.${session.route}`),
            time: dayAndClock(session.heldAt, session.timeZone),
            zone: zoneName(session.timeZone),
          })}
        </small>
      </p>
      {isWriter && (
        <div className="acts">
          <Button small isDisabled={act.isPending} onPress={() => act.run('completed')}>
            {say('happened.completed')}
            {forClient}
          </Button>
          <Button small isDisabled={act.isPending} onPress={() => act.run('no_show')}>
            {say('happened.noShow')}
            {forClient}
          </Button>
          <Button small isDisabled={act.isPending} onPress={() => act.run('cancelled')}>
            {say('happened.cancelled')}
            {forClient}
          </Button>
          <Button small isDisabled={act.isPending} onPress={() => move(true)}>
            {say('happened.moved')}
            {forClient}
          </Button>
        </div>
      )}
      {act.error && <Failure error={act.error} isAct />}
      {isMoving && (
        <Suspense>
          <MoveSession session={session} onClose={() => move(false)} />
        </Suspense>
      )}
    </>
  );
}
