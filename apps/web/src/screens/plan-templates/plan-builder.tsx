import { Plus } from 'lucide-react';
import { type Dispatch, type FormEvent, type ReactNode, useMemo, useState } from 'react';
import type { PromptTemplateView } from '../../api-client/calls-library.js';
import { ApiProblem } from '../../api-client/request.js';
import { Button } from '../../parts/button.js';
import { Empty } from '../../parts/empty.js';
import { ErrorSummary } from '../../parts/error-summary.js';
import { Field } from '../../parts/field.js';
import { notify } from '../../parts/toast.js';
import { say } from '../../words-library.js';
import { useFocusNext } from '../library/use-focus-next.js';
import { inOrder, MOST_STEPS, newStep, type PlanDraft, type PlanEdit, type StepDraft } from './plan-draft.js';
import { type PlanProblem, problemsIn, stepOf } from './plan-problems.js';
import { promptOf } from './prompt-of.js';
import { StepForm } from './step-form.js';
import { StepsTable } from './steps-table.js';

interface PlanBuilderProps {
  draft: PlanDraft;
  dispatch: Dispatch<PlanEdit>;
  prompts: readonly PromptTemplateView[];
  error: Error | null;
  onPublish(): void;
  isChanged: boolean;
  foot: ReactNode;
}

/** Name and steps of a plan template. One step is open at a time; the others say in words when they come. */
export function PlanBuilder({
  draft,
  dispatch,
  prompts,
  error,
  onPublish,
  isChanged,
  foot,
}: PlanBuilderProps) {
  const [openKey, open] = useState<string | null>(null);
  const [found, setFound] = useState<PlanProblem[]>([]);
  const focusNext = useFocusNext();
  const { steps } = draft;
  const refused = useMemo(() => refusals(error, inOrder(steps)), [error]);
  const summary = useMemo(() => [...found.map(inWords), ...refused], [found, refused]);
  const nameOf = (step: StepDraft) => promptOf(step, prompts)?.title ?? say('planBuilder.noPrompt');
  const isMissing = (code: PlanProblem['code'], key: string) =>
    found.some((each) => each.code === code && each.key === key);

  function submit(event: FormEvent) {
    event.preventDefault();
    const problems = problemsIn(draft);
    setFound(problems);
    const atStep = problems.find(({ key }) => key)?.key;
    if (atStep) open(atStep);
    if (problems.length > 0) return;
    open(null);
    dispatch({ do: 'order' });
    onPublish();
  }

  function add() {
    const step = newStep(crypto.randomUUID());
    dispatch({ do: 'order' });
    dispatch({ do: 'add', step });
    open(step.key);
    focusNext('[name="step-prompt"]');
  }

  function close(key: string) {
    open(null);
    dispatch({ do: 'order' });
    focusNext(`#change-${key}`);
  }

  function remove(step: StepDraft) {
    dispatch({ do: 'remove', key: step.key });
    focusNext('#add-step');
    notify(say('planBuilder.removed', { title: nameOf(step) }), () => {
      dispatch({ do: 'add', step });
      dispatch({ do: 'order' });
    });
  }

  const acts = (step: StepDraft) =>
    step.key !== openKey && (
      <>
        <Button
          small
          id={`change-${step.key}`}
          onPress={() => {
            dispatch({ do: 'order' });
            open(step.key);
            focusNext('[name="step-prompt"]');
          }}
        >
          {say('planBuilder.change')}
          <span className="sr"> {nameOf(step)}</span>
        </Button>
        <Button small kind="plain" onPress={() => remove(step)}>
          {say('planBuilder.remove')}
          <span className="sr"> {nameOf(step)}</span>
        </Button>
      </>
    );

  const opened = steps.find(({ key }) => key === openKey);
  return (
    <form className="plan-builder" onSubmit={submit} noValidate>
      {summary.length > 0 && <ErrorSummary errors={summary} />}
      <section className="card pad narrow">
        <Field
          name="title"
          label={say('planBuilder.title')}
          hint={say('planBuilder.titleHint')}
          autoComplete="off"
          value={draft.title}
          onChange={(title) => dispatch({ do: 'title', title })}
          error={
            found.some(({ code }) => code === 'noTitle') ? say('planBuilder.problem.noTitle') : undefined
          }
        />
      </section>
      <div>
        <div className="section-head">
          <h2>{say('planBuilder.stepsTitle')}</h2>
          <p>{say('planBuilder.stepsWhat')}</p>
          <Button
            small
            id="add-step"
            isDisabled={steps.length >= MOST_STEPS}
            onPress={add}
            icon={<Plus size={15} aria-hidden="true" />}
          >
            {say('planBuilder.add')}
          </Button>
        </div>
        {steps.length >= MOST_STEPS && <p className="quiet small">{say('planBuilder.most')}</p>}
        {steps.length === 0 ? (
          <Empty>{say('planBuilder.noSteps')}</Empty>
        ) : (
          <StepsTable
            {...{ steps, prompts, acts }}
            editor={
              opened && {
                key: opened.key,
                fields: (
                  <StepForm
                    step={opened}
                    {...{ prompts, dispatch }}
                    hasNoPrompt={!opened.prompt.template && isMissing('noPrompt', opened.key)}
                    hasNoTime={!opened.localTime && isMissing('noTime', opened.key)}
                    error={refused.find(({ key }) => key === opened.key)?.message}
                    onDone={() => close(opened.key)}
                  />
                ),
              }
            }
          />
        )}
      </div>
      <section className={`card pad form builder-foot${isChanged ? ' is-afloat' : ''}`}>{foot}</section>
    </form>
  );
}

const inWords = ({ code, at }: PlanProblem) => {
  switch (code) {
    case 'noTitle':
      return { fieldName: 'title', message: say('planBuilder.problem.noTitle') };
    case 'noSteps':
      return { message: say('planBuilder.problem.noSteps') };
    case 'noPrompt':
      return { fieldName: 'step-prompt', message: say('planBuilder.problem.noPrompt', { n: at }) };
    case 'noTime':
      return { fieldName: 'step-prompt', message: say('planBuilder.problem.noTime', { n: at }) };
  }
};

/** What the server did not take, by the step it is about: they were sent in their order. */
function refusals(error: Error | null, sent: readonly StepDraft[]) {
  if (!(error instanceof ApiProblem)) return [];
  return (error.problem.errors ?? []).map(({ field, message }) => ({
    key: stepOf(field, sent),
    fieldName: field === 'title' ? 'title' : undefined,
    message,
  }));
}
