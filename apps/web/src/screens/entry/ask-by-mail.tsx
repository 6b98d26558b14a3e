import { useMemo, useState, type FormEvent, type ReactNode } from 'react';
import { fieldErrors } from '../../acts/field-errors.js';
import { useAct } from '../../acts/use-act.js';
import { Button } from '../../parts/button.js';
import { ErrorSummary } from '../../parts/error-summary.js';
import { Failure } from '../../parts/failure.js';
import { Field } from '../../parts/field.js';
import { say } from '../../words-entry.js';
import { Entry } from '../sign-in/entry.js';

interface AskByMailProps {
  title: string;
  why: string;
  label: string;
  call(email: string): Promise<unknown>;
  /** What is said afterwards. */
  sent(email: string): string;
  foot: ReactNode;
}

/** An e-mail address, and a link goes there. */
export function AskByMail({ title, why, label, call, sent, foot }: AskByMailProps) {
  const [email, setEmail] = useState('');
  const [missing, setMissing] = useState<string | null>(null);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const act = useAct(call, { refresh: [], done: () => setSentTo(email.trim()) });
  const error = missing ?? fieldErrors(act.error).email;
  const errors = useMemo(() => (error ? [{ fieldName: 'email', message: error }] : []), [error, act.error]);

  function submit(event: FormEvent) {
    event.preventDefault();
    act.reset();
    setMissing(email.trim() ? null : say('signIn.noEmail'));
    if (email.trim()) act.run(email.trim());
  }

  if (sentTo !== null)
    return (
      <Entry title={say('forgot.sentTitle')} foot={foot}>
        <p>{sent(sentTo)}</p>
        <p className="quiet">{say('forgot.notCome')}</p>
        <div className="acts">
          <Button onPress={() => setSentTo(null)}>{say('forgot.again')}</Button>
        </div>
      </Entry>
    );
  return (
    <Entry title={title} foot={foot}>
      <p>{why}</p>
      <form className="form" onSubmit={submit} noValidate>
        {errors.length > 0 ? (
          <ErrorSummary errors={errors} />
        ) : (
          act.error && <Failure error={act.error} isAct />
        )}
        <Field
          label={say('signIn.email')}
          name="email"
          type="email"
          autoComplete="email"
          value={email}
          onChange={setEmail}
          error={error}
        />
        <div className="acts">
          <Button kind="primary" type="submit" isPending={act.isPending}>
            {label}
          </Button>
        </div>
      </form>
    </Entry>
  );
}
