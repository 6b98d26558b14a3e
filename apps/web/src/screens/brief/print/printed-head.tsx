import { dayWords } from '../../../parts/course-words.js';
import { clock, dateOn, day, dayAndClock, isSameClock, longDay, zoneName, zonePlace } from '../../../when.js';
import { say } from '../../../words-print.js';
import type { Printing } from './printing.js';

/** Who, how far after which session, when the call is on both clocks. */
export function PrintedHead({ printing: { brief, here, name, isNameHidden } }: { printing: Printing }) {
  const { client, session, appointment, lastCall, reflections, printedBy } = brief;
  const { startsAt, minutes } = appointment;
  const there = client.timeZone;
  const long = longDay(startsAt, here);
  const isToday = dateOn(startsAt, here) === dateOn(printedBy.at, here);
  const theirs =
    day(startsAt, here) === day(startsAt, there) ? clock(startsAt, there) : dayAndClock(startsAt, there);
  return (
    <header className="p-head">
      <div>
        <h2>{isNameHidden ? name : client.name}</h2>
        <p className="facts">
          {client.pronouns && <span>{client.pronouns}</span>}
          <span>
            {session
              ? say('brief.daySession', { day: dayWords(session), date: day(session.heldAt, here) })
              : dayWords(null)}
          </span>
          <span>{say('brief.zone', { place: zonePlace(there), zone: zoneName(there) })}</span>
          {client.status !== 'active' && <b>{say(`clientStatus.${client.status}`)}</b>}
        </p>
      </div>
      <div className="p-when">
        <p>
          <b>
            {say('brief.call', {
              day: isToday ? say('brief.today', { day: long }) : long,
              from: clock(startsAt, here),
              to: clock(new Date(Date.parse(startsAt) + minutes * 60_000), here),
              zone: zoneName(here),
            })}
          </b>
        </p>
        <p className="quiet">
          {!isSameClock(startsAt, here, there) && `${say('when.forClient', { time: theirs, name })}. `}
          {lastCall
            ? say('brief.lastCall', { date: day(lastCall.startsAt, here), n: reflections.length })
            : say('brief.firstCall')}
        </p>
      </div>
    </header>
  );
}
