import { useReducer, useState } from 'react';
import { useAct } from '../../acts/use-act.js';
import { useUnsaved } from '../../acts/use-unsaved.js';
import {
  archivePlan,
  type PlanTemplateView,
  type PlanVersionView,
  type PromptTemplateView,
  publishPlan,
} from '../../api-client/calls-library.js';
import { Button } from '../../parts/button.js';
import { FormFoot } from '../../parts/form-foot.js';
import { notify } from '../../parts/toast.js';
import { PageHead } from '../../shell/page-head.js';
import { say } from '../../words-library.js';
import { Archive } from '../library/archive.js';
import { useArriveAtTop } from '../library/use-arrive-at-top.js';
import { PlanBuilder } from './plan-builder.js';
import { draftOf, planEdited, planOf } from './plan-draft.js';
import { PlanTemplatesLink } from './plan-templates-link.js';
import { PlanVersions } from './plan-versions.js';

interface EditPlanProps {
  template: PlanTemplateView;
  /** The title of the starter it began as. */
  from?: string;
  prompts: PromptTemplateView[];
}

/** The clinic's own plan template: what is changed becomes its next version when it is published. */
export function EditPlan({ template, from, prompts }: EditPlanProps) {
  const { id, version, number, title } = template;
  // What stood there when the changes began: somebody else's version never takes them away.
  const [base, setBase] = useState(template);
  const [draft, dispatch] = useReducer(planEdited, template, draftOf);
  const isChanged = JSON.stringify(planOf(draft)) !== JSON.stringify(planOf(draftOf(base)));
  useUnsaved(isChanged);
  useArriveAtTop();

  function take(plan: PlanTemplateView) {
    setBase(plan);
    dispatch({ do: 'take', plan: draftOf(plan) });
  }
  if (number > base.number && !isChanged) take(template);

  const act = useAct(() => publishPlan(id, version, planOf(draft)), {
    refresh: [['plan-templates']],
    done: (published) => {
      take(published);
      notify(say('builder.published', { title: published.title, n: published.number }));
    },
  });

  function discard() {
    take(template);
    act.reset();
    notify(say('builder.discarded'));
  }

  function takeSteps(earlier: PlanVersionView) {
    dispatch({ do: 'take', plan: draftOf(earlier) });
    notify(say('planVersions.used', { n: earlier.number }), () => dispatch({ do: 'take', plan: draft }));
  }

  return (
    <>
      <PageHead above={<PlanTemplatesLink />} title={title}>
        <span className="facts">
          <span>{say('library.version', { n: number })}</span>
          {from && <span>{say('library.startedFrom', { title: from })}</span>}
          <span>{say('planTemplates.stepCount', { n: template.steps.length })}</span>
        </span>
      </PageHead>
      <PlanBuilder
        {...{ draft, dispatch, prompts, isChanged }}
        error={act.error}
        onPublish={() => act.run()}
        foot={
          <>
            <p>{say('planBuilder.kept')}</p>
            <FormFoot
              act={act}
              isChanged={isChanged}
              label={say('builder.publishVersion', { n: number + 1 })}
              theirs={number > base.number ? [say('builder.theirs', { n: number, title })] : undefined}
            >
              {isChanged && (
                <Button small kind="plain" onPress={discard}>
                  {say('builder.discard')}
                </Button>
              )}
              <Archive
                title={title}
                what={say('archiving.planWhat')}
                refresh={[['plan-templates']]}
                call={() => archivePlan(id, version)}
              />
            </FormFoot>
          </>
        }
      />
      <div className="plan-versions">
        <PlanVersions id={id} onTake={takeSteps} />
      </div>
    </>
  );
}
