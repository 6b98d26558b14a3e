import './sign-in.css';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useMemo, useState, type FormEvent } from 'react';
import { useAct } from '../../acts/use-act.js';
import { signIn } from '../../api-client/calls.js';
import { ApiProblem } from '../../api-client/request.js';
import { Button } from '../../parts/button.js';
import { ErrorSummary } from '../../parts/error-summary.js';
import { Field } from '../../parts/field.js';
import { Brand } from '../../shell/brand.js';
import { useTitle } from '../../shell/use-title.js';
import { say } from '../../words.js';

const route = getRouteApi('/sign-in');

export function SignIn() {
  useTitle(say('signIn.title'));
  const router = useRouter();
  const { next } = route.useSearch();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<Missing[]>([]);
  const act = useAct(() => signIn(email, password), {
    refresh: [['me']],
    done: (answer) => {
      if (answer.next === 'done') router.history.push(safePath(next));
      else setMissing([{ message: say('signIn.moreSteps') }]);
    },
  });
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
    <main className="sign-in" id="main">
      <Brand />
      <form onSubmit={submit} noValidate className="card">
        <h1>{say('signIn.title')}</h1>
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
          value={password}
          onChange={setPassword}
          error={said('password')}
        />
        <Button kind="primary" type="submit" isPending={act.isPending}>
          {say('act.signIn')}
        </Button>
      </form>
      <p className="quiet small">{say('signIn.forClients')}</p>
    </main>
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

/** Only a path of our own: anything else would let a link lead elsewhere after the sign-in. */
const safePath = (next?: string) =>
  next && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : '/today';

function refusal(error: Error): string {
  if (!(error instanceof ApiProblem)) return say('failure.unreachable');
  if (error.status === 429) return say('signIn.slowDown');
  return error.status < 500 ? say('signIn.refused') : say('failure.server');
}
