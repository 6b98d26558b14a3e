import { createPortal } from 'react-dom';
import type { SafetyPlanView } from '../../../api-client/calls-safety-plan.js';
import type { ClientView } from '../../../api-client/views.js';
import { PlanSteps } from '../../../parts/safety-plan/plan-steps.js';
import { useHere, useMe } from '../../../shell/use-me.js';
import { dateAndYear, dateOn } from '../../../when.js';
import { say } from '../../../words-safety-plan.js';

/** The plan on paper, for the client to keep; on the screen it is not there. */
export function PlanPaper({ client, plan }: { client: ClientView; plan: SafetyPlanView }) {
  const { clinic } = useMe();
  const here = useHere();
  if (!plan.steps) return null;
  return createPortal(
    <article className="plan-paper">
      <h1>{say('section.safety')}</h1>
      <p>
        {say('splan.printedFor', {
          name: client.name,
          clinic: clinic.name,
          n: plan.version ?? 1,
          date: dateAndYear(dateOn(plan.madeAt, here)),
          by: plan.madeByName,
        })}
      </p>
      <PlanSteps steps={plan.steps} isWhole />
      <p className="plan-source">{say('splan.source')}</p>
    </article>,
    document.body,
  );
}
