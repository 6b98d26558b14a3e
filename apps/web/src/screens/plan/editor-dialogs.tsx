import type { PlanTemplateView } from '../../api-client/calls-library.js';
import type { AppointmentView, ClientView } from '../../api-client/views.js';
import { say } from '../../words-plan.js';
import { PromptPicker } from './prompt-picker.js';
import { RestAll } from './rest-all.js';
import type { AskedPrompt, StepFields } from './staging.js';
import { TemplatePicker } from './template-picker.js';

/** What the editor asks for in a dialog, or nothing. */
export type Asking =
  | { for: 'add' }
  | { for: 'template' }
  | { for: 'rest' }
  | { for: 'swap'; stepId: string; title: string }
  | null;

interface EditorDialogsProps {
  asking: Asking;
  client: ClientView;
  call: AppointmentView | undefined;
  isFull: boolean;
  onPrompt(prompt: AskedPrompt): void;
  onTemplate(template: PlanTemplateView, steps: StepFields[]): void;
  onClose(): void;
}

export function EditorDialogs({
  asking,
  client,
  call,
  isFull,
  onPrompt,
  onTemplate,
  onClose,
}: EditorDialogsProps) {
  switch (asking?.for) {
    case undefined:
      return null;
    case 'add':
      return (
        <PromptPicker title={say('planner.pickTitle')} isFull={isFull} onPick={onPrompt} onClose={onClose} />
      );
    case 'swap':
      return (
        <PromptPicker
          title={say('planner.swapTitle', { title: asking.title })}
          isFull={false}
          onPick={onPrompt}
          onClose={onClose}
        />
      );
    case 'template':
      return <TemplatePicker onPick={onTemplate} onClose={onClose} />;
    case 'rest':
      return <RestAll client={client} call={call} onClose={onClose} />;
  }
}
