import '../library/library.css';
import './plan-templates.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { planTemplatesQuery, type PlanTemplateView } from '../../api-client/calls-library.js';
import { moveFocus } from '../../keys/move-focus.js';
import { useKeys } from '../../keys/use-keys.js';
import { LinkButton } from '../../parts/button.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { OnlyFor } from '../../shell/only-for.js';
import { PageHead } from '../../shell/page-head.js';
import { say } from '../../words-library.js';
import { TemplateTable } from '../library/template-table.js';
import { Brings } from './brings-line.js';
import { inOrder } from './plan-draft.js';
import { stepWhen } from './step-when.js';

/** The lists of prompts a client's plan may begin with. */
export function PlanTemplates() {
  return (
    <OnlyFor
      roles={['practitioner', 'admin']}
      title={say('planTemplates.title')}
      why={say('library.notYours')}
    >
      <TemplatesOfClinic />
    </OnlyFor>
  );
}

function TemplatesOfClinic() {
  useKeys({ j: () => moveFocus(1), k: () => moveFocus(-1) });
  const templates = useQuery(planTemplatesQuery());
  return (
    <>
      <PageHead
        title={say('planTemplates.title')}
        acts={
          <LinkButton kind="primary" to="/plan-templates/new" icon={<Plus size={16} aria-hidden="true" />}>
            {say('planTemplates.make')}
          </LinkButton>
        }
      >
        {say('planTemplates.what')}
      </PageHead>
      {templates.isPending && <Loading rows={6} />}
      {templates.error && <Failure error={templates.error} retry={() => void templates.refetch()} />}
      {templates.data && <Sections all={templates.data} />}
    </>
  );
}

function Sections({ all }: { all: PlanTemplateView[] }) {
  const own = byTitle(all.filter(({ starter, archivedAt }) => !starter && !archivedAt));
  const archived = byTitle(all.filter(({ archivedAt }) => archivedAt));
  return (
    <>
      {own.length > 0 ? (
        <Table title={say('library.own')} templates={own} />
      ) : (
        <>
          <div className="section-head">
            <h2>{say('library.own')}</h2>
          </div>
          <p className="library-none">{say('planTemplates.noOwn')}</p>
        </>
      )}
      <Table
        title={say('library.ours')}
        what={say('planTemplates.oursWhat')}
        templates={all.filter(({ starter }) => starter)}
      />
      {archived.length > 0 && (
        <Table
          title={say('library.archived')}
          what={say('planTemplates.archivedWhat')}
          templates={archived}
        />
      )}
    </>
  );
}

const byTitle = (templates: PlanTemplateView[]) =>
  [...templates].sort((a, b) => a.title.localeCompare(b.title));

function Table({ title, what, templates }: { title: string; what?: string; templates: PlanTemplateView[] }) {
  return (
    <TemplateTable
      title={title}
      what={what}
      className="plan-templates"
      columns={[
        say('planTemplates.plan'),
        say('planTemplates.steps'),
        say('planTemplates.first'),
        say('planTemplates.last'),
      ]}
    >
      {templates.map((template) => (
        <Row key={template.id} template={template} />
      ))}
    </TemplateTable>
  );
}

function Row({
  template: { id, title, steps, starter, number, archivedAt },
}: {
  template: PlanTemplateView;
}) {
  const sorted = inOrder(steps);
  const [first, last] = [sorted[0], sorted.at(-1)];
  return (
    <tr className={archivedAt ? 'is-over' : undefined}>
      <th scope="row">
        <Link to="/plan-templates/$templateId" params={{ templateId: id }} data-stop>
          {title}
        </Link>
        {(!starter || number > 1) && <small>{say('library.version', { n: number })}</small>}
        <Brings steps={steps} />
      </th>
      <td data-label={say('planTemplates.steps')} className="num">
        {say('planTemplates.stepCount', { n: steps.length })}
      </td>
      <td data-label={say('planTemplates.first')}>{first && stepWhen(first)}</td>
      <td data-label={say('planTemplates.last')}>{last && stepWhen(last)}</td>
    </tr>
  );
}
