import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../acts/use-act.js';
import { planTemplatesQuery } from '../../api-client/calls-library.js';
import { planPreviewQuery, startPlanFrom } from '../../api-client/calls-plans.js';
import type { ClientView } from '../../api-client/views.js';
import { Choice } from '../../parts/choice.js';
import { Confirm } from '../../parts/confirm.js';
import { notify } from '../../parts/toast.js';
import { firstName } from '../../parts/two-clocks.js';
import { say } from '../../words-plan.js';
import { missingIn, NotReady } from '../plan/not-ready.js';

const STEADY = 'steady';

/** A template to begin with, and what it would place at once. */
export function StartPlan({ client, onClose }: { client: ClientView; onClose(): void }) {
  const [key] = useState(() => crypto.randomUUID());
  const [template, choose] = useState(STEADY);
  const templates = useQuery(planTemplatesQuery());
  const preview = useQuery(planPreviewQuery(client.id, { template }));
  const name = firstName(client.name);
  const act = useAct(() => startPlanFrom(client.id, template, key), {
    refresh: [['client', client.id], ['today']],
    done: () => {
      notify(say('plan.didStart', { name: client.name }));
      onClose();
    },
  });
  const offered = templates.data?.filter(({ archivedAt }) => !archivedAt) ?? [];
  const missing = missingIn(act.error) ?? preview.data?.missing ?? [];
  return (
    <Confirm
      title={say('planner.startTitle', { name })}
      label={say('planner.start')}
      act={{ ...act, error: missingIn(act.error) ? null : act.error }}
      onClose={onClose}
    >
      {offered.length > 0 && (
        <Choice
          label={say('planner.startTemplate')}
          value={template}
          options={offered.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={choose}
        />
      )}
      <p>{say('plan.startWhat')}</p>
      {preview.data && <FirstPrompts rows={preview.data.rows} name={name} />}
      <NotReady missing={missing} isRefusal={missingIn(act.error) !== null} />
      {!client.emailConsent && <p className="strong">{say('plan.noConsent', { name })}</p>}
    </Confirm>
  );
}

function FirstPrompts({
  rows,
  name,
}: {
  rows: { title: string; localText: string; status: string }[];
  name: string;
}) {
  const toCome = rows.filter(({ status }) => status === 'scheduled');
  const first = toCome[0];
  return (
    <p className="quiet" role="status">
      {say('planner.startPreview', { n: toCome.length })}{' '}
      {first && say('planner.startFirst', { title: first.title, time: first.localText, name })}
    </p>
  );
}
