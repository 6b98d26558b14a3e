import { ValidateIf } from 'class-validator';

/** The field may be absent, but not null: unlike `IsOptional`, where null means "clear it". */
export function IfGiven(): PropertyDecorator {
  return ValidateIf((_: object, value: unknown) => value !== undefined);
}
