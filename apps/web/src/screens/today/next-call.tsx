import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { TodayView } from '../../api-client/views.js';
import { LinkButton } from '../../parts/button.js';
import { dayWords, fromNow } from '../../parts/course-words.js';
import { TheirClock } from '../../parts/two-clocks.js';
import { useIsReader } from '../../shell/use-me.js';
import { clock, day, dayAndClock, minutesUntil } from '../../when.js';
import { say } from '../../words.js';

const CheckInChart = lazy(() =>
  import('../../charts/check-in-chart.js').then((module) => ({ default: module.CheckInChart })),
);

type Call = NonNullable<TodayView['nextCall']>;

/** The next call: a line of the client's own, and the check-ins around the session. */
export function NextCall({ call, now, here }: { call: Call; now: string; here: string }) {
  const { client } = call;
  const isReader = useIsReader();
  return (
    <section className="card next" aria-labelledby="next-call" data-next={call.appointmentId}>
      <div className="next-words">
        <p className="next-when then-theirs">
          <b className="num">{clock(call.startsAt, here)}</b>{' '}
          <span>{fromNow(minutesUntil(call.startsAt, now))}</span>{' '}
          <TheirClock at={call.startsAt} here={here} there={client.timeZone} name={client.name} />
        </p>
        <h2 id="next-call">
          <span className="sr">{say('today.next')} </span>
          <Link to="/clients/$clientId" params={{ clientId: client.id }}>
            {client.name}
          </Link>
        </h2>
        <p className="facts">
          {client.pronouns && <span>{client.pronouns}</span>}
          <span>{dayWords(call.session)}</span>
          <span>
            {call.lastCallAt
              ? say('today.lastCall', { date: day(call.lastCallAt, here) })
              : say('today.firstCall')}
          </span>
          {!call.mine && <span>{say('today.with', { name: call.practitionerName })}</span>}
        </p>
        {isReader && <Excerpt call={call} />}
        {isReader && (
          <div className="acts">
            <LinkButton
              kind="primary"
              shortcut="B"
              to="/appointments/$appointmentId/brief"
              params={{ appointmentId: call.appointmentId }}
            >
              {say('act.openBrief')}
            </LinkButton>
          </div>
        )}
      </div>
      {isReader && (
        <div className="next-chart">
          <h3>{say('today.chart')}</h3>
          <Suspense fallback={<div className="chart-ahead" />}>
            <CheckInChart chart={call.checkIns} measures={['ease', 'energy']} width={264} band={52} />
          </Suspense>
          {call.readingMinutes > 0 && (
            <p className="tiny quiet">{say('today.reading', { n: call.readingMinutes })}</p>
          )}
        </div>
      )}
    </section>
  );
}

function Excerpt({ call }: { call: Call }) {
  const { excerpt, client } = call;
  if (!excerpt) return <p className="nothing-new">{say('today.nothingNew')}</p>;
  const time = dayAndClock(excerpt.sentAt, client.timeZone);
  return (
    <figure className="excerpt">
      <blockquote className="quote">“{excerpt.text}”</blockquote>
      <figcaption className="small quiet">
        {excerpt.title
          ? say('today.excerptFrom', { time, title: excerpt.title })
          : say('today.excerptUnasked', { time })}
      </figcaption>
    </figure>
  );
}
