import { asksWords } from '../library/asks-words.js';
import { measureOf } from '../library/measure-facts.js';
import { RostersLink } from '../library/rosters-link.js';
import { useMeasures } from '../library/use-measures.js';
import { say } from '../../words-library.js';
import type { StepPrompt } from './prompt-of.js';

/** What the chosen prompt asks, and what that means for when it goes out. */
export function StepRules({ prompt: { content } }: { prompt: StepPrompt }) {
  const measures = useMeasures();
  const measure = measureOf(measures, content.measure);
  return (
    <div className="step-rules small">
      <p className="quiet">{asksWords(content, measures)}</p>
      {(measure || content.safetyCheck) && (
        <ul className="plain-list">
          {measure?.safetyItem && <li>{say('planStep.rule.staffed', { title: measure.title })}</li>}
          {measure && <li>{say('planStep.rule.window', { title: measure.title, n: measure.windowDays })}</li>}
          {content.safetyCheck && <li>{say('planStep.rule.rosters')}</li>}
        </ul>
      )}
      {(measure?.safetyItem || content.safetyCheck) && <RostersLink />}
    </div>
  );
}
