import './factors.css';
import { KeyRound } from 'lucide-react';
import { useMemo, useState, type FormEvent } from 'react';
import { useAct } from '../acts/use-act.js';
import { ApiProblem } from '../api-client/request.js';
import type { FactorKind } from '../api-client/views-accounts.js';
import { Button } from '../parts/button.js';
import { ErrorSummary } from '../parts/error-summary.js';
import { Field } from '../parts/field.js';
import { say } from '../words-entry.js';
import { canUsePasskeys, PasskeyDeclined } from './passkey.js';

interface FactorFormProps<T> {
  /** What the account has. */
  factors: readonly FactorKind[];
  /** The whole of it: challenge, the browser's window, the answer. */
  byPasskey(): Promise<T>;
  byCode(code: { kind: 'totp' | 'recovery-code'; code: string }): Promise<T>;
  done(answer: T): void;
  /** What the button does, as a verb. */
  label: string;
  /** Ten minutes after the password it begins anew. */
  tooLate?(): void;
}

/** The second factor: the passkey first where there is one, then a code, then a recovery code. */
export function FactorForm<T>({ factors, byPasskey, byCode, done, label, tooLate }: FactorFormProps<T>) {
  const hasPasskey = factors.includes('passkey') && canUsePasskeys();
  const [kind, setKind] = useState<'totp' | 'recovery-code'>(
    factors.includes('totp') || !factors.includes('recovery-code') ? 'totp' : 'recovery-code',
  );
  const [code, setCode] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const passkey = useAct(byPasskey, { refresh: [], done });
  const typed = useAct(byCode, { refresh: [], done });
  const error = passkey.error ?? typed.error;
  const message = isEmpty
    ? say(`factor.empty.${kind}`)
    : error
      ? refusal(error, passkey.error ? 'passkey' : kind)
      : undefined;
  const isTooLate = error instanceof ApiProblem && error.is('signed-out');
  // A new list for each refusal, so that the same words are read out again.
  const errors = useMemo(
    () => (message ? [{ fieldName: passkey.error ? undefined : 'code', message }] : []),
    [message, error],
  );
  const canType = factors.includes(kind);

  function forget() {
    passkey.reset();
    typed.reset();
    setEmpty(false);
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    forget();
    const plain = code.replaceAll(/\s/g, '');
    if (plain) typed.run({ kind, code: plain });
    else setEmpty(true);
  }
  function turnTo(other: 'totp' | 'recovery-code') {
    forget();
    setCode('');
    setKind(other);
  }

  return (
    <div className="form factor">
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      {isTooLate && tooLate && <Button onPress={tooLate}>{say('signIn.again')}</Button>}
      {hasPasskey && (
        <Button
          kind="primary"
          icon={<KeyRound size={16} aria-hidden="true" />}
          isPending={passkey.isPending}
          onPress={() => {
            forget();
            passkey.run();
          }}
        >
          {say('factor.usePasskey')}
        </Button>
      )}
      {hasPasskey && canType && <p className="or">{say('factor.or')}</p>}
      {!hasPasskey && !canType && <p>{say('factor.passkeyElsewhere')}</p>}
      {canType && (
        <form className="form" onSubmit={submit} noValidate>
          <Field
            key={kind}
            label={say(`factor.label.${kind}`)}
            hint={say(`factor.hint.${kind}`)}
            name="code"
            autoComplete={kind === 'totp' ? 'one-time-code' : 'off'}
            inputMode={kind === 'totp' ? 'numeric' : 'text'}
            isExact
            autoFocus={!hasPasskey}
            value={code}
            onChange={setCode}
            error={isEmpty || typed.error ? message : undefined}
          />
          <Button kind={hasPasskey ? 'secondary' : 'primary'} type="submit" isPending={typed.isPending}>
            {label}
          </Button>
        </form>
      )}
      {factors.includes('recovery-code') && kind === 'totp' && (
        <button type="button" className="text-button" onClick={() => turnTo('recovery-code')}>
          {say('factor.useRecovery')}
        </button>
      )}
      {factors.includes('totp') && kind === 'recovery-code' && (
        <button type="button" className="text-button" onClick={() => turnTo('totp')}>
          {say('factor.useTotp')}
        </button>
      )}
    </div>
  );
}

function refusal(error: Error, kind: FactorKind): string {
  if (error instanceof PasskeyDeclined) return say('factor.declined');
  if (!(error instanceof ApiProblem)) return say('failure.unreachable');
  if (error.status === 429) return say('signIn.slowDown');
  if (error.is('signed-out')) return say('factor.tooLate');
  return error.status < 500 ? say(`factor.wrong.${kind}`) : say('failure.server');
}
