import { useId, useState } from 'react';
import { zoneName, zonePlace } from '../when.js';
import { say } from '../words.js';

interface ZonePickerProps {
  label: string;
  hint?: string;
  error?: string;
  value: string;
  onChange(zone: string): void;
}

let named: Map<string, string> | null = null;

/** Every zone's id by its place and the name people use: "Boise, Mountain time (America)". */
function zones(): Map<string, string> {
  named ??= new Map(
    Intl.supportedValuesOf('timeZone')
      .map((id): [string, string] => [nameOf(id), id])
      .sort(([a], [b]) => a.localeCompare(b)),
  );
  return named;
}

const nameOf = (id: string) =>
  say('zone.option', { place: zonePlace(id), name: zoneName(id), region: id.split('/')[0] ?? '' });

/**
 * Type a city, choose from the browser's own list. What matches no zone goes back to the last one that did:
 * a client always has a clock.
 */
export function ZonePicker({ label, hint, error, value, onChange }: ZonePickerProps) {
  const id = useId();
  const [typed, type] = useState<string | null>(null);

  function change(text: string) {
    type(text);
    const zone = zones().get(text);
    if (zone) onChange(zone);
  }

  return (
    <div className="field" data-invalid={error ? true : undefined}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <span className="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span className="field-error" id={`${id}-error`}>
          {error}
        </span>
      )}
      <input
        id={id}
        name="timeZone"
        className="box"
        list={`${id}-list`}
        autoComplete="off"
        aria-invalid={error ? true : undefined}
        aria-describedby={`${hint ? `${id}-hint` : ''} ${error ? `${id}-error` : ''}`.trim() || undefined}
        value={typed ?? nameOf(value)}
        onFocus={(event) => event.target.select()}
        onChange={(event) => change(event.target.value)}
        onBlur={() => type(null)}
      />
      <datalist id={`${id}-list`}>
        {[...zones().keys()].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  );
}
