import { parseTime } from '@internationalized/date';
import { DateInput, DateSegment, Label } from 'react-aria-components/DateField';
import { TimeField } from 'react-aria-components/TimeField';

interface WallTimeProps {
  label: string;
  /** `HH:MM`, as the API has it; empty while it is being written. */
  value: string;
  onChange(time: string): void;
  isInvalid?: boolean;
}

/** A time on a clock that is named beside it. */
export function WallTime({ label, value, onChange, isInvalid }: WallTimeProps) {
  return (
    <TimeField
      value={value ? parseTime(value.slice(0, 5)) : null}
      onChange={(time) => onChange(time ? time.toString().slice(0, 5) : '')}
      isInvalid={isInvalid}
    >
      <Label className="field-sub">{label}</Label>
      <DateInput className="box segments">
        {(segment) => <DateSegment segment={segment} className="segment" />}
      </DateInput>
    </TimeField>
  );
}
