import { zoneName } from '../when.js';
import { say } from '../words.js';
import { WallTime } from './wall-time.js';

interface HoursProps {
  label: string;
  hint?: string;
  error?: string;
  from: string;
  to: string;
  onFrom(time: string): void;
  onTo(time: string): void;
  /** Whose clock; named beside the fields. */
  zone?: string;
}

/** From–to on one clock. */
export function HoursField({ label, hint, error, from, to, onFrom, onTo, zone }: HoursProps) {
  return (
    <fieldset className="field">
      <legend className="field-label">{label}</legend>
      {hint && <p className="field-hint">{hint}</p>}
      {error && <p className="field-error">{error}</p>}
      <div className="date-time">
        <WallTime label={say('label.from')} value={from} onChange={onFrom} isInvalid={Boolean(error)} />
        <WallTime label={say('label.to')} value={to} onChange={onTo} isInvalid={Boolean(error)} />
        {zone && <span className="zone">{zoneName(zone)}</span>}
      </div>
    </fieldset>
  );
}
