import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useAct } from '../../../acts/use-act.js';
import { useUnsaved } from '../../../acts/use-unsaved.js';
import {
  PLAN_STEPS,
  safetyPlansQuery,
  writeSafetyPlan,
  type SafetyPlanView,
} from '../../../api-client/calls-safety-plan.js';
import { ApiProblem } from '../../../api-client/request.js';
import type { ClientView } from '../../../api-client/views.js';
import { Button } from '../../../parts/button.js';
import { Failure } from '../../../parts/failure.js';
import { PlanSteps } from '../../../parts/safety-plan/plan-steps.js';
import { notify } from '../../../parts/toast.js';
import { firstName } from '../../../parts/two-clocks.js';
import { say } from '../../../words-safety-plan.js';
import { draftOf, isEmptyPlan, isSamePlan, stepsOf } from './plan-draft.js';
import { PlanPart } from './plan-part.js';

interface PlanFormProps {
  client: ClientView;
  /** The newest that was written, when this form was opened. */
  newest: SafetyPlanView | null;
  onClose(): void;
}

/** Writes the next version; what somebody else saved meanwhile is shown before it is written over. */
export function PlanForm({ client, newest, onClose }: PlanFormProps) {
  const queries = useQueryClient();
  const [base, setBase] = useState(newest);
  const [draft, setDraft] = useState(() => draftOf(newest?.steps ?? null, () => crypto.randomUUID()));
  const [theirs, setTheirs] = useState<SafetyPlanView | null>(null);
  const [isAsked, ask] = useState(false);
  const steps = stepsOf(draft);
  const isChanged = !isSamePlan(steps, base?.steps ?? null);
  useUnsaved(isChanged);
  const act = useAct(() => writeSafetyPlan(client.id, base?.version ?? 0, steps), {
    refresh: [['client', client.id, 'safety-plans'], ['flag']],
    done: (saved) => {
      notify(say('splan.saved', { n: saved.version ?? 1 }));
      onClose();
    },
  });
  const isConflict = act.error instanceof ApiProblem && act.error.isStale;

  function submit(event: FormEvent) {
    event.preventDefault();
    ask(true);
    if (!isEmptyPlan(steps)) act.run();
  }

  async function readTheirs() {
    const all = await queries.fetchQuery({ ...safetyPlansQuery(client.id), staleTime: 0 });
    const fresh = all.find((plan) => plan.steps) ?? null;
    setTheirs(fresh);
    setBase(fresh);
    act.reset();
  }

  return (
    <form className="card pad form plan-form" onSubmit={submit} noValidate aria-labelledby="safety-plan">
      {theirs?.steps && (
        <div className="told">
          <p className="strong">{say('splan.theirs', { by: theirs.madeByName })}</p>
          <PlanSteps steps={theirs.steps} />
        </div>
      )}
      {PLAN_STEPS.map((step, at) => (
        <PlanPart
          key={step}
          step={step}
          number={at + 1}
          lines={draft[step]}
          name={firstName(client.name)}
          onChange={(lines) => setDraft((before) => ({ ...before, [step]: lines }))}
        />
      ))}
      {isAsked && isEmptyPlan(steps) && (
        <p className="field-error" role="alert">
          {say('splan.nothing')}
        </p>
      )}
      {isConflict ? (
        <div className="failure" role="alert">
          <div>
            <p className="strong">{say('splan.conflict')}</p>
            <p>{say('splan.conflictNext')}</p>
            <Button small onPress={() => void readTheirs()}>
              {say('splan.readTheirs')}
            </Button>
          </div>
        </div>
      ) : (
        act.error && <Failure error={act.error} isAct />
      )}
      <div className="acts">
        <Button kind="primary" type="submit" isPending={act.isPending} isDisabled={isConflict}>
          {say('splan.save')}
        </Button>
        <Button kind="plain" onPress={onClose}>
          {say('act.back')}
        </Button>
        {isChanged && <span className="quiet small">{say('note.unsaved')}</span>}
      </div>
    </form>
  );
}
