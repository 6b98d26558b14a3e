import { useId } from 'react';
import type { PromptTemplateView } from '../../api-client/calls-library.js';
import { say } from '../../words-library.js';

interface PromptPickerProps {
  value: string;
  prompts: readonly PromptTemplateView[];
  onChange(template: string): void;
  error?: string;
}

/** A prompt of the library, in the platform's own list: the clinic's own first. What is archived is not offered. */
export function PromptPicker({ value, prompts, onChange, error }: PromptPickerProps) {
  const id = useId();
  const offered = prompts.filter((prompt) => !prompt.archivedAt || prompt.id === value);
  const own = offered.filter(({ starter }) => !starter);
  const ours = offered.filter(({ starter }) => starter);
  return (
    <div className="field" data-invalid={error ? true : undefined}>
      <label className="field-label" htmlFor={id}>
        {say('planBuilder.prompt')}
      </label>
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <select
        id={id}
        name="step-prompt"
        className="box"
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={({ target }) => onChange(target.value)}
      >
        {!value && <option value="">{say('planBuilder.choosePrompt')}</option>}
        <Group label={say('library.own')} prompts={own} />
        <Group label={say('library.ours')} prompts={ours} />
      </select>
    </div>
  );
}

function Group({ label, prompts }: { label: string; prompts: readonly PromptTemplateView[] }) {
  if (prompts.length === 0) return null;
  return (
    <optgroup label={label}>
      {prompts.map(({ id, content }) => (
        <option key={id} value={id}>
          {content.title}
        </option>
      ))}
    </optgroup>
  );
}
