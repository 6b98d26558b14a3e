import type { PlanView } from '../../api-client/views.js';
import { Minus, Plus } from 'lucide-react';

import { say } from '../../words-plan.js';
import type { Undated } from './plan-rows.js';
import type { RowsProps } from './rows-props.js';
import { StepForm } from './step-form.js';

/** Steps of the plan that no prompt stands for now: they can be edited all the same. */
export function UndatedSteps({
  undated,
  plan,
  selected,
  onSelect,
  ...props
}: RowsProps & { undated: readonly Undated[]; plan: PlanView }) {
  if (undated.length === 0) return null;
  const whens = new Map(plan.steps.map(({ stepId, when }) => [stepId, when]));
  return (
    <section aria-labelledby="undated">
      <div className="section-head">
        <h2 id="undated">{say('planner.undated')}</h2>
        <p>{say('planner.undatedWhat')}</p>
      </div>
      <ul className="card undated">
        {undated.map((each) => {
          const { step, change } = each;
          const isOpen = selected === step.id;
          return (
            <li
              key={step.id}
              className={change === 'removed' ? 'is-removed' : isOpen ? 'is-open' : undefined}
              data-row={step.id}
            >
              <div className="undated-line">
                <button
                  type="button"
                  className="row-open"
                  aria-expanded={isOpen}
                  data-stop
                  onClick={() => onSelect(isOpen ? null : step.id)}
                >
                  {step.prompt.title}
                </button>
                <span className="quiet small facts">
                  {change === 'none' && whens.has(step.id) && <span>{whens.get(step.id)}</span>}
                  <span>{whyWords(each)}</span>
                </span>
                {change !== 'none' && (
                  <span className="state-words is-staged">
                    {change === 'added' ? (
                      <Plus size={14} aria-hidden="true" />
                    ) : (
                      <Minus size={14} aria-hidden="true" />
                    )}
                    {say(`planner.${change}`)}
                  </span>
                )}
              </div>
              {isOpen && <StepForm step={step} change={change} {...props} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function whyWords({ why, step }: Undated): string {
  switch (why) {
    case 'pace':
      return say('planner.undatedPace', { pace: say(`pace.${step.slowestPace}`) });
    case 'session':
      return say('planner.undatedSession');
    case 'appointment':
      return say('planner.undatedAppointment');
    case 'none':
      return say('planner.undatedNone');
  }
}
