import './plan-steps.css';
import { PLAN_STEPS, type SafetyPlanLine, type SafetyPlanSteps } from '../../api-client/calls-safety-plan.js';
import { say } from '../../words-safety-plan.js';

interface PlanStepsProps {
  steps: SafetyPlanSteps;
  /** Parts that nothing was written for are shown as well. */
  isWhole?: boolean;
  /** Of the headings of the parts. */
  level?: 'h3' | 'h4';
}

/** The parts of a safety plan, numbered in their order; the client's own words in serif, a number to call as a link. */
export function PlanSteps({ steps, isWhole, level: Heading = 'h3' }: PlanStepsProps) {
  const shown = PLAN_STEPS.filter((step) => isWhole || steps[step].length > 0);
  return (
    <ol className="plan-parts">
      {shown.map((step) => (
        <li key={step} value={PLAN_STEPS.indexOf(step) + 1}>
          <Heading>{say(`splan.step.${step}`)}</Heading>
          {steps[step].length === 0 ? (
            <p className="quiet small">{say('splan.empty')}</p>
          ) : (
            <ul>
              {steps[step].map((line, at) => (
                <Line key={`${at} ${line.text}`} line={line} />
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

function Line({ line: { text, byClient, phone } }: { line: SafetyPlanLine }) {
  return (
    <li>
      <span className={byClient ? 'quote' : undefined}>{byClient ? `“${text}”` : text}</span>
      {byClient && <span className="sr"> {say('splan.own')}</span>}
      {phone && (
        <>
          {' '}
          <a className="plan-phone" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
            {phone}
          </a>
        </>
      )}
    </li>
  );
}
