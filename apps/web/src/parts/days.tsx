interface DaysProps {
  label: string;
  hint?: string;
  error?: string;
  /** ISO weekdays, 1 is Monday. */
  value: readonly number[];
  onChange(days: number[]): void;
}

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

/** Days of the week, all in sight; each is a tick of its own. */
export function Days({ label, hint, error, value, onChange }: DaysProps) {
  return (
    <fieldset className="field">
      <legend className="field-label">{label}</legend>
      {hint && <p className="field-hint">{hint}</p>}
      {error && <p className="field-error">{error}</p>}
      <div className="days">
        {WEEK.map((weekday) => (
          <label key={weekday} className="day-tick">
            <input
              type="checkbox"
              checked={value.includes(weekday)}
              onChange={({ target }) =>
                onChange(
                  target.checked
                    ? [...value, weekday].sort((a, b) => a - b)
                    : value.filter((each) => each !== weekday),
                )
              }
            />
            <span aria-hidden="true">{weekdayName(weekday, 'short')}</span>
            <span className="sr">{weekdayName(weekday, 'long')}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** "Monday", of 1. The first of January 2024 was one. */
const weekdayName = (weekday: number, width: 'short' | 'long') =>
  new Intl.DateTimeFormat('en-US', { weekday: width, timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday));

/** "Mon to Fri", or "Mon, Wed, Fri". */
export function daysInWords(days: readonly number[]): string {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return '';
  const isRow = days.length > 2 && last - first === days.length - 1;
  return isRow
    ? `${weekdayName(first, 'short')} to ${weekdayName(last, 'short')}`
    : days.map((day) => weekdayName(day, 'short')).join(', ');
}
