import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../acts/use-act.js';
import { startPlan } from '../../api-client/calls.js';
import { plansQuery, promptsQuery } from '../../api-client/queries.js';
import type { ClientView, PlanView } from '../../api-client/views.js';
import { Button } from '../../parts/button.js';
import { Confirm } from '../../parts/confirm.js';
import { Empty } from '../../parts/empty.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { notify } from '../../parts/toast.js';
import { firstName } from '../../parts/two-clocks.js';
import { useHere, useIsReader } from '../../shell/use-me.js';
import { dayAndClock, wallClock, zoneName, zonePlace } from '../../when.js';
import { say } from '../../words.js';
import { PromptsTable } from './prompts-table.js';

/** The live plan, and every prompt it placed, with the reason it stands there. */
export function Plan({ client }: { client: ClientView }) {
  const here = useHere();
  const isReader = useIsReader();
  const plans = useQuery(plansQuery(client.id));
  const prompts = useQuery(promptsQuery(client.id));
  const [isStarting, start] = useState(false);
  if (plans.isPending || prompts.isPending) return <Loading rows={9} />;
  const live = plans.data?.find((plan) => plan.status === 'live');
  return (
    <section aria-labelledby="plan">
      <div className="section-head">
        <h2 id="plan">{live?.template.title ?? say('section.plan')}</h2>
        {live && <p>{say('plan.since', { time: dayAndClock(live.liveFrom, here), zone: zoneName(here) })}</p>}
        {plans.data && !live && isReader && (
          <Button small kind="primary" onPress={() => start(true)}>
            {say('plan.start')}
          </Button>
        )}
      </div>
      {plans.error && <Failure error={plans.error} retry={() => void plans.refetch()} />}
      {plans.data && !live && (
        <Empty>{say(isReader ? 'plan.none' : 'plan.noneToRead', { name: firstName(client.name) })}</Empty>
      )}
      {live && <Setup client={client} plan={live} />}
      <div className="section-head">
        <h2>{say('prompts.title')}</h2>
        <p>{say('prompts.order', { name: firstName(client.name) })}</p>
      </div>
      {prompts.error && <Failure error={prompts.error} retry={() => void prompts.refetch()} />}
      {prompts.data?.length === 0 && <Empty>{say(live ? 'prompts.noneYet' : 'prompts.none')}</Empty>}
      {prompts.data && prompts.data.length > 0 && <PromptsTable prompts={prompts.data} client={client} />}
      {isStarting && <Start client={client} onClose={() => start(false)} />}
    </section>
  );
}

function Setup({ client, plan }: { client: ClientView; plan: PlanView }) {
  const { quietHours } = client;
  return (
    <>
      <dl className="setup card">
        <div>
          <dt>{say('plan.clock', { name: firstName(client.name) })}</dt>
          <dd>
            {zonePlace(client.timeZone)} <small>{zoneName(client.timeZone)}</small>
          </dd>
        </div>
        <div>
          <dt>{say('plan.quiet')}</dt>
          <dd>
            {quietHours
              ? say('plan.quietHours', { from: wallClock(quietHours.from), to: wallClock(quietHours.to) })
              : say('plan.quietClinic')}
          </dd>
        </div>
        <div>
          <dt>{say('plan.pace')}</dt>
          <dd>{say(`pace.${client.pace}`)}</dd>
        </div>
        <div>
          <dt>{say('plan.reach')}</dt>
          <dd>
            {say('plan.steps', { n: plan.steps.length })} <small>{say('plan.caps')}</small>
          </dd>
        </div>
      </dl>
      <details className="steps">
        <summary>{say('plan.allSteps')}</summary>
        <ol className="card">
          {plan.steps.map((step) => (
            <li key={step.stepId}>
              <b>{step.title}</b> <span className="quiet">{step.when}</span>
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}

function Start({ client, onClose }: { client: ClientView; onClose(): void }) {
  const [key] = useState(() => crypto.randomUUID());
  const act = useAct(() => startPlan(client.id, key), {
    refresh: [['client', client.id], ['today']],
    done: () => {
      notify(say('plan.didStart', { name: client.name }));
      onClose();
    },
  });
  return (
    <Confirm
      title={say('plan.startTitle', { name: firstName(client.name) })}
      label={say('plan.start')}
      act={act}
      onClose={onClose}
    >
      <p>{say('plan.startWhat')}</p>
      {!client.emailConsent && (
        <p className="strong">{say('plan.noConsent', { name: firstName(client.name) })}</p>
      )}
    </Confirm>
  );
}
