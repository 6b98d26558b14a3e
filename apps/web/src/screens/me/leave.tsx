import { useState } from 'react';
import { leaveClinic } from '../../api-client/calls-accounts.js';
import { ApiProblem } from '../../api-client/request.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { Field } from '../../parts/field.js';
import { useMe } from '../../shell/use-me.js';
import { dropEverything } from '../../signed-in/person.js';
import { say } from '../../words-entry.js';
import { FormErrors } from '../entry/form-errors.js';
import { only, useEntryForm } from '../entry/use-entry-form.js';

/** Nobody comes back from it by themselves, so the name is typed first. */
export function Leave() {
  const [isOpen, open] = useState(false);
  return (
    <section className="card pad">
      <h2>{say('me.leave')}</h2>
      <p className="quiet">{say('me.leaveWhat')}</p>
      <Button onPress={() => open(true)}>{say('me.leave')}</Button>
      {isOpen && <LeaveDialog onClose={() => open(false)} />}
    </section>
  );
}

function LeaveDialog({ onClose }: { onClose(): void }) {
  const me = useMe();
  const shortName = me.clinics.find(({ id }) => id === me.clinic.id)?.shortName ?? me.clinic.name;
  const [typed, type] = useState('');
  const form = useEntryForm(
    leaveClinic,
    () => only({ typed: isSame(typed, shortName) ? null : say('me.leaveWrong', { shortName }) }),
    { refresh: [], done: () => dropEverything('/sign-in') },
  );
  const reason = reasonOf(form.failure);
  return (
    <Dialog title={say('me.leaveTitle', { clinic: me.clinic.name })} onClose={onClose}>
      <form className="form" onSubmit={form.submit} noValidate>
        {reason ? (
          <p className="strong" role="alert">
            {reason}
          </p>
        ) : (
          <FormErrors {...form} />
        )}
        <p>{say('me.leaveWhat')}</p>
        <Field
          label={say('me.leaveType', { shortName })}
          name="typed"
          autoComplete="off"
          isExact
          value={typed}
          onChange={type}
          error={form.errors.typed}
        />
        <div className="acts">
          <Button kind="primary" type="submit" isPending={form.isPending}>
            {say('me.leave')}
          </Button>
          <Button kind="plain" onPress={onClose}>
            {say('act.back')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const isSame = (a: string, b: string) => a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase();

function reasonOf(error: Error | null): string | null {
  if (!(error instanceof ApiProblem)) return null;
  if (error.is('last-admin')) return say('me.leaveLastAdmin');
  return error.is('sole-reader') ? say('me.leaveSoleReader') : null;
}
