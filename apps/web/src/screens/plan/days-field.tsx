import { useId, useState } from 'react';
import { Button } from '../../parts/button.js';
import { say } from '../../words-plan.js';
import { daysWithin, isBefore, type Step } from './staging.js';

/** Days from what the step hangs on: by one with the buttons, or typed. "Before" counts the other way. */
export function DaysField({ step, onChange }: { step: Step; onChange(days: number): void }) {
  const id = useId();
  const [typed, type] = useState<string | null>(null);
  const sign = isBefore(step.anchor) ? -1 : 1;
  const [least, most] = daysWithin(step.anchor);
  const shown = step.days * sign;
  const by = (days: number) => {
    type(null);
    onChange(step.days + days);
  };
  const [less, more] = sign === 1 ? [-1, 1] : [1, -1];
  return (
    <div>
      <label className="field-sub" htmlFor={id}>
        {labelOf(step)}
      </label>
      <div className="days-row">
        <Button
          small
          aria-label={say(less < 0 ? 'planner.earlierDay' : 'planner.laterDay')}
          isDisabled={step.days === (sign === 1 ? least : most)}
          onPress={() => by(less)}
        >
          −
        </Button>
        <input
          id={id}
          className="box"
          type="text"
          inputMode="numeric"
          size={3}
          value={typed ?? String(shown)}
          onChange={(event) => {
            const text = event.target.value;
            type(text);
            if (/^[-−]?\d{1,3}$/.test(text)) onChange(Number(text.replace('−', '-')) * sign);
          }}
          onKeyDown={(event) => {
            const up = { ArrowUp: more, ArrowDown: less }[event.key];
            if (up === undefined) return;
            event.preventDefault();
            by(up);
          }}
          onBlur={() => type(null)}
        />
        <Button
          small
          aria-label={say(more < 0 ? 'planner.earlierDay' : 'planner.laterDay')}
          isDisabled={step.days === (sign === 1 ? most : least)}
          onPress={() => by(more)}
        >
          +
        </Button>
      </div>
    </div>
  );
}

function labelOf({ anchor }: Step): string {
  if (anchor === 'first-session') return say('planner.daysBefore');
  if (anchor === 'next-appointment') return say('planner.daysBeforeCall');
  if (anchor === 'series-rhythm') return say('planner.daysFirstOfSeries');
  return say(anchor === 'rhythm' ? 'planner.daysFirst' : 'planner.daysAfter');
}
