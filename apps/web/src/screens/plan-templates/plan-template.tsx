import '../library/library.css';
import './plan-templates.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Copy } from 'lucide-react';
import {
  planTemplatesQuery,
  type PlanTemplateView,
  promptTemplatesQuery,
  type PromptTemplateView,
  restorePlan,
} from '../../api-client/calls-library.js';
import { LinkButton } from '../../parts/button.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { NotFound } from '../../shell/not-found.js';
import { OnlyFor } from '../../shell/only-for.js';
import { PageHead } from '../../shell/page-head.js';
import { useHere } from '../../shell/use-me.js';
import { day } from '../../when.js';
import { say } from '../../words-library.js';
import { Restore } from '../library/archive.js';
import { useArriveAtTop } from '../library/use-arrive-at-top.js';
import { EditPlan } from './edit-plan.js';
import { draftOf } from './plan-draft.js';
import { PlanTemplatesLink } from './plan-templates-link.js';
import { PlanVersions } from './plan-versions.js';
import { StepsTable } from './steps-table.js';

const route = getRouteApi('/staff/shell/plan-templates/$templateId');

/** One plan template: ours and archived ones to read, the clinic's own to change. */
export function PlanTemplate() {
  const { templateId } = route.useParams();
  return (
    <OnlyFor
      roles={['practitioner', 'admin']}
      title={say('planTemplates.title')}
      why={say('library.notYours')}
    >
      <KnownPlan key={templateId} id={templateId} />
    </OnlyFor>
  );
}

function KnownPlan({ id }: { id: string }) {
  const templates = useQuery(planTemplatesQuery());
  const prompts = useQuery(promptTemplatesQuery());
  const error = templates.error ?? prompts.error;
  if (templates.data && prompts.data) {
    const template = templates.data.find((each) => each.id === id);
    if (!template) return <NotFound />;
    if (template.starter || template.archivedAt)
      return <ReadPlan template={template} prompts={prompts.data} />;
    const from = templates.data.find(({ id: starter }) => starter === template.startedFrom)?.title;
    return <EditPlan template={template} from={from} prompts={prompts.data} />;
  }
  return (
    <>
      <PageHead above={<PlanTemplatesLink />} title={say('planTemplates.plan')} />
      {error ? (
        <Failure error={error} retry={() => void Promise.all([templates.refetch(), prompts.refetch()])} />
      ) : (
        <Loading rows={10} />
      )}
    </>
  );
}

interface ReadPlanProps {
  template: PlanTemplateView;
  prompts: PromptTemplateView[];
}

function ReadPlan({ template, prompts }: ReadPlanProps) {
  const here = useHere();
  useArriveAtTop();
  const { id, version, title, starter, archivedAt } = template;
  return (
    <>
      <PageHead
        above={<PlanTemplatesLink />}
        title={title}
        acts={
          archivedAt ? (
            <Restore title={title} refresh={[['plan-templates']]} call={() => restorePlan(id, version)} />
          ) : (
            <LinkButton
              kind="primary"
              to="/plan-templates/new"
              search={{ from: id }}
              icon={<Copy size={16} aria-hidden="true" />}
            >
              {say('library.makeOurs')}
            </LinkButton>
          )
        }
      >
        {starter
          ? say('planTemplates.isOurs')
          : archivedAt && say('archiving.is', { day: day(archivedAt, here) })}
      </PageHead>
      <div className="section-head">
        <h2>{say('planBuilder.stepsTitle')}</h2>
        <p>{say('planBuilder.stepsWhat')}</p>
      </div>
      <StepsTable steps={draftOf(template).steps} prompts={prompts} />
      <div className="plan-versions">
        <PlanVersions id={id} />
      </div>
    </>
  );
}
