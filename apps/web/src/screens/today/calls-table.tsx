import './calls.css';
import { Link } from '@tanstack/react-router';
import { BedDouble, ShieldAlert } from 'lucide-react';
import type { TodayCallView, TodayView } from '../../api-client/views.js';
import { SparkLine } from '../../charts/spark-line.js';
import { LinkButton } from '../../parts/button.js';
import { dayWords } from '../../parts/course-words.js';
import { TheirClock } from '../../parts/two-clocks.js';
import { useIsReader } from '../../shell/use-me.js';
import { clock } from '../../when.js';
import { say } from '../../words.js';
import { hasYetToEnd } from './has-yet-to-end.js';

export function CallsTable({ day }: { day: TodayView }) {
  const isReader = useIsReader();
  if (day.calls.length === 0) return null;
  return (
    <section aria-labelledby="calls">
      <div className="section-head">
        <h2 id="calls">{say('today.calls')}</h2>
        <p>{say('today.inOrder')}</p>
        {isReader && <p className="legend">{say('today.easeLegend')}</p>}
        {isReader && day.calls.some(({ mine }) => mine) && (
          <LinkButton small kind="plain" to="/briefs/today">
            {say('today.printBriefs')}
          </LinkButton>
        )}
      </div>
      <div className="card">
        <table className="calls">
          <caption className="sr">{say('today.calls')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('column.time')}</th>
              <th scope="col">{say('column.client')}</th>
              {isReader && <th scope="col">{say('column.sinceLastCall')}</th>}
              {isReader && (
                <th scope="col" className="ease">
                  {say('checkIn.ease')}
                </th>
              )}
              <th scope="col">{say('column.toKnow')}</th>
              <th scope="col">
                <span className="sr">{say('column.open')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {day.calls.map((call) => (
              <CallRow key={call.appointmentId} call={call} day={day} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function CallRow({ call, day }: { call: TodayCallView; day: TodayView }) {
  const { client } = call;
  const isReader = useIsReader();
  const isNext = call.appointmentId === day.nextCall?.appointmentId;
  const isOver = !hasYetToEnd(call, day.now);
  return (
    <tr className={isNext ? 'is-next' : isOver ? 'is-over' : undefined} data-appointment={call.appointmentId}>
      <td className="time">
        {clock(call.startsAt, day.timeZone)}
        {isNext && <small>{say('today.nextRow')}</small>}
        <small>
          <TheirClock at={call.startsAt} here={day.timeZone} there={client.timeZone} name={client.name} />
        </small>
      </td>
      <th scope="row" className="who">
        <Link to="/clients/$clientId" params={{ clientId: client.id }} data-stop>
          {client.name}
        </Link>
        <small>{dayWords(call.session)}</small>
      </th>
      {isReader && <td className="num words-in">{reflectionWords(call)}</td>}
      {isReader && (
        <td className="ease">
          <SparkLine days={call.easeLast7Days} />
        </td>
      )}
      <td className="to-know">
        <ToKnow call={call} isOver={isOver} />
      </td>
      <td className="open">
        {isReader && (
          <LinkButton
            small
            to="/appointments/$appointmentId/brief"
            params={{ appointmentId: call.appointmentId }}
          >
            {say('act.brief')}
            <span className="sr"> {say('for.client', { name: client.name })}</span>
          </LinkButton>
        )}
      </td>
    </tr>
  );
}

/** How much there is to read, and whether it was; not a counter to bring to nought. */
function reflectionWords({ newReflections, readReflections }: TodayCallView): string {
  if (newReflections + readReflections === 0) return say('calls.noReflections');
  return newReflections === 0
    ? say('calls.allRead', { n: readReflections })
    : say('calls.reflections', { n: newReflections + readReflections });
}

function ToKnow({ call, isOver }: { call: TodayCallView; isOver: boolean }) {
  if (call.callRequested)
    return (
      <span className="flag-line">
        <ShieldAlert size={16} aria-hidden="true" />
        {say('calls.callRequested')}
      </span>
    );
  if (call.resting)
    return (
      <span className="rest-line">
        <BedDouble size={16} aria-hidden="true" />
        {say('calls.resting')}
      </span>
    );
  if (isOver) return <span className="quiet">{say('calls.over')}</span>;
  if (call.notes.length > 0) return <span>{say('call.worthAsking')}</span>;
  return call.mine ? null : (
    <span className="quiet">{say('today.with', { name: call.practitionerName })}</span>
  );
}
