import './safety-plan.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { safetyPlansQuery, type SafetyPlanView } from '../../../api-client/calls-safety-plan.js';
import { ApiProblem } from '../../../api-client/request.js';
import type { ClientView } from '../../../api-client/views.js';
import { Button } from '../../../parts/button.js';
import { Empty } from '../../../parts/empty.js';
import { Failure } from '../../../parts/failure.js';
import { Loading } from '../../../parts/loading.js';
import { firstName } from '../../../parts/two-clocks.js';
import { say } from '../../../words-safety-plan.js';
import { PlanForm } from './plan-form.js';
import { ReadPlan } from './read-plan.js';

/** What a clinician wrote down with the client for hard hours: read, written anew, gone through, printed. */
export function SafetyPlan({ client }: { client: ClientView }) {
  const plans = useQuery(safetyPlansQuery(client.id));
  const [isWriting, write] = useState(false);
  const name = firstName(client.name);
  if (plans.error instanceof ApiProblem && plans.error.status === 404)
    return <Empty>{say('splan.otherTeam', { name })}</Empty>;
  const written = plans.data?.filter(({ steps }) => steps) ?? [];
  return (
    <section className="safety-plan" aria-labelledby="safety-plan">
      <div className="section-head">
        <h2 id="safety-plan">{say('section.safety')}</h2>
        <p>{say('splan.what', { name })}</p>
      </div>
      {plans.isPending && <Loading />}
      {plans.error && <Failure error={plans.error} retry={() => void plans.refetch()} />}
      {plans.data && isWriting && (
        <PlanForm client={client} newest={written[0] ?? null} onClose={() => write(false)} />
      )}
      {plans.data && !isWriting && (
        <Standing client={client} all={plans.data} written={written} onWrite={() => write(true)} />
      )}
      <p className="quiet small">
        {say('splan.who')} {say('splan.source')}
      </p>
    </section>
  );
}

interface StandingProps {
  client: ClientView;
  all: readonly SafetyPlanView[];
  written: readonly SafetyPlanView[];
  onWrite(): void;
}

function Standing({ client, all, written, onWrite }: StandingProps) {
  if (written.length > 0) return <ReadPlan client={client} all={all} written={written} onWrite={onWrite} />;
  return (
    <Empty
      act={
        <Button kind="primary" onPress={onWrite}>
          {say('splan.write')}
        </Button>
      }
    >
      {say('splan.none')} {say('splan.noneNext', { name: firstName(client.name) })}
    </Empty>
  );
}
