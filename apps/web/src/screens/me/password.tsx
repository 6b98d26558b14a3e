import { useState } from 'react';
import { changePassword } from '../../api-client/calls-accounts.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { Field } from '../../parts/field.js';
import { NewPassword, newPasswordProblem } from '../../parts/new-password.js';
import { notify } from '../../parts/toast.js';
import { useMe } from '../../shell/use-me.js';
import { say } from '../../words-entry.js';
import { FormErrors } from '../entry/form-errors.js';
import { only, useEntryForm } from '../entry/use-entry-form.js';

export function Password() {
  const [isOpen, open] = useState(false);
  return (
    <section className="card pad">
      <h2>{say('me.password')}</h2>
      <p className="quiet">{say('me.passwordHint')}</p>
      <Button onPress={() => open(true)}>{say('me.changePassword')}</Button>
      {isOpen && <PasswordDialog onClose={() => open(false)} />}
    </section>
  );
}

function PasswordDialog({ onClose }: { onClose(): void }) {
  const { email } = useMe();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const form = useEntryForm(
    () => changePassword({ current, password }),
    () => only({ current: current ? null : say('me.noCurrent'), password: newPasswordProblem(password) }),
    {
      refresh: [['me', 'sign-ins']],
      done: () => {
        notify(say('me.passwordChanged'));
        onClose();
      },
    },
  );
  return (
    <Dialog title={say('me.changePassword')} onClose={onClose}>
      <form className="form" onSubmit={form.submit} noValidate>
        <FormErrors {...form} />
        <Field
          label={say('me.currentPassword')}
          name="current"
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
          error={form.errors.current}
        />
        <NewPassword email={email} value={password} onChange={setPassword} error={form.errors.password} />
        <div className="acts">
          <Button kind="primary" type="submit" isPending={form.isPending}>
            {say('me.changePassword')}
          </Button>
          <Button kind="plain" onPress={onClose}>
            {say('act.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
