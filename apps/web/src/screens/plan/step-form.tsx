import { useId } from 'react';
import { ANCHORS, isRhythm, PACES } from '../../api-client/calls-library.js';
import { Button } from '../../parts/button.js';
import { WallTime } from '../../parts/wall-time.js';
import { firstName } from '../../parts/two-clocks.js';
import { say } from '../../words-plan.js';
import { DaysField } from './days-field.js';
import { keepPlace } from './keep-place.js';
import type { RowsProps } from './rows-props.js';
import type { Step, StepChange, StepFields } from './staging.js';

interface StepFormProps extends Pick<RowsProps, 'client' | 'staged' | 'onSwap'> {
  step: Step;
  change: StepChange;
}

const NUDGES = [0, 1, 2, 3, 4, 5, 6, 7];
const OPEN = [1, 2, 3, 5, 7, 10, 14, 21, 28];
const LATENESS_HOURS = [4, 6, 12, 24, 36, 48, 72, 96, 168, 336];
const RHYTHMS = [7, 14, 21, 28, 42, 56, 84];

/** One step, edited in place; nothing is live before it is made so. */
export function StepForm({ step, staged, client, onSwap }: StepFormProps) {
  const { act, live, changes } = staged;
  const set = (fields: Partial<StepFields>) => act({ do: 'set', id: step.id, fields, live });
  const id = useId();
  if (changes.get(step.id) === 'removed')
    return (
      <div className="plan-step">
        <Button
          small
          onPress={() => {
            act({ do: 'put-back', id: step.id });
            keepPlace();
          }}
        >
          {say('planner.putBack')}
        </Button>
      </div>
    );
  return (
    <div className="plan-step" role="group" aria-label={step.prompt.title}>
      <DaysField step={step} onChange={(days) => set({ days })} />
      {isRhythm(step.anchor) && (
        <Select
          id={`${id}-every`}
          label={say('planner.every')}
          value={step.everyDays ?? 28}
          options={withOwn(RHYTHMS, step.everyDays).map((days) => [days, everyWords(days)])}
          onChange={(everyDays) => set({ everyDays })}
        />
      )}
      <WallTime
        label={say('planner.at', { name: firstName(client.name) })}
        value={step.localTime}
        onChange={(localTime) => localTime && set({ localTime })}
      />
      {!step.prompt.informs && (
        <Select
          id={`${id}-nudge`}
          label={say('planner.nudge')}
          value={step.nudgeAfterDays ?? 0}
          options={NUDGES.map((days) => [
            days,
            days === 0 ? say('planner.noNudge') : say('planner.nudgeAfter', { days }),
          ])}
          onChange={(days) => set({ nudgeAfterDays: days || null })}
        />
      )}
      <Select
        id={`${id}-late`}
        label={say('planner.lateness')}
        value={step.latenessHours}
        options={withOwn(LATENESS_HOURS, step.latenessHours).map((hours) => [hours, latenessWords(hours)])}
        onChange={(latenessHours) => set({ latenessHours })}
      />
      <Select
        id={`${id}-open`}
        label={say('planner.open')}
        value={step.openDays}
        options={withOwn(OPEN, step.openDays).map((days) => [days, say('planner.openDays', { days })])}
        onChange={(openDays) => set({ openDays })}
      />
      <Select
        id={`${id}-pace`}
        label={say('planner.slowest')}
        value={step.slowestPace}
        options={PACES.map((pace) => [pace, say(`planner.paceFrom.${pace}`)])}
        onChange={(slowestPace) => set({ slowestPace })}
      />
      <Select
        id={`${id}-anchor`}
        label={say('planner.anchor')}
        value={step.anchor}
        options={ANCHORS.map((anchor) => [anchor, say(`anchor.${anchor}`)])}
        onChange={(anchor) => set({ anchor })}
      />
      {step.prompt.measure && (
        <label className="tick">
          <input
            type="checkbox"
            checked={step.midSeries}
            onChange={(event) => set({ midSeries: event.target.checked })}
          />
          <span>
            {say('planner.midSeries')}
            <small>{say('planner.midSeriesHint')}</small>
          </span>
        </label>
      )}
      <div className="step-acts">
        <Button small kind="plain" onPress={() => onSwap(step)}>
          {say('planner.swap')}
        </Button>
        <Button
          small
          kind="plain"
          onPress={() => {
            act({ do: 'remove', id: step.id });
            keepPlace();
          }}
        >
          {say('planner.remove')}
        </Button>
      </div>
      {(step.anchor === 'every-session' || step.anchor === 'next-appointment' || isRhythm(step.anchor)) && (
        <p className="quiet tiny each-time">{say('planner.anchorAll')}</p>
      )}
    </div>
  );
}

const everyWords = (days: number) =>
  days % 7 === 0 ? say('planner.everyDays', { weeks: days / 7 }) : say('planner.everyOther', { days });

const latenessWords = (hours: number) =>
  hours % 24 === 0
    ? say('planner.latenessDays', { days: hours / 24 })
    : say('planner.latenessHours', { hours });

/** The choices, and the value that stands where it is none of them. */
const withOwn = (choices: readonly number[], own: number | null): number[] =>
  own === null || choices.includes(own) ? [...choices] : [...choices, own].sort((a, b) => a - b);

interface SelectProps<T extends string | number> {
  id: string;
  label: string;
  value: T;
  options: [value: T, label: string][];
  onChange(value: T): void;
}

function Select<T extends string | number>({ id, label, value, options, onChange }: SelectProps<T>) {
  return (
    <div>
      <label className="field-sub" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="box"
        value={value}
        onChange={(event) => {
          const chosen = options[event.target.selectedIndex];
          if (chosen) onChange(chosen[0]);
        }}
      >
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
