import { DateOnly } from '../../parts/date-only.js';
import { Field } from '../../parts/field.js';
import { say } from '../../words-delivery.js';
import { useDoubleOptIn } from './use-double-opt-in.js';
import { Wording } from './wording.js';

export interface Consent {
  isGiven: boolean;
  givenOn: string;
  how: string;
}

interface ConsentProps {
  consent: Consent;
  onChange(consent: Consent): void;
  errors: Record<string, string>;
}

/** What the client agreed to, when and how; without it no prompt leaves. */
export function ConsentFields({ consent, onChange, errors }: ConsentProps) {
  const isAskedByMail = useDoubleOptIn();
  return (
    <fieldset className="field">
      <legend className="field-label">{say('consent.title')}</legend>
      <p className="field-hint">{say('consent.hint')}</p>
      <Wording />
      {isAskedByMail ? (
        <p className="told">{say('agreed.doubleOptIn')}</p>
      ) : (
        <label className="tick">
          <input
            type="checkbox"
            checked={consent.isGiven}
            onChange={(event) => onChange({ ...consent, isGiven: event.target.checked })}
          />
          <span>{say('consent.agreed')}</span>
        </label>
      )}
      {consent.isGiven && !isAskedByMail && (
        <div className="inset">
          <ConsentFacts consent={consent} onChange={onChange} errors={errors} />
        </div>
      )}
    </fieldset>
  );
}

/** When and how it was given. */
export function ConsentFacts({ consent, onChange, errors }: ConsentProps) {
  return (
    <>
      <DateOnly
        label={say('consent.on')}
        value={consent.givenOn}
        onChange={(givenOn) => onChange({ ...consent, givenOn })}
        error={errors.givenOn ?? errors['emailConsent.givenOn']}
      />
      <Field
        label={say('consent.how')}
        hint={say('consent.howHint')}
        name="how"
        autoComplete="off"
        value={consent.how}
        onChange={(how) => onChange({ ...consent, how })}
        error={errors.how ?? errors['emailConsent.how']}
      />
    </>
  );
}
