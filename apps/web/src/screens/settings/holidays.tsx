import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../parts/button.js';
import { DateOnly } from '../../parts/date-only.js';
import { shortDateWords } from '@app/design/words/when.js';
import { say } from '../../words-settings.js';

interface HolidaysProps {
  value: readonly string[];
  onChange(days: string[]): void;
  error?: string;
}

/** Days on which nobody of the roster works. */
export function Holidays({ value, onChange, error }: HolidaysProps) {
  const [on, setOn] = useState('');
  return (
    <fieldset className="field">
      <legend className="field-label">{say('roster.holidays')}</legend>
      <p className="field-hint">{say('roster.holidaysHint')}</p>
      {error && <p className="field-error">{error}</p>}
      {value.length === 0 ? (
        <p className="quiet">{say('roster.noHolidays')}</p>
      ) : (
        <ul className="holidays">
          {value.map((day) => (
            <li key={day}>
              <span className="num">{shortDateWords(day, 'en-US')}</span>
              <Button
                small
                kind="plain"
                onPress={() => onChange(value.filter((each) => each !== day))}
                icon={<X size={14} aria-hidden="true" />}
              >
                <span className="sr">{say('roster.dropHoliday', { day: shortDateWords(day, 'en-US') })}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="holiday-add">
        <DateOnly label={say('roster.newHoliday')} value={on} onChange={setOn} />
        <Button
          small
          isDisabled={!on}
          onPress={() => {
            onChange([...new Set([...value, on])].sort());
            setOn('');
          }}
        >
          {say('roster.addHoliday')}
        </Button>
      </div>
    </fieldset>
  );
}
