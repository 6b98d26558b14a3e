import { type ReactNode, useId } from 'react';

interface TickProps {
  name: string;
  label: string;
  hint: ReactNode;
  isOn: boolean;
  error?: string;
  onChange(isOn: boolean): void;
}

/** Something that may be asked beside, with its rule under it. */
export function Tick({ name, label, hint, isOn, error, onChange }: TickProps) {
  const id = useId();
  return (
    <div className="field" data-invalid={error ? true : undefined}>
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <label className="tick">
        <input
          type="checkbox"
          name={name}
          checked={isOn}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={({ target }) => onChange(target.checked)}
        />
        <span>
          {label}
          <small>{hint}</small>
        </span>
      </label>
    </div>
  );
}
