import { Plus } from 'lucide-react';
import type { SafetyPlanStep } from '../../../api-client/calls-safety-plan.js';
import { Button } from '../../../parts/button.js';
import { Field } from '../../../parts/field.js';
import { say } from '../../../words-safety-plan.js';
import { type DraftLine, MOST_LINES, newLine, WITH_PHONE } from './plan-draft.js';

interface PlanPartProps {
  step: SafetyPlanStep;
  number: number;
  lines: readonly DraftLine[];
  /** First name of the client. */
  name: string;
  onChange(lines: readonly DraftLine[]): void;
}

/** One part of the plan while it is written: lines, each theirs or ours. */
export function PlanPart({ step, number, lines, name, onChange }: PlanPartProps) {
  const put = (key: string, change: Partial<DraftLine>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...change } : line)));
  const title = say(`splan.step.${step}`);
  return (
    <fieldset className="plan-part">
      <legend>
        <span className="plan-number">{number}</span> {title}
      </legend>
      <p className="field-hint">{say(`splan.hint.${step}`)}</p>
      {lines.map((line, at) => (
        <div key={line.key} className="plan-line">
          <Field
            label={say('splan.line', { n: at + 1 })}
            serif={line.byClient}
            value={line.text}
            onChange={(text) => put(line.key, { text })}
          />
          {WITH_PHONE.includes(step) && (
            <Field
              label={say('splan.phone', { n: at + 1 })}
              type="tel"
              value={line.phone}
              onChange={(phone) => put(line.key, { phone })}
            />
          )}
          <div className="plan-line-foot">
            <label className="tick">
              <input
                type="checkbox"
                checked={line.byClient}
                onChange={(event) => put(line.key, { byClient: event.target.checked })}
              />
              {say('splan.theirWords', { name })}
            </label>
            {lines.length > 1 && (
              <Button
                small
                kind="plain"
                onPress={() => onChange(lines.filter(({ key }) => key !== line.key))}
              >
                {say('splan.removeLine')}
                <span className="sr"> {line.text || say('splan.line', { n: at + 1 })}</span>
              </Button>
            )}
          </div>
        </div>
      ))}
      {lines.length < MOST_LINES && (
        <Button
          small
          kind="plain"
          icon={<Plus size={15} aria-hidden="true" />}
          onPress={() => onChange([...lines, newLine(step, crypto.randomUUID())])}
        >
          {say('splan.addLine')}
          <span className="sr"> {title}</span>
        </Button>
      )}
    </fieldset>
  );
}
