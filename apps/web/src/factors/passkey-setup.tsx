import './factors.css';
import { useMemo, useState, type FormEvent } from 'react';
import { useAct } from '../acts/use-act.js';
import { addPasskey, newPasskeyChallenge } from '../api-client/calls-accounts.js';
import { ApiProblem } from '../api-client/request.js';
import type { EnrolledView } from '../api-client/views-accounts.js';
import { Button } from '../parts/button.js';
import { ErrorSummary } from '../parts/error-summary.js';
import { Field } from '../parts/field.js';
import { say } from '../words-entry.js';
import { makePasskey, PasskeyDeclined } from './passkey.js';

/** A name, then the browser's own window. */
export function PasskeySetup({ done }: { done(answer: EnrolledView, name: string): void }) {
  const [name, setName] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const act = useAct(makeAndAdd, { refresh: [['me', 'factors']], done });
  const message = isEmpty ? say('passkey.noName') : act.error ? refusal(act.error) : undefined;
  const errors = useMemo(
    () => (message ? [{ fieldName: isEmpty ? 'passkeyName' : undefined, message }] : []),
    [message, isEmpty, act.error],
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    act.reset();
    setEmpty(!name.trim());
    if (name.trim()) act.run(name.trim());
  }

  return (
    <form className="form" onSubmit={submit} noValidate>
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      <Field
        label={say('passkey.name')}
        hint={say('passkey.nameHint')}
        name="passkeyName"
        autoComplete="off"
        value={name}
        onChange={setName}
        error={isEmpty ? message : undefined}
      />
      <div className="acts">
        <Button kind="primary" type="submit" isPending={act.isPending}>
          {say('passkey.make')}
        </Button>
      </div>
    </form>
  );
}

async function makeAndAdd(name: string): Promise<EnrolledView> {
  const { options } = await newPasskeyChallenge();
  return addPasskey({ name, response: await makePasskey(options) });
}

function refusal(error: Error): string {
  if (error instanceof PasskeyDeclined) return say('passkey.declined');
  if (!(error instanceof ApiProblem)) return say('failure.unreachable');
  if (error.is('signed-out')) return say('factor.tooLate');
  if (error.is('step-up-required')) return say('failure.notConfirmed');
  return error.status < 500 ? say('passkey.refused') : say('failure.server');
}
