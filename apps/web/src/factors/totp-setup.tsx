import './factors.css';
import { useMemo, useState, type FormEvent } from 'react';
import { useAct } from '../acts/use-act.js';
import { confirmTotp } from '../api-client/calls-accounts.js';
import { ApiProblem } from '../api-client/request.js';
import type { EnrolledView, TotpSecretView } from '../api-client/views-accounts.js';
import { Button } from '../parts/button.js';
import { CopyButton } from '../parts/copy-button.js';
import { ErrorSummary } from '../parts/error-summary.js';
import { Field } from '../parts/field.js';
import { say } from '../words-entry.js';
import { QrCode } from './qr-code.js';

/** The app learns the secret by a picture or by hand, then shows that it did. */
export function TotpSetup({ totp, done }: { totp: TotpSecretView; done(answer: EnrolledView): void }) {
  const [code, setCode] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const act = useAct(confirmTotp, { refresh: [['me', 'factors']], done });
  const message = isEmpty ? say('factor.empty.totp') : act.error ? refusal(act.error) : undefined;
  const errors = useMemo(() => (message ? [{ fieldName: 'code', message }] : []), [message, act.error]);

  function submit(event: FormEvent) {
    event.preventDefault();
    const plain = code.replaceAll(/\s/g, '');
    act.reset();
    setEmpty(!plain);
    if (plain) act.run(plain);
  }

  return (
    <form className="form" onSubmit={submit} noValidate>
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      <p>{say('totp.scan')}</p>
      <QrCode text={totp.uri} label={say('totp.qr')} />
      <div className="field">
        <p className="small">{say('totp.cannotScan')}</p>
        <div className="secret">
          <code>{totp.secret}</code>
          <CopyButton text={totp.secret.replaceAll(' ', '')}>{say('totp.copyKey')}</CopyButton>
        </div>
      </div>
      <Field
        label={say('totp.code')}
        name="code"
        autoComplete="one-time-code"
        inputMode="numeric"
        isExact
        value={code}
        onChange={setCode}
        error={message}
      />
      <div className="acts">
        <Button kind="primary" type="submit" isPending={act.isPending}>
          {say('totp.confirm')}
        </Button>
      </div>
    </form>
  );
}

function refusal(error: Error): string {
  if (!(error instanceof ApiProblem)) return say('failure.unreachable');
  if (error.status === 429) return say('signIn.slowDown');
  if (error.is('signed-out')) return say('factor.tooLate');
  return error.status < 500 ? say('totp.wrong') : say('failure.server');
}
