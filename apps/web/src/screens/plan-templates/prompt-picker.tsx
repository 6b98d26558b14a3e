import type { PromptTemplateView } from '../../api-client/calls-library.js';
import { say } from '../../words-library.js';
import { GroupedSelect, OptionGroup } from '../library/grouped-select.js';

interface PromptPickerProps {
  value: string;
  prompts: readonly PromptTemplateView[];
  onChange(template: string): void;
  error?: string;
}

/** A prompt of the library, in the platform's own list: the clinic's own first. What is archived is not offered. */
export function PromptPicker({ value, prompts, onChange, error }: PromptPickerProps) {
  const offered = prompts.filter((prompt) => !prompt.archivedAt || prompt.id === value);
  const options = (isOurs: boolean) =>
    offered
      .filter(({ starter }) => starter === isOurs)
      .map(({ id, content }) => ({ value: id, label: content.title }));
  return (
    <GroupedSelect
      name="step-prompt"
      label={say('planBuilder.prompt')}
      error={error}
      value={value}
      onChange={onChange}
    >
      {!value && <option value="">{say('planBuilder.choosePrompt')}</option>}
      <OptionGroup label={say('library.own')} options={options(false)} />
      <OptionGroup label={say('library.ours')} options={options(true)} />
    </GroupedSelect>
  );
}
