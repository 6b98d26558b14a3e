import { Phone } from 'lucide-react';
import type { TodayView } from '../../api-client/views.js';
import { dayAndClock } from '../../when.js';
import { say } from '../../words.js';

/** For who keeps the calendar: somebody waits for a call. Not why. */
export function CallBacks({ waiting, here }: { waiting: TodayView['callBacks']; here: string }) {
  if (waiting.length === 0) return null;
  return (
    <section className="card side-card" aria-labelledby="call-backs">
      <h2 id="call-backs">{say('callBack.title')}</h2>
      <ul className="no-next">
        {waiting.map(({ flagId, client, raisedAt, callBy }) => (
          <li key={flagId}>
            <span>
              <b>{client.name}</b> {say('callBack.since', { time: dayAndClock(raisedAt, here) })}
              <small>
                {callBy
                  ? say('flag.willBeCalled', { time: dayAndClock(callBy, here) })
                  : say('flag.nobodyYet')}
              </small>
            </span>
            {client.phone && (
              <a className="num" href={`tel:${client.phone.replace(/[^+\d]/g, '')}`}>
                <Phone size={14} aria-hidden="true" /> {client.phone}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
