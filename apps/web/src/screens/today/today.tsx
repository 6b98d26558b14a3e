import './today.css';
import { useQuery } from '@tanstack/react-query';
import { todayQuery } from '../../api-client/queries.js';
import type { TodayView } from '../../api-client/views.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { PageHead } from '../../shell/page-head.js';
import { useHere } from '../../shell/use-me.js';
import { useTitle } from '../../shell/use-title.js';
import { longDay, zoneName } from '../../when.js';
import { say } from '../../words.js';
import { Flags } from '../flag/flag-card.js';
import { CallBacks } from './call-backs.js';
import { CallsTable } from './calls-table.js';
import { DeliveryTasks } from './delivery-tasks.js';
import { DidItHappen } from './did-it-happen.js';
import { EmptyRosters } from './empty-rosters.js';
import { GoingOut } from './going-out.js';
import { GoneQuiet } from './gone-quiet.js';
import { NextCall } from './next-call.js';
import { NoNextCall } from './no-next-call.js';
import { hasYetToEnd } from './has-yet-to-end.js';
import { SetupBanner } from '../welcome/setup-banner.js';
import { ToRead } from './to-read.js';
import { TodayKeys } from './today-keys.js';

/** The day: who needs a person, whom one sees next, what to answer, what goes out. */
export function Today() {
  useTitle(say('today.name'));
  const here = useHere();
  const today = useQuery(todayQuery());
  const day = today.data;
  return (
    <>
      <PageHead title={longDay(day?.now ?? new Date(), day?.timeZone ?? here)}>
        {day && `${say('today.left', { n: callsLeft(day) })} `}
        {say('today.whose', { zone: zoneName(day?.timeZone ?? here) })}
      </PageHead>
      <SetupBanner />
      {today.error && <Failure error={today.error} retry={() => void today.refetch()} />}
      {today.isPending && <Loading rows={8} />}
      {day && <Day day={day} />}
    </>
  );
}

function Day({ day }: { day: TodayView }) {
  return (
    <div className="today">
      {/* First also for who does not see where it stands. */}
      <Flags flags={day.flags} />
      <div className="today-main">
        {day.nextCall && <NextCall call={day.nextCall} now={day.now} here={day.timeZone} />}
        {/* Somebody else's calls may be left: then the table says so. */}
        {!day.nextCall && callsLeft(day) === 0 && <NoCallsLeft day={day} />}
        <ToRead day={day} />
        <CallsTable day={day} />
        <DidItHappen waiting={day.didItHappen} />
        <TodayKeys />
      </div>
      <div className="today-side">
        <EmptyRosters empty={day.emptyRosters} />
        <CallBacks waiting={day.callBacks} here={day.timeZone} />
        <DeliveryTasks tasks={day.deliveryTasks} here={day.timeZone} />
        <GoingOut prompts={day.goingOut} here={day.timeZone} />
        <GoneQuiet clients={day.goneQuiet} here={day.timeZone} />
        <NoNextCall clients={day.noNextCall} here={day.timeZone} />
      </div>
    </div>
  );
}

function NoCallsLeft({ day }: { day: TodayView }) {
  return (
    <section className="card pad">
      <h2>{say(day.calls.length > 0 ? 'today.allDone' : 'today.noCalls')}</h2>
      <p className="quiet">{say('today.noCallsNext')}</p>
    </section>
  );
}

const callsLeft = (day: TodayView) => day.calls.filter((call) => hasYetToEnd(call, day.now)).length;
