import { useId } from 'react';
import { say } from '../../../words-delivery.js';

interface VoiceCheckProps {
  isTicked: boolean;
  onChange(isTicked: boolean): void;
  error?: string;
  /** Something was read back to them, such as an address. */
  isReadBack?: boolean;
}

/** The person who changes something says that they asked the client themself. An e-mail would not do: it may be anybody's. */
export function VoiceCheck({ isTicked, onChange, error, isReadBack }: VoiceCheckProps) {
  const id = useId();
  return (
    <div className="field" data-invalid={error ? true : undefined}>
      {error && (
        <p className="field-error" id={id}>
          {error}
        </p>
      )}
      <label className="tick">
        <input
          type="checkbox"
          name="voiceChecked"
          checked={isTicked}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? id : undefined}
          onChange={({ target }) => onChange(target.checked)}
        />
        <span>{say(isReadBack ? 'voice.tick' : 'voice.tickPlain')}</span>
      </label>
    </div>
  );
}

/** To what was missed. */
export const focusVoiceCheck = (form: HTMLElement): void =>
  form.querySelector<HTMLElement>('[name=voiceChecked]')?.focus();
