import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { measureIn, promptTemplatesQuery, type PromptTemplateView } from '../../api-client/calls-library.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { Failure } from '../../parts/failure.js';
import { Field } from '../../parts/field.js';
import { Loading } from '../../parts/loading.js';
import { say } from '../../words-plan.js';
import { isOnlyText } from '../library/prompt-draft.js';
import type { AskedPrompt } from './staging.js';

interface PromptPickerProps {
  title: string;
  isFull: boolean;
  onPick(prompt: AskedPrompt): void;
  onClose(): void;
}

/** The library, to choose one prompt from. */
export function PromptPicker({ title, isFull, onPick, onClose }: PromptPickerProps) {
  const templates = useQuery(promptTemplatesQuery());
  const [looked, look] = useState('');
  const offered = templates.data?.filter(({ archivedAt }) => !archivedAt) ?? [];
  const found = offered.filter((template) => hasWords(template, looked));
  return (
    <Dialog title={title} onClose={onClose}>
      {isFull && <p className="strong">{say('planner.full')}</p>}
      {templates.isPending && <Loading rows={6} isCard={false} />}
      {templates.error && <Failure error={templates.error} retry={() => void templates.refetch()} />}
      {templates.data && !isFull && (
        <div className="picker">
          <Field label={say('planner.search')} value={looked} onChange={look} autoFocus />
          <p className="sr" role="status">
            {found.length === 0 && say('planner.noMatch')}
          </p>
          {found.length === 0 && <p className="quiet">{say('planner.noMatch')}</p>}
          <ul className="picks">
            {found.map((template) => (
              <li key={template.id}>
                <button type="button" className="pick" onClick={() => onPick(askedOf(template))}>
                  <b>{template.content.title}</b>
                  <span className="quote">{template.content.question ?? template.content.hint}</span>
                  <span className="quiet tiny facts">
                    <span>{say(template.starter ? 'planner.starter' : 'planner.own')}</span>
                    <span>
                      {asksNothing(template.content)
                        ? say('planner.informs')
                        : say('planner.minutesToAnswer', {
                            minutes: Math.max(1, Math.round(template.minutes)),
                          })}
                    </span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="dialog-acts">
        <Button kind="plain" onPress={onClose}>
          {say('act.back')}
        </Button>
      </div>
    </Dialog>
  );
}

const asksNothing = (content: PromptTemplateView['content']): boolean =>
  content.question === null && isOnlyText(content);

const askedOf = ({ id, number, content }: PromptTemplateView): AskedPrompt => ({
  template: id,
  number,
  title: content.title,
  informs: asksNothing(content),
  measure: measureIn(content),
});

function hasWords({ content }: PromptTemplateView, looked: string): boolean {
  const text = `${content.title} ${content.question ?? ''} ${content.hint}`.toLocaleLowerCase();
  return looked
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
