import { useState } from 'react';
import { say } from '../words-entry.js';
import { Field } from './field.js';
import { passwordLength } from './new-password.rules.js';

interface NewPasswordProps {
  label?: string;
  value: string;
  onChange(value: string): void;
  error?: string;
  /** Whose it becomes, for the password manager. */
  email?: string;
}

/** What is wrong with it before it is sent, in words; null where nothing is. */
export function newPasswordProblem(password: string): string | null {
  const { is } = passwordLength(password);
  return is === 'enough' ? null : say(`newPassword.${is}`);
}

/** One field, its rule, and how far it is; shown in clear when the person wants to see it. */
export function NewPassword({ label, value, onChange, error, email }: NewPasswordProps) {
  const [isShown, show] = useState(false);
  const { length, is } = passwordLength(value);
  return (
    <div className="field">
      {email && <input type="email" autoComplete="username" value={email} readOnly hidden />}
      <Field
        label={label ?? say('newPassword.label')}
        hint={say('newPassword.hint')}
        name="password"
        type={isShown ? 'text' : 'password'}
        autoComplete="new-password"
        isExact
        value={value}
        onChange={onChange}
        error={error}
      />
      <p className="count" role="status">
        {is === 'short' && say('newPassword.count', { n: length })}
        {is === 'enough' && say('newPassword.enough', { n: length })}
        {is === 'long' && say('newPassword.tooLong', { n: length })}
      </p>
      <label className="tick">
        <input type="checkbox" checked={isShown} onChange={(event) => show(event.target.checked)} />
        <span>{say('signIn.showPassword')}</span>
      </label>
    </div>
  );
}
