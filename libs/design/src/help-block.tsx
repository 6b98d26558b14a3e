import type { ReactNode } from 'react';
import type { CallMeProps, CountryHelpProps, HelpProps } from './page-frame.types.js';
import { lineWords } from './words/line-words.js';
import type { Say } from './words/say.js';

/** Where help is. The same rows in the same order on every page (WCAG 3.2.6). */
export function HelpBlock({ help, say }: { help: HelpProps; say: Say }) {
  const { countries, callMe, clinicPhone, clinicHoursText, otherContact } = help;
  const [only] = countries.length === 1 ? countries : [];
  return (
    <section className="help" id="help" aria-labelledby="help-title">
      <h2 id="help-title">{say('help.title')}</h2>
      <ul>
        {only?.crisisLine && (
          <li>
            <Crisis help={only} say={say} />
          </li>
        )}
        {callMe && <CallMe callMe={callMe} say={say} />}
        {clinicPhone && (
          <li>
            <HelpLink href={tel(clinicPhone)} note={clinicHoursText}>
              {say('help.callClinic', { number: clinicPhone })}
            </HelpLink>
          </li>
        )}
        {only ? (
          <li>
            <Emergency help={only} say={say} />
          </li>
        ) : (
          countries.map((help) => (
            <li key={help.country}>
              <p className="help-say">{help.country}</p>
              <Crisis help={help} say={say} />
              <Emergency help={help} say={say} />
            </li>
          ))
        )}
        {otherContact && <OtherContact contact={otherContact} say={say} />}
      </ul>
    </section>
  );
}

function Crisis({ help: { crisisLine }, say }: { help: CountryHelpProps; say: Say }) {
  if (!crisisLine) return null;
  return (
    <>
      <HelpLink href={tel(crisisLine.number)} note={crisisLine.note}>
        {lineWords(say, crisisLine.label, crisisLine.number)}
      </HelpLink>
      {crisisLine.textNumber && (
        <HelpLink href={`sms:${dialled(crisisLine.textNumber)}`} note={null}>
          {say('help.textLine', { number: crisisLine.textNumber })}
        </HelpLink>
      )}
    </>
  );
}

function Emergency({ help, say }: { help: CountryHelpProps; say: Say }) {
  const { emergencyNumber, emergencyNote = say('help.emergencyNote') } = help;
  if (!emergencyNumber) return <p className="help-say">{say('help.emergencyLocal')}</p>;
  return (
    <HelpLink href={tel(emergencyNumber)} note={emergencyNote}>
      {say('help.emergency', { number: emergencyNumber })}
    </HelpLink>
  );
}

function CallMe({ callMe, say }: { callMe: CallMeProps; say: Say }) {
  const button = (
    <button className="help-act" name="act" value="call-me" form={callMe.withForm}>
      <b>{say('help.callMe')}</b>
      {callMe.note && <small>{callMe.note}</small>}
    </button>
  );
  if (callMe.withForm) return <li>{button}</li>;
  return (
    <li>
      <form method="post" action={callMe.action}>
        <input type="hidden" name="nonce" value={callMe.nonce} />
        {button}
      </form>
    </li>
  );
}

function OtherContact({ contact, say }: { contact: NonNullable<HelpProps['otherContact']>; say: Say }) {
  const { name, phone, note } = contact;
  return (
    <li>
      <p className="help-say">{say('help.other')}</p>
      <HelpLink href={tel(phone)} note={note}>
        {say('help.otherCall', { name, number: phone })}
      </HelpLink>
      <small>{say('help.otherNote', { name })}</small>
    </li>
  );
}

function HelpLink({ href, note, children }: { href: string; note: string | null; children: ReactNode }) {
  return (
    <a className="help-act" href={href}>
      <b>{children}</b>
      {note && <small>{note}</small>}
    </a>
  );
}

function tel(number: string): string {
  return `tel:${dialled(number)}`;
}

function dialled(number: string): string {
  return number.replace(/[^\d+]/g, '');
}
