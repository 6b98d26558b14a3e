import type { Dispatch } from 'react';
import { ANCHORS, isRhythm, PACES, type PromptTemplateView } from '../../api-client/calls-library.js';
import { Button } from '../../parts/button.js';
import { Choice } from '../../parts/choice.js';
import { WallTime } from '../../parts/wall-time.js';
import { say } from '../../words-library.js';
import { WholeNumber } from './number-field.js';
import { isBefore, negative, type PlanEdit, type StepDraft } from './plan-draft.js';
import { promptOf } from './prompt-of.js';
import { PromptPicker } from './prompt-picker.js';
import { StepRules } from './step-rules.js';

interface StepFormProps {
  step: StepDraft;
  prompts: readonly PromptTemplateView[];
  dispatch: Dispatch<PlanEdit>;
  error?: string;
  hasNoPrompt: boolean;
  hasNoTime: boolean;
  onDone(): void;
}

const LATENESS_HOURS = [4, 6, 12, 14, 24, 36, 40, 48, 72, 96, 168, 336];
const NUDGES = [1, 2, 3, 4, 5, 6, 7];
const OPEN = [1, 2, 3, 5, 7, 10, 14, 21, 28];

/** One step: what is asked, when, how late it may be, and what happens without a reply. */
export function StepForm({ step, prompts, dispatch, error, hasNoPrompt, hasNoTime, onDone }: StepFormProps) {
  const { key } = step;
  const change = (part: Partial<StepDraft>) => dispatch({ do: 'change', key, change: part });
  const prompt = promptOf(step, prompts);
  return (
    <div className="step-form" role="group" aria-label={say('planStep.editing')}>
      {error && <p className="field-error step-wide">{error}</p>}
      <div className="step-wide">
        <PromptPicker
          value={step.prompt.template}
          prompts={prompts}
          onChange={(template) => change({ prompt: { template } })}
          error={hasNoPrompt ? say('planBuilder.choosePrompt') : undefined}
        />
        {prompt && <StepRules prompt={prompt} />}
        {prompt?.isPinned && (
          <p className="step-version">
            {say('planStep.asksVersion', { n: prompt.number, newest: prompt.newest })}
            <Button
              small
              kind="plain"
              onPress={() => change({ prompt: { template: step.prompt.template, number: prompt.newest } })}
            >
              {say('planStep.takeNewest', { n: prompt.newest })}
            </Button>
          </p>
        )}
      </div>
      <div className="step-two">
        <Choice
          label={say('planStep.relativeTo')}
          value={step.anchor}
          onChange={(anchor) => dispatch({ do: 'anchor', key, anchor })}
          options={ANCHORS.map((anchor) => ({ value: anchor, label: say(`planStep.anchor.${anchor}`) }))}
        />
      </div>
      <Days step={step} onChange={change} />
      <div className="field" data-invalid={hasNoTime || undefined}>
        {hasNoTime && <p className="field-error">{say('planStep.problem.noTime')}</p>}
        <WallTime
          label={say('planStep.time')}
          value={step.localTime}
          onChange={(localTime) => change({ localTime })}
          isInvalid={hasNoTime}
        />
      </div>
      <Amount
        label={say('planStep.lateness')}
        value={step.latenessHours}
        of={LATENESS_HOURS}
        words={(n) => say('planStep.hours', { n })}
        onChange={(latenessHours) => change({ latenessHours })}
      />
      {!prompt?.informs && (
        <Amount
          label={say('planStep.nudge')}
          value={step.nudgeAfterDays ?? 0}
          of={[0, ...NUDGES]}
          words={(n) => (n === 0 ? say('planStep.noNudge') : say('planStep.nudgeAfter', { n }))}
          onChange={(days) => change({ nudgeAfterDays: days || null })}
        />
      )}
      <Amount
        label={say('planStep.openDays')}
        value={step.openDays}
        of={OPEN}
        words={(n) => say('planBuilder.days', { n })}
        onChange={(openDays) => change({ openDays })}
      />
      <div className="step-two">
        <Choice
          label={say('planStep.pace')}
          value={step.slowestPace}
          onChange={(slowestPace) => change({ slowestPace })}
          options={PACES.map((pace) => ({
            value: pace,
            label: say('planStep.paceOption', {
              pace: say(`pace.${pace}`),
              what: say(`planBuilder.paceWhat.${pace}`),
            }),
          }))}
        />
      </div>
      {prompt?.measure && (
        <label className="tick step-wide">
          <input
            type="checkbox"
            checked={step.midSeries ?? false}
            onChange={(event) => change({ midSeries: event.target.checked })}
          />
          <span>
            {say('planStep.midSeries')}
            <small>{say('planStep.midSeriesHint')}</small>
          </span>
        </label>
      )}
      <div className="acts step-wide">
        <Button small onPress={onDone}>
          {say('planBuilder.done')}
        </Button>
      </div>
    </div>
  );
}

interface DaysProps {
  step: StepDraft;
  onChange(part: Partial<StepDraft>): void;
}

function Days({ step: { anchor, days, everyDays }, onChange }: DaysProps) {
  if (isRhythm(anchor))
    return (
      <>
        <WholeNumber
          label={say('planStep.firstAfter')}
          value={days}
          min={anchor === 'rhythm' ? 1 : 0}
          max={365}
          onChange={(first) => onChange({ days: first })}
        />
        <WholeNumber
          label={say('planStep.everyDays')}
          value={everyDays ?? 28}
          min={7}
          max={366}
          onChange={(every) => onChange({ everyDays: every })}
        />
      </>
    );
  if (isBefore(anchor) || days < 0)
    return (
      <WholeNumber
        label={say('planStep.daysBefore')}
        value={Math.abs(days)}
        min={0}
        max={30}
        onChange={(before) => onChange({ days: negative(before) })}
      />
    );
  return (
    <WholeNumber
      label={say('planStep.daysAfter')}
      value={days}
      min={0}
      max={365}
      onChange={(after) => onChange({ days: after })}
    />
  );
}

interface AmountProps {
  label: string;
  value: number;
  of: readonly number[];
  words(n: number): string;
  onChange(n: number): void;
}

/** One of the usual amounts; one that stands there already is kept among them. */
function Amount({ label, value, of, words, onChange }: AmountProps) {
  const all = of.includes(value) ? of : [...of, value].sort((a, b) => a - b);
  return (
    <Choice
      label={label}
      value={String(value)}
      onChange={(text) => onChange(Number(text))}
      options={all.map((n) => ({ value: String(n), label: words(n) }))}
    />
  );
}
