import { Phone } from 'lucide-react';
import type { FlagView } from '../../api-client/views.js';
import { firstName } from '../../parts/two-clocks.js';
import { useHere } from '../../shell/use-me.js';
import { clock, dateAndYear, dayAndClock, isSameClock, zoneName } from '../../when.js';
import { say } from '../../words-flags.js';

/** Who it is about, when, whom to call, and what it rests on, as far as this person may know. */
export function FlagFacts({ flag }: { flag: FlagView }) {
  const here = useHere();
  const { name, phone, timeZone, emergencyContact } = flag.client;
  const now = new Date().toISOString();
  return (
    <div className="flag-facts">
      <p className="flag-name">{name}</p>
      <p>
        {say(flag.colour === 'red' ? 'safety.red' : 'safety.amber')}
        {'. '}
        {say('flag.asked', { time: dayAndClock(flag.raisedAt, here), zone: zoneName(here) })}
      </p>
      {!isSameClock(now, here, timeZone) && (
        <p className="quiet">
          {say('flag.theirs', {
            name: firstName(name),
            then: dayAndClock(flag.raisedAt, timeZone),
            now: clock(now, timeZone),
          })}
        </p>
      )}
      {phone ? (
        <a className="phone" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
          <Phone size={16} aria-hidden="true" />
          {phone}
        </a>
      ) : (
        <p>{say('flag.noPhone')}</p>
      )}
      {emergencyContact && <WhomElse contact={emergencyContact} />}
      <Evidence flag={flag} />
    </div>
  );
}

/** Whom else to call, and first what the client said about it. */
function WhomElse({ contact }: { contact: NonNullable<FlagView['client']['emergencyContact']> }) {
  return (
    <div className="flag-contact">
      <h3>{say('flag.emergencyContact')}</h3>
      <p>{agreedWords(contact)}</p>
      <p>
        <b>{contact.name}</b>
        {contact.relation && `, ${contact.relation}`}{' '}
        <a className="tel" href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}>
          {contact.phone}
        </a>
      </p>
    </div>
  );
}

function agreedWords({ agreement }: NonNullable<FlagView['client']['emergencyContact']>): string {
  if (!agreement) return say('flag.contactNotAsked');
  const date = dateAndYear(agreement.agreedOn);
  return agreement.mayCall
    ? say('flag.contactMay', { date, about: agreement.about })
    : say('flag.contactMayNot', { date });
}

function Evidence({ flag: { evidence, labelNote } }: { flag: FlagView }) {
  const here = useHere();
  if (!evidence) return <p className="quiet">{say('flag.noEvidence')}</p>;
  return (
    <>
      <h3>{say('flag.evidence')}</h3>
      {labelNote && <p className="quiet">{labelNote}</p>}
      <ul className="flag-evidence">
        {evidence
          .filter(({ text }) => text)
          .map(({ kind, text, at }) => (
            <li key={kind + at + text}>
              <span className={kind === 'phrase' ? 'quote' : undefined}>{text}</span>
              <small className="quiet"> {dayAndClock(at, here)}</small>
            </li>
          ))}
      </ul>
    </>
  );
}
