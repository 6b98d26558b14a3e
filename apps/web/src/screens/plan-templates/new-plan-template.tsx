import '../library/library.css';
import './plan-templates.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useReducer, useState } from 'react';
import { useAct } from '../../acts/use-act.js';
import { useUnsaved } from '../../acts/use-unsaved.js';
import {
  addPlanTemplate,
  planTemplatesQuery,
  type PlanTemplateView,
  promptTemplatesQuery,
  type PromptTemplateView,
} from '../../api-client/calls-library.js';
import { Failure } from '../../parts/failure.js';
import { FormFoot } from '../../parts/form-foot.js';
import { Loading } from '../../parts/loading.js';
import { notify } from '../../parts/toast.js';
import { OnlyFor } from '../../shell/only-for.js';
import { PageHead } from '../../shell/page-head.js';
import { useTitle } from '../../shell/use-title.js';
import { say } from '../../words-library.js';
import { PlanBuilder } from './plan-builder.js';
import { copyOf, planEdited, planOf } from './plan-draft.js';
import { PlanTemplatesLink } from './plan-templates-link.js';

const route = getRouteApi('/staff/shell/plan-templates/new');

/** A plan template of the clinic's own: from nothing, or from one of ours. It is there once it is published. */
export function NewPlanTemplate() {
  const { from } = route.useSearch();
  return (
    <OnlyFor roles={['practitioner', 'admin']} title={say('planBuilder.new')} why={say('library.notYours')}>
      <WithLibrary key={from ?? ''} from={from} />
    </OnlyFor>
  );
}

function WithLibrary({ from }: { from?: string }) {
  const prompts = useQuery(promptTemplatesQuery());
  const templates = useQuery({ ...planTemplatesQuery(), enabled: Boolean(from) });
  const error = prompts.error ?? templates.error;
  if (prompts.data && (!from || templates.data))
    return <NewPlanForm prompts={prompts.data} from={templates.data?.find(({ id }) => id === from)} />;
  return (
    <>
      <PageHead above={<PlanTemplatesLink />} title={say('planBuilder.new')} />
      {error ? (
        <Failure
          error={error}
          retry={() => void Promise.all([prompts.refetch(), from && templates.refetch()])}
        />
      ) : (
        <Loading rows={10} />
      )}
    </>
  );
}

function NewPlanForm({ prompts, from }: { prompts: PromptTemplateView[]; from?: PlanTemplateView }) {
  useTitle(say('planBuilder.new'));
  const navigate = useNavigate();
  const [key] = useState(() => crypto.randomUUID());
  const [start] = useState(() => (from ? copyOf(from) : { title: '', steps: [] }));
  const [draft, dispatch] = useReducer(planEdited, start);
  const isChanged = JSON.stringify(planOf(draft)) !== JSON.stringify(planOf(start));
  useUnsaved(isChanged);
  const act = useAct(
    () => addPlanTemplate({ ...(from && { startedFrom: from.id }), ...planOf(draft) }, key),
    {
      refresh: [['plan-templates']],
      done: ({ id, number, title }) => {
        notify(say('builder.published', { title, n: number }));
        void navigate({ to: '/plan-templates/$templateId', params: { templateId: id }, ignoreBlocker: true });
      },
    },
  );
  return (
    <>
      <PageHead
        above={<PlanTemplatesLink />}
        title={from ? say('builder.newFrom', { title: from.title }) : say('planBuilder.new')}
      />
      <PlanBuilder
        {...{ draft, dispatch, prompts, isChanged }}
        error={act.error}
        onPublish={() => act.run()}
        foot={<FormFoot act={act} label={say('builder.publish')} isChanged={isChanged} isConfirming />}
      />
    </>
  );
}
