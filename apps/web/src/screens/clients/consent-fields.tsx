import { parseDate } from '@internationalized/date';
import { DateField, DateInput, DateSegment, Label } from 'react-aria-components/DateField';
import { Field } from '../../parts/field.js';
import { shortDateWords } from '@app/design/words/when.js';
import { say } from '../../words.js';

export interface Consent {
  isGiven: boolean;
  givenOn: string;
  how: string;
}

/** When and how the client agreed to e-mail; without it no prompt leaves. */
export function ConsentFields({
  consent,
  onChange,
  errors,
}: {
  consent: Consent;
  onChange(consent: Consent): void;
  errors: Record<string, string>;
}) {
  return (
    <fieldset className="field">
      <legend className="field-label">{say('consent.title')}</legend>
      <p className="field-hint">{say('consent.hint')}</p>
      <label className="tick">
        <input
          type="checkbox"
          checked={consent.isGiven}
          onChange={(event) => onChange({ ...consent, isGiven: event.target.checked })}
        />
        <span>{say('consent.agreed')}</span>
      </label>
      {consent.isGiven && (
        <div className="inset">
          <DateField
            className="field"
            value={parseDate(consent.givenOn)}
            onChange={(date) => date && onChange({ ...consent, givenOn: date.toString() })}
          >
            <Label className="field-label">{say('consent.on')}</Label>
            <DateInput className="box segments">
              {(segment) => <DateSegment segment={segment} className="segment" />}
            </DateInput>
          </DateField>
          <p className="echo" aria-live="polite">
            {shortDateWords(consent.givenOn, 'en-US')}
          </p>
          <Field
            label={say('consent.how')}
            hint={say('consent.howHint')}
            name="how"
            autoComplete="off"
            value={consent.how}
            onChange={(how) => onChange({ ...consent, how })}
            error={errors.how ?? errors['emailConsent.how']}
          />
        </div>
      )}
    </fieldset>
  );
}
