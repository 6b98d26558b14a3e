import { useQuery } from '@tanstack/react-query';
import { planOfFlagQuery } from '../../api-client/calls-safety-plan.js';
import { ApiProblem } from '../../api-client/request.js';
import type { FlagView } from '../../api-client/views.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { PlanSteps } from '../../parts/safety-plan/plan-steps.js';
import { useHere } from '../../shell/use-me.js';
import { day } from '../../when.js';
import { say } from '../../words-safety-plan.js';

/** What was agreed for an hour like this: for the care team, and for whoever answers while the flag is open. */
export function FlagPlan({ flag }: { flag: FlagView }) {
  const here = useHere();
  // Who may not know why is not shown what for either.
  const found = useQuery({ ...planOfFlagQuery(flag.id), enabled: flag.evidence !== null });
  if (flag.evidence === null) return null;
  if (found.error instanceof ApiProblem && found.error.status === 404) return null;
  const { plan, lastAt } = found.data ?? { plan: null, lastAt: null };
  return (
    <section className="flag-plan" aria-labelledby="flag-plan">
      <h3 id="flag-plan">{say('flagPlan.title')}</h3>
      {found.isPending && <Loading rows={2} isCard={false} />}
      {found.error && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data && !plan && (
        <p className="quiet">
          {lastAt ? say('flagPlan.noneSince', { date: day(lastAt, here) }) : say('flagPlan.none')}
        </p>
      )}
      {plan?.steps && (
        <>
          <p className="quiet small">
            {say('splan.written', { date: day(plan.madeAt, here), by: plan.madeByName })}
          </p>
          <PlanSteps steps={plan.steps} level="h4" />
        </>
      )}
    </section>
  );
}
