import { Check, ChevronRight } from 'lucide-react';
import { say } from '../../words-settings.js';
import { STEPS, type Step } from './steps.js';

/** What there is to say once, in order; each line opens its page. */
export function StepList({ done, onOpen }: { done: readonly Step[]; onOpen(step: Step): void }) {
  return (
    <ol className="card step-list">
      {STEPS.map((step, at) => {
        const isDone = done.includes(step);
        return (
          <li key={step}>
            <button type="button" className={isDone ? 'step is-done' : 'step'} onClick={() => onOpen(step)}>
              <span className="step-mark" aria-hidden="true">
                {isDone ? <Check size={15} /> : at + 1}
              </span>
              <span className="step-words">
                <b>{say(`welcome.step.${step}`)}</b>
                <small>{isDone ? say('welcome.done') : say(`welcome.why.${step}`)}</small>
              </span>
              <ChevronRight size={16} aria-hidden="true" />
            </button>
          </li>
        );
      })}
    </ol>
  );
}
