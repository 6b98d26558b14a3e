import { Minus, Plus } from 'lucide-react';
import { Button, Group, Input, Label, NumberField } from 'react-aria-components/NumberField';
import { say } from '../../words-library.js';

interface WholeNumberProps {
  label: string;
  value: number;
  min: number;
  max: number;
  onChange(value: number): void;
}

/** A small whole number: typed, by the arrow keys, or one more and one less. */
export function WholeNumber({ label, value, min, max, onChange }: WholeNumberProps) {
  return (
    <NumberField
      className="field number-field"
      value={value}
      minValue={min}
      maxValue={max}
      step={1}
      formatOptions={{ maximumFractionDigits: 0 }}
      onChange={(next) => onChange(Number.isNaN(next) ? min : next)}
    >
      <Label className="field-label">{label}</Label>
      <Group className="stepper">
        <Button slot="decrement" className="btn" aria-label={say('planStep.fewer')}>
          <Minus size={15} aria-hidden="true" />
        </Button>
        <Input className="box" />
        <Button slot="increment" className="btn" aria-label={say('planStep.moreOf')}>
          <Plus size={15} aria-hidden="true" />
        </Button>
      </Group>
    </NumberField>
  );
}
