import { parseDate } from '@internationalized/date';
import { DateField, DateInput, DateSegment, FieldError, Label, Text } from 'react-aria-components/DateField';
import { shortDateWords } from '@app/design/words/when.js';

interface DateOnlyProps {
  label: string;
  hint?: string;
  error?: string;
  /** `YYYY-MM-DD`; empty while it is being written. */
  value: string;
  onChange(on: string): void;
}

/** A calendar date, and the same date in words, so that 3/11 is never read as 11/3. */
export function DateOnly({ label, hint, error, value, onChange }: DateOnlyProps) {
  return (
    <DateField
      className="field"
      value={value ? parseDate(value) : null}
      onChange={(date) => onChange(date?.toString() ?? '')}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <Label className="field-label">{label}</Label>
      {hint && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
      <span className="date-and-words">
        <DateInput className="box segments">
          {(segment) => <DateSegment segment={segment} className="segment" />}
        </DateInput>
        <span className="echo" aria-live="polite">
          {value && shortDateWords(value, 'en-US')}
        </span>
      </span>
    </DateField>
  );
}
