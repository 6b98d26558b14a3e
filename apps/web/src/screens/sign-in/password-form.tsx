import { useMemo, useState, type FormEvent } from 'react';
import { useAct } from '../../acts/use-act.js';
import { signIn } from '../../api-client/calls-accounts.js';
import { ApiProblem } from '../../api-client/request.js';
import type { SignInAnswer } from '../../api-client/views-accounts.js';
import { Button } from '../../parts/button.js';
import { ErrorSummary } from '../../parts/error-summary.js';
import { Field } from '../../parts/field.js';
import { say } from '../../words.js';

interface PasswordFormProps {
  /** Filled in already: somebody comes back. */
  email?: string;
  done(answer: SignInAnswer): void;
  /** Beside the button. */
  beside?: React.ReactNode;
}

/** E-mail address and password: the first step of every sign-in. */
export function PasswordForm({ email: known = '', done, beside }: PasswordFormProps) {
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<Missing[]>([]);
  const act = useAct(() => signIn(email.trim(), password), { refresh: [], done });
  const errors = useMemo(
    () => (missing.length ? missing : act.error ? [{ message: refusal(act.error) }] : []),
    [missing, act.error],
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    const found = missingIn(email, password);
    setMissing(found);
    act.reset();
    if (found.length === 0) act.run();
  }
  const said = (name: string) => missing.find((each) => each.fieldName === name)?.message;

  return (
    <form onSubmit={submit} noValidate className="form">
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      <Field
        label={say('signIn.email')}
        name="email"
        type="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        error={said('email')}
      />
      <Field
        label={say('signIn.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        autoFocus={known !== ''}
        value={password}
        onChange={setPassword}
        error={said('password')}
      />
      <div className="entry-acts">
        <Button kind="primary" type="submit" isPending={act.isPending}>
          {say('act.signIn')}
        </Button>
        {beside}
      </div>
    </form>
  );
}

interface Missing {
  fieldName?: string;
  message: string;
}

const missingIn = (email: string, password: string): Missing[] => [
  ...(email.trim() ? [] : [{ fieldName: 'email', message: say('signIn.noEmail') }]),
  ...(password ? [] : [{ fieldName: 'password', message: say('signIn.noPassword') }]),
];

function refusal(error: Error): string {
  if (!(error instanceof ApiProblem)) return say('failure.unreachable');
  if (error.status === 429) return say('signIn.slowDown');
  return error.status < 500 ? say('signIn.refused') : say('failure.server');
}
