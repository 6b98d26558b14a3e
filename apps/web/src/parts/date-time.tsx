import {
  CalendarDate,
  parseAbsolute,
  Time,
  toCalendarDate,
  toCalendarDateTime,
  toTime,
  toZoned,
} from '@internationalized/date';
import { DateField, DateInput, DateSegment, Label } from 'react-aria-components/DateField';
import { TimeField } from 'react-aria-components/TimeField';
import { dayAndClock, longDay, wallClock, zoneName } from '../when.js';
import { say } from '../words.js';

export interface DateAndTime {
  date: CalendarDate | null;
  time: Time | null;
}

interface DateTimeProps {
  label: string;
  hint?: string;
  /** Whose clock the person is setting; named beside the fields. */
  zone: string;
  value: DateAndTime;
  onChange(value: DateAndTime): void;
  error?: string;
  /** Another clock to show the same moment on, as it is set. */
  also?: { zone: string; name: string };
}

/** A date, a time, and whose clock; then the whole promise in words, so that 3/11 is never read as 11/3. */
export function DateTimeField({ label, hint, zone, value, onChange, error, also }: DateTimeProps) {
  const at = instantOf(value, zone);
  return (
    <fieldset className="field">
      <legend className="field-label">{label}</legend>
      {hint && <p className="field-hint">{hint}</p>}
      {error && <p className="field-error">{error}</p>}
      <div className="date-time">
        <DateField
          value={value.date}
          onChange={(date) => onChange({ ...value, date })}
          isInvalid={Boolean(error)}
        >
          <Label className="field-sub">{say('label.date')}</Label>
          <DateInput className="box segments">
            {(segment) => <DateSegment segment={segment} className="segment" />}
          </DateInput>
        </DateField>
        <TimeField
          value={value.time}
          onChange={(time) => onChange({ ...value, time })}
          isInvalid={Boolean(error)}
        >
          <Label className="field-sub">{say('label.time')}</Label>
          <DateInput className="box segments">
            {(segment) => <DateSegment segment={segment} className="segment" />}
          </DateInput>
        </TimeField>
        <span className="zone">{zoneName(zone)}</span>
      </div>
      <p className="echo" aria-live="polite">
        {at && inWords(at, zone)}
        {at && also && dayAndClock(at, also.zone) !== dayAndClock(at, zone) && (
          <span className="quiet">
            {' '}
            {say('when.alsoFor', { time: dayAndClock(at, also.zone), name: also.name })}
          </span>
        )}
      </p>
    </fieldset>
  );
}

const inWords = (at: string, zone: string) => {
  const { time } = fieldsOf(at, zone);
  return say('when.promise', { day: longDay(at, zone), time: wallClock(time), zone: zoneName(zone) });
};

/** The instant both fields name on that clock, or null while one is empty. */
export function instantOf({ date, time }: DateAndTime, zone: string): string | null {
  return date && time ? toZoned(toCalendarDateTime(date, time), zone).toAbsoluteString() : null;
}

/** What the fields show for an instant. */
export function valueOf(at: string, zone: string): DateAndTime {
  const zoned = parseAbsolute(at, zone);
  return { date: toCalendarDate(zoned), time: new Time(zoned.hour, zoned.minute) };
}

/** "2026-11-02" and "14:00", as the API takes wall time. */
export function fieldsOf(at: string, zone: string): { on: string; time: string } {
  const zoned = parseAbsolute(at, zone);
  return { on: toCalendarDate(zoned).toString(), time: toTime(zoned).toString().slice(0, 5) };
}

/** That day with the time left open, for a person to write. */
export const dayOf = (at: string, zone: string): DateAndTime => ({ ...valueOf(at, zone), time: null });
