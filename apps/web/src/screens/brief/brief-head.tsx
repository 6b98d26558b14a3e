import { Link } from '@tanstack/react-router';
import type { BriefView } from '../../api-client/views.js';
import { dayWords } from '../../parts/course-words.js';
import { useHere } from '../../shell/use-me.js';
import { clock, day, dayAndClock, dateOn, isSameClock, longDay, zoneName, zonePlace } from '../../when.js';
import { say } from '../../words-brief.js';

export function BriefHead({
  brief,
  name,
  isNameHidden,
}: {
  brief: BriefView;
  name: string;
  isNameHidden: boolean;
}) {
  const here = useHere();
  const { client, session, appointment, lastCall, reflections, printedBy } = brief;
  const { startsAt, minutes } = appointment;
  const isToday = dateOn(startsAt, here) === dateOn(printedBy.at, here);
  const ends = new Date(Date.parse(startsAt) + minutes * 60_000);
  const there = client.timeZone;
  return (
    <header className="brief-head">
      <div>
        <h1>
          {isNameHidden ? (
            name
          ) : (
            <Link to="/clients/$clientId" params={{ clientId: client.id }}>
              {client.name}
            </Link>
          )}
        </h1>
        <p className="facts">
          {client.pronouns && <span>{client.pronouns}</span>}
          <span>
            {session
              ? say('brief.daySession', { day: dayWords(session), date: day(session.heldAt, here) })
              : dayWords(null)}
          </span>
          <span>{say('brief.zone', { place: zonePlace(there), zone: zoneName(there) })}</span>
          {client.status !== 'active' && (
            <span className="strong">{say(`clientStatus.${client.status}`)}</span>
          )}
        </p>
      </div>
      <div className="brief-when">
        <p className="strong num">
          {say('brief.call', {
            day: isToday ? say('brief.today', { day: longDay(startsAt, here) }) : longDay(startsAt, here),
            from: clock(startsAt, here),
            to: clock(ends, here),
            zone: zoneName(here),
          })}
        </p>
        <p className="small quiet num">
          {!isSameClock(startsAt, here, there) &&
            `${say('when.forClient', { time: day(startsAt, here) === day(startsAt, there) ? clock(startsAt, there) : dayAndClock(startsAt, there), name })}. `}
          {lastCall
            ? say('brief.lastCall', { date: day(lastCall.startsAt, here), n: reflections.length })
            : say('brief.firstCall')}
        </p>
      </div>
    </header>
  );
}
