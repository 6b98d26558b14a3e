import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { plansQuery, promptsQuery } from '../../api-client/queries.js';
import type { ClientView, PlanView } from '../../api-client/views.js';
import { Button, LinkButton } from '../../parts/button.js';
import { Empty } from '../../parts/empty.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { firstName } from '../../parts/two-clocks.js';
import { useHere, useIsReader } from '../../shell/use-me.js';
import { useIsWriter } from '../../shell/use-roles.js';
import { dayAndClock, wallClock, zoneName, zonePlace } from '../../when.js';
import { say } from '../../words-plan.js';
import { RestBanner, RestButton } from '../plan/rest-all.js';
import { PromptsTable } from './prompts-table.js';
import { StartPlan } from './start-plan.js';

/** The live plan, and every prompt it placed, with the reason it stands there. */
export function Plan({ client }: { client: ClientView }) {
  const here = useHere();
  const isReader = useIsReader();
  const isWriter = useIsWriter();
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
            {say('planner.start')}
          </Button>
        )}
        {live && (
          <span className="at-end acts">
            {isWriter && <RestButton client={client} />}
            {isReader && (
              <LinkButton
                small
                kind="primary"
                to="/clients/$clientId/plans/$planId"
                params={{ clientId: client.id, planId: live.id }}
              >
                {say('planner.edit')}
              </LinkButton>
            )}
          </span>
        )}
      </div>
      <RestBanner client={client} />
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
      {isStarting && <StartPlan client={client} onClose={() => start(false)} />}
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
