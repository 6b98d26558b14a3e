import { Minus, Plus } from 'lucide-react';
import {
  Button as Step,
  FieldError,
  Group,
  Input,
  Label,
  NumberField,
  Text,
} from 'react-aria-components/NumberField';
import { Button } from '../../parts/button.js';
import { say } from '../../words-safety.js';
import { type ThresholdName, UNIT_OF } from './threshold-groups.js';

interface ThresholdFieldProps {
  name: ThresholdName;
  value: number;
  ours: number;
  from: number;
  to: number;
  error: string | undefined;
  onChange(value: number): void;
}

/** One figure: what it says, how far it goes, what we would take, and the way back to that. */
export function ThresholdField({ name, value, ours, from, to, error, onChange }: ThresholdFieldProps) {
  const label = say(`threshold.${name}`);
  return (
    <NumberField
      className="field threshold"
      name={name}
      value={value}
      minValue={from}
      maxValue={to}
      step={1}
      formatOptions={{ maximumFractionDigits: 0 }}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      // An emptied box is what stood there before.
      onChange={(next) => onChange(Number.isNaN(next) ? value : next)}
    >
      <div>
        <Label className="field-label">{label}</Label>
        <div className="threshold-ours">
          <Text slot="description">
            {say('patternSettings.ours', { value: ours, unit: unitWords(name, ours) })} (
            {say('patternSettings.range', { from, to })})
          </Text>
          {value !== ours && (
            <Button
              // Not one of the field's own two.
              slot={null}
              small
              kind="plain"
              aria-label={say('patternSettings.backOf', { what: label })}
              onPress={() => onChange(ours)}
            >
              {say('patternSettings.back')}
            </Button>
          )}
        </div>
        <FieldError className="field-error">{error}</FieldError>
      </div>
      <div className="threshold-value">
        <Group className="threshold-stepper">
          <Step slot="decrement" className="btn" aria-label={say('patternSettings.less')}>
            <Minus size={15} aria-hidden="true" />
          </Step>
          <Input className="box num" />
          <Step slot="increment" className="btn" aria-label={say('patternSettings.more')}>
            <Plus size={15} aria-hidden="true" />
          </Step>
        </Group>
        <span className="unit">{unitWords(name, value)}</span>
      </div>
    </NumberField>
  );
}

const unitWords = (name: ThresholdName, n: number) =>
  say(`patternSettings.${n === 1 ? 'one' : 'unit'}.${UNIT_OF[name]}`);
