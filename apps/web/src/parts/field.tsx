import type { HTMLInputTypeAttribute, ReactNode } from 'react';
import { FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components/TextField';

export interface FieldProps {
  label: string;
  hint?: ReactNode;
  error?: string;
  value: string;
  onChange(value: string): void;
}

interface TextProps extends FieldProps {
  type?: HTMLInputTypeAttribute;
  name?: string;
  autoComplete?: string;
  rows?: number;
  isRequired?: boolean;
  autoFocus?: boolean;
  serif?: boolean;
  inputMode?: 'numeric' | 'text';
  /** Codes and secrets: nothing corrects or capitalises them. */
  isExact?: boolean;
}

/** Label, hint, error, box: in this order, so that a screen reader and an eye meet them before the box. */
export function Field({
  label,
  hint,
  error,
  rows,
  type = 'text',
  autoFocus,
  serif,
  isRequired,
  isExact,
  ...rest
}: TextProps) {
  return (
    <TextField
      {...rest}
      type={rows ? undefined : type}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className="field"
      aria-required={isRequired}
    >
      <Label className="field-label">{label}</Label>
      {hint && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
      {rows ? (
        <TextArea className={serif ? 'box quote' : 'box'} rows={rows} />
      ) : (
        <Input
          className="box"
          autoFocus={autoFocus}
          {...(isExact && { autoCapitalize: 'none', autoCorrect: 'off', spellCheck: false })}
        />
      )}
    </TextField>
  );
}
