import { Fragment, type ReactNode } from 'react';
import type { PromptTemplateView } from '../../api-client/calls-library.js';
import { wallClock } from '../../when.js';
import { say } from '../../words-library.js';
import type { StepDraft } from './plan-draft.js';
import { asksWords } from '../library/asks-words.js';
import { ALSO } from '../library/prompt-draft.js';
import { useMeasures } from '../library/use-measures.js';
import { promptOf, type StepPrompt } from './prompt-of.js';
import { stepDay } from './step-when.js';

interface StepsTableProps {
  steps: readonly StepDraft[];
  prompts: readonly PromptTemplateView[];
  /** What can be done with a step; absent where the plan is only read. */
  acts?(step: StepDraft): ReactNode;
  /** The fields of the one that is being changed. */
  editor?: { key: string; fields: ReactNode };
}

const COLUMNS = 5;

/** The steps of a plan in the order they come; the one being changed opens under its own line. */
export function StepsTable({ steps, prompts, acts, editor }: StepsTableProps) {
  return (
    <div className="card">
      <table className="rows steps-table">
        <caption className="sr">{say('planBuilder.stepsTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('planBuilder.when')}</th>
            <th scope="col">{say('planBuilder.prompt')}</th>
            <th scope="col">{say('planBuilder.noReply')}</th>
            <th scope="col">{say('planBuilder.pace')}</th>
            {acts && (
              <th scope="col">
                <span className="sr">{say('column.acts')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <Fragment key={step.key}>
              <Row step={step} prompts={prompts} acts={acts} isOpen={editor?.key === step.key} />
              {editor?.key === step.key && (
                <tr className="step-open">
                  <td colSpan={COLUMNS}>{editor.fields}</td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps extends Pick<StepsTableProps, 'prompts' | 'acts'> {
  step: StepDraft;
  isOpen: boolean;
}

function Row({ step, prompts, acts, isOpen }: RowProps) {
  const prompt = promptOf(step, prompts);
  const informs = prompt ? prompt.informs : false;
  return (
    <tr className={isOpen ? 'is-open' : undefined} id={`step-${step.key}`}>
      <th scope="row">
        {stepDay(step)}
        {step.localTime && (
          <>
            , <span className="step-time">{wallClock(step.localTime)}</span>
          </>
        )}
        {step.anchor !== 'rhythm' && step.anchor !== 'series-rhythm' && (
          <small>{say(`planStep.anchorShort.${step.anchor}`)}</small>
        )}
      </th>
      <td data-label={say('planBuilder.prompt')}>
        {prompt ? (
          <>
            <span className="strong">{prompt.title}</span>
            {prompt.isPinned && <small>{say('planBuilder.promptVersion', { n: prompt.number })}</small>}
            {prompt.question && <span className="library-words">{prompt.question}</span>}
            <Asks prompt={prompt} />
          </>
        ) : (
          <span className="quiet">{say('planBuilder.noPrompt')}</span>
        )}
      </td>
      <td data-label={say('planBuilder.noReply')}>
        {informs
          ? say('planBuilder.informs')
          : step.nudgeAfterDays
            ? say('planBuilder.nudged', { n: step.nudgeAfterDays })
            : say('planBuilder.notNudged')}
        <small>{say('planBuilder.openFor', { n: step.openDays })}</small>
      </td>
      <td data-label={say('planBuilder.pace')}>
        {say(`pace.${step.slowestPace}`)}
        <small>{say(`planBuilder.paceWhat.${step.slowestPace}`)}</small>
      </td>
      {acts && <td className="row-acts">{acts(step)}</td>}
    </tr>
  );
}

/** What it asks beside its question, unless its title says as much. */
function Asks({ prompt: { title, content } }: { prompt: StepPrompt }) {
  const measures = useMeasures();
  const isMore = Boolean(content.measure) || ALSO.some((field) => content[field]);
  const words = asksWords(content, measures);
  return isMore && words !== title && <small>{words}</small>;
}
