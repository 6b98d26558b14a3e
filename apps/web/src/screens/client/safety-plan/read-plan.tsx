import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../../acts/use-act.js';
import { noteSafetyPlan, type SafetyPlanView } from '../../../api-client/calls-safety-plan.js';
import type { ClientView } from '../../../api-client/views.js';
import { Button } from '../../../parts/button.js';
import { Choice } from '../../../parts/choice.js';
import { Failure } from '../../../parts/failure.js';
import { PlanSteps } from '../../../parts/safety-plan/plan-steps.js';
import { notify } from '../../../parts/toast.js';
import { useHere } from '../../../shell/use-me.js';
import { day } from '../../../when.js';
import { say } from '../../../words-safety-plan.js';
import { PlanPaper } from './plan-paper.js';

interface ReadPlanProps {
  client: ClientView;
  /** Newest first, also the times when it was only gone through. */
  all: readonly SafetyPlanView[];
  /** Those that were written, at least one. */
  written: readonly SafetyPlanView[];
  onWrite(): void;
}

/** The plan that holds, or an earlier one, as it was written. */
export function ReadPlan({ client, all, written, onWrite }: ReadPlanProps) {
  const here = useHere();
  const [shownId, show] = useState('');
  const newest = written[0]!;
  const shown = written.find(({ id }) => id === shownId) ?? newest;
  const last = all[0]!;
  const note = useAct(() => noteSafetyPlan(client.id, newest.version ?? 0), {
    refresh: [['client', client.id, 'safety-plans'], ['flag']],
    done: () => notify(say('splan.didAgain')),
  });
  return (
    <>
      <div className="card pad plan-read">
        <header className="plan-head">
          <p>
            <span className="strong">{say('splan.version', { n: shown.version ?? 1 })}</span>{' '}
            <span className="quiet">
              {say('splan.written', { date: day(shown.madeAt, here), by: shown.madeByName })}
              {last.id !== newest.id && shown.id === newest.id && (
                <> · {say('splan.wentThrough', { date: day(last.madeAt, here), by: last.madeByName })}</>
              )}
            </span>
          </p>
          {shown.id === newest.id && (
            <div className="acts">
              <Button small onPress={onWrite}>
                {say('splan.change')}
              </Button>
              <Button small isPending={note.isPending} onPress={() => note.run()}>
                {say('splan.again')}
              </Button>
              <Button
                small
                icon={<Printer size={15} aria-hidden="true" />}
                onPress={() => {
                  window.print();
                }}
              >
                {say('splan.print')}
              </Button>
            </div>
          )}
        </header>
        {note.error && <Failure error={note.error} isAct />}
        {shown.id !== newest.id && <p className="told">{say('splan.isOlder')}</p>}
        {shown.steps && <PlanSteps steps={shown.steps} isWhole />}
      </div>
      {written.length > 1 && (
        <Choice
          label={say('splan.versions')}
          value={shown.id}
          onChange={show}
          options={written.map((plan) => {
            const facts = { n: plan.version ?? 1, date: day(plan.madeAt, here) };
            return {
              value: plan.id,
              label: plan.id === newest.id ? say('splan.newest', facts) : say('splan.older', facts),
            };
          })}
        />
      )}
      <PlanPaper client={client} plan={newest} />
    </>
  );
}
