import { useQuery } from '@tanstack/react-query';
import { planTemplateQuery, planTemplatesQuery } from '../../api-client/calls-library.js';
import type { PlanView } from '../../api-client/views.js';
import { Button } from '../../parts/button.js';
import { Failure } from '../../parts/failure.js';
import { say } from '../../words-plan.js';
import { Brings } from '../plan-templates/brings-line.js';
import { broughtIn, countsOf } from './bring-in.js';
import { fieldsFrom } from './staging.js';
import type { StagedPlan } from './use-staged-plan.js';

/** That the template of this plan has a newer version, and the way to lay it out; nothing of it is live by itself. */
export function NewerVersion({ plan, staged }: { plan: PlanView; staged: StagedPlan }) {
  const { code, version } = plan.template;
  const templates = useQuery(planTemplatesQuery());
  const newest = templates.data?.find(({ id, archivedAt }) => id === code && !archivedAt);
  const isNewer = newest !== undefined && newest.number > version;
  const template = useQuery({ ...planTemplateQuery(code), enabled: isNewer });
  if (!isNewer) return null;
  const isLaid = staged.staged.number === newest.number;
  const base = template.data?.versions.find(({ number }) => number === version);

  function layOut() {
    if (!newest || !base) return;
    const versions = {
      live: staged.live,
      base: base.steps.map(fieldsFrom),
      newer: newest.steps.map(fieldsFrom),
    };
    const ids = newest.steps.map(() => crypto.randomUUID());
    staged.act({ do: 'restore', staged: broughtIn({ ...versions, number: newest.number }, ids) });
  }

  return (
    <section className="card pad newer-version" aria-label={say('version.newest', { n: newest.number })}>
      <div>
        <p className="strong" role="status">
          {isLaid
            ? say('planner.newerLaid', { n: newest.number })
            : say('planner.newer', { n: newest.number, title: newest.title, from: version })}
        </p>
        {isLaid ? (
          <p className="quiet small">{say('planner.newerWhat', countsOf(staged.staged))}</p>
        ) : (
          <Brings steps={newest.steps} />
        )}
        {template.error && <Failure error={template.error} retry={() => void template.refetch()} />}
      </div>
      {!isLaid && (
        <Button small isDisabled={!base} onPress={layOut}>
          {say('planner.newerLook', { n: newest.number })}
        </Button>
      )}
    </section>
  );
}
