import { useState } from 'react';
import { resetPassword } from '../../api-client/calls-accounts.js';
import { Button } from '../../parts/button.js';
import { NewPassword, newPasswordProblem } from '../../parts/new-password.js';
import { say } from '../../words-entry.js';
import { Entry } from '../sign-in/entry.js';
import { FormErrors } from './form-errors.js';
import { useFragment } from './fragment.js';
import { LinkEnded, LinkGone, NowSignIn } from './link-pages.js';
import { only, useEntryForm } from './use-entry-form.js';

/** `/reset#…`: a new password. The link is spent by the button, not by opening the page. */
export function Reset() {
  const fragment = useFragment();
  if (fragment === 'none') return <LinkGone />;
  if (!fragment.token) return <LinkEnded what="link.endedReset" again="/forgot" />;
  return <ResetForm key={fragment.token} token={fragment.token} />;
}

function ResetForm({ token }: { token: string }) {
  const [password, setPassword] = useState('');
  const form = useEntryForm(
    () => resetPassword(token, password),
    () => only({ password: newPasswordProblem(password) }),
  );
  if (form.isEnded) return <LinkEnded what="link.endedReset" again="/forgot" />;
  if (form.isDone) return <NowSignIn title={say('resetting.doneTitle')}>{say('resetting.done')}</NowSignIn>;
  return (
    <Entry title={say('resetting.title')}>
      <p>{say('resetting.why')}</p>
      <form className="form" onSubmit={form.submit} noValidate>
        <FormErrors {...form} />
        <NewPassword value={password} onChange={setPassword} error={form.errors.password} />
        <div className="acts">
          <Button kind="primary" type="submit" isPending={form.isPending}>
            {say('resetting.save')}
          </Button>
        </div>
      </form>
    </Entry>
  );
}
