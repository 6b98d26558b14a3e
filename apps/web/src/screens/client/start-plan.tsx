import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../acts/use-act.js';
import { planTemplateQuery, planTemplatesQuery } from '../../api-client/calls-library.js';
import { planPreviewQuery, startPlanFrom } from '../../api-client/calls-plans.js';
import type { ClientView } from '../../api-client/views.js';
import { Button } from '../../parts/button.js';
import { Choice } from '../../parts/choice.js';
import { Confirm } from '../../parts/confirm.js';
import { notify } from '../../parts/toast.js';
import { firstName } from '../../parts/two-clocks.js';
import { say } from '../../words-plan.js';
import { missingIn, NotReady, WithoutMornings } from '../plan/not-ready.js';
import { asksSafety } from '../plan-templates/brings.js';
import { FirstPrompts, VersionChoice } from './start-plan-parts.js';

const STEADY = 'steady';

/** A template in one of its versions to begin with, what it brings, and what it would place at once. */
export function StartPlan({ client, onClose }: { client: ClientView; onClose(): void }) {
  const [key] = useState(() => crypto.randomUUID());
  const [start, choose] = useState<{ template: string; number?: number }>({ template: STEADY });
  const templates = useQuery(planTemplatesQuery());
  const versions = useQuery(planTemplateQuery(start.template)).data?.versions ?? [];
  const preview = useQuery(planPreviewQuery(client.id, start));
  const name = firstName(client.name);
  const act = useAct(() => startPlanFrom(client.id, start, key), {
    refresh: [['client', client.id], ['today']],
    done: () => {
      notify(say('plan.didStart', { name: client.name }));
      onClose();
    },
  });
  const pick = (to: { template: string; number?: number }) => {
    act.reset();
    choose(to);
  };
  const offered = templates.data?.filter(({ archivedAt }) => !archivedAt) ?? [];
  const refused = missingIn(act.error);
  const missing = refused ?? preview.data?.missing ?? [];
  const calmer = missing.includes('rosters') ? versions.find(({ steps }) => !asksSafety(steps)) : undefined;
  return (
    <Confirm
      title={say('planner.startTitle', { name })}
      label={say('planner.start')}
      act={{ ...act, error: refused ? null : act.error }}
      onClose={onClose}
    >
      {offered.length > 0 && (
        <Choice
          label={say('planner.startTemplate')}
          value={start.template}
          options={offered.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(template) => pick({ template })}
        />
      )}
      <VersionChoice
        versions={versions}
        number={start.number}
        onChoose={(number) => pick({ template: start.template, number })}
      />
      <p>{say('plan.startWhat')}</p>
      {preview.data && <FirstPrompts rows={preview.data.rows} name={name} />}
      <NotReady missing={missing} isRefusal={refused !== null} />
      {calmer && (
        <div className="acts">
          <Button small onPress={() => pick({ template: start.template, number: calmer.number })}>
            {say('planner.takeEarlier', { n: calmer.number })}
          </Button>
        </div>
      )}
      {preview.data && <WithoutMornings preview={preview.data} />}
      {!client.emailConsent && <p className="strong">{say('plan.noConsent', { name })}</p>}
    </Confirm>
  );
}
