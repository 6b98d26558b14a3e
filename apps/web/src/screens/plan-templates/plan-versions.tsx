import { useQuery } from '@tanstack/react-query';
import { planTemplateQuery, type PlanVersionView } from '../../api-client/calls-library.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { say } from '../../words-library.js';
import { Versions } from '../library/versions.js';
import { Brings } from './brings-line.js';

interface PlanVersionsProps {
  id: string;
  /** Takes the steps of an earlier version into the table. */
  onTake?(version: PlanVersionView): void;
}

/** What was published of a plan template, and what each version brings. Plans that began with one keep it. */
export function PlanVersions({ id, onTake }: PlanVersionsProps) {
  const template = useQuery(planTemplateQuery(id));
  if (template.error) return <Failure error={template.error} retry={() => void template.refetch()} />;
  if (!template.data) return <Loading rows={3} />;
  return (
    <Versions versions={template.data.versions} onTake={onTake} takeLabel={say('planVersions.use')}>
      {({ title, steps }) => (
        <>
          <p>
            {title}, {say('planTemplates.stepCount', { n: steps.length })}
          </p>
          <Brings steps={steps} />
        </>
      )}
    </Versions>
  );
}
