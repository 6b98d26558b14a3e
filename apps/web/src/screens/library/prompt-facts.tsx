import type { PromptTemplateView } from '../../api-client/calls-library.js';
import { say } from '../../words-library.js';

interface PromptFactsProps {
  template: PromptTemplateView;
  from: string | null;
}

/** Whose it is, which version, what it began as, where it is asked. */
export function PromptFacts({ template, from }: PromptFactsProps) {
  const { starter, number, minutes, usedBy } = template;
  return (
    <span className="facts">
      <span>{starter ? say('library.isOurs') : say('library.version', { n: number })}</span>
      {from && <span>{say('library.startedFrom', { title: from })}</span>}
      <span>{say('library.minutes', { n: minutes })}</span>
      <span>{say('library.usedBy', { n: usedBy })}</span>
    </span>
  );
}
