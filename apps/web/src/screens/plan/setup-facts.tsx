import { useQuery } from '@tanstack/react-query';
import { locationsQuery } from '../../api-client/queries-clinic.js';
import type { ClientView, KetamineSessionView } from '../../api-client/views.js';
import { firstName } from '../../parts/two-clocks.js';
import { useHere, useMe } from '../../shell/use-me.js';
import { clock, day, dayAndClock, isSameClock, wallClock, zoneName, zonePlace } from '../../when.js';
import { say } from '../../words-plan.js';
import { offsetAt } from './timeline-layout.js';

interface SetupFactsProps {
  client: ClientView;
  session: KetamineSessionView | undefined;
  reach: { prompts: number; days: number } | null;
  now: string;
}

/** What the plan hangs on: the session on both clocks, the client's clock, quiet hours and whose they are, how far it reaches. */
export function SetupFacts({ client, session, reach, now }: SetupFactsProps) {
  const here = useHere();
  const name = firstName(client.name);
  return (
    <dl className="setup-facts card">
      <div>
        <dt>{say('planner.session')}</dt>
        <SessionFact client={client} session={session} />
      </div>
      <div>
        <dt>{say('planner.clock', { name })}</dt>
        <dd>
          {say('planner.place', { place: zonePlace(client.timeZone), zone: zoneName(client.timeZone) })}
          <small>{aheadWords(now, here, client.timeZone)}</small>
        </dd>
      </div>
      <div>
        <dt>{say('planner.quiet')}</dt>
        <QuietFact client={client} />
      </div>
      <div>
        <dt>{say('planner.reach')}</dt>
        <dd>
          {reach ? say('planner.reachOf', reach) : '…'}
          <small>{say('planner.caps')}</small>
        </dd>
      </div>
    </dl>
  );
}

function SessionFact({ client, session }: Pick<SetupFactsProps, 'client' | 'session'>) {
  if (!session)
    return (
      <dd>
        {say('planner.noSession')}
        <small>{say('planner.noSessionWhat')}</small>
      </dd>
    );
  const { heldAt, timeZone } = session;
  const zone = zoneName(timeZone);
  const name = firstName(client.name);
  return (
    <dd className="num">
      {dayAndClock(heldAt, timeZone)}
      <small>
        {isSameClock(heldAt, timeZone, client.timeZone)
          ? say('planner.sessionSame', { zone, name })
          : say('planner.sessionTheirs', { zone, time: theirTime(heldAt, timeZone, client.timeZone), name })}
      </small>
    </dd>
  );
}

/** The time alone where it is the same day there. */
const theirTime = (at: string, here: string, there: string) =>
  day(at, here) === day(at, there) ? clock(at, there) : dayAndClock(at, there);

function QuietFact({ client }: { client: ClientView }) {
  const { location } = useMe().clinic;
  const locations = useQuery({ ...locationsQuery(), enabled: !client.quietHours });
  const own = client.quietHours;
  const clinics = locations.data?.find(({ id }) => id === location.id);
  const hours = own ?? (clinics && { from: clinics.quietFrom, to: clinics.quietTo });
  if (!hours) return <dd>{say('planner.quietUnknown')}</dd>;
  return (
    <dd className="num">
      {say('planner.quietFrom', { from: wallClock(hours.from), to: wallClock(hours.to) })}
      <small>
        {own
          ? say('planner.quietOwn', { name: firstName(client.name) })
          : say('planner.quietClinic', { place: location.name })}
      </small>
    </dd>
  );
}

function aheadWords(now: string, here: string, there: string): string {
  const at = Date.parse(now);
  const minutes = offsetAt(at, there) - offsetAt(at, here);
  if (minutes === 0) return say('planner.sameClock');
  const all = Math.abs(minutes);
  const hours =
    all % 60 === 0
      ? say('planner.hours', { hours: all / 60 })
      : say('planner.hoursAndMinutes', { hours: Math.floor(all / 60), minutes: all % 60 });
  return say(minutes > 0 ? 'planner.ahead' : 'planner.behind', { hours });
}
