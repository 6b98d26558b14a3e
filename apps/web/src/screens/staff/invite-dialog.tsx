import { useState, type FormEvent } from 'react';
import { fieldErrors } from '../../acts/field-errors.js';
import { useAct } from '../../acts/use-act.js';
import { invite, type NewInvitation } from '../../api-client/calls-clinic.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { Failure } from '../../parts/failure.js';
import { Field } from '../../parts/field.js';
import { notify } from '../../parts/toast.js';
import { useMe } from '../../shell/use-me.js';
import { say } from '../../words-staff.js';
import { LocationChoice } from './location-choice.js';
import { RoleTicks } from './role-ticks.js';

/** Asks somebody to join: the link goes to their address and nowhere else. */
export function InviteDialog({ onClose }: { onClose(): void }) {
  const [key] = useState(() => crypto.randomUUID());
  const [person, setPerson] = useState<NewInvitation>({
    email: '',
    name: '',
    roles: ['practitioner'],
    locationId: useMe().clinic.location.id,
  });
  const [missing, setMissing] = useState<Record<string, string>>({});
  const act = useAct(() => invite({ ...person, email: person.email.trim(), name: person.name.trim() }, key), {
    refresh: [['invitations']],
    done: () => {
      notify(say('invite.did', { name: person.name.trim() }));
      onClose();
    },
  });
  const errors = { ...fieldErrors(act.error), ...missing };
  const set = (change: Partial<NewInvitation>) => setPerson((before) => ({ ...before, ...change }));

  function submit(event: FormEvent) {
    event.preventDefault();
    const found = missingIn(person);
    setMissing(found);
    if (Object.keys(found).length === 0) act.run();
  }

  return (
    <Dialog title={say('invite.title')} onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <Field
          label={say('invite.email')}
          hint={say('invite.emailHint')}
          name="email"
          type="email"
          autoComplete="off"
          autoFocus
          value={person.email}
          onChange={(email) => set({ email })}
          error={errors.email}
        />
        <Field
          label={say('staff.name')}
          hint={say('invite.nameHint')}
          name="name"
          autoComplete="off"
          value={person.name}
          onChange={(name) => set({ name })}
          error={errors.name}
        />
        <RoleTicks value={person.roles} onChange={(roles) => set({ roles })} error={errors.roles} />
        <LocationChoice
          label={say('staff.location')}
          value={person.locationId}
          onChange={(locationId) => set({ locationId })}
        />
        <p className="quiet small">{say('invite.what')}</p>
        {act.error && <Failure error={act.error} isAct />}
        <div className="dialog-acts">
          <Button kind="primary" type="submit" isPending={act.isPending}>
            {say('invite.send')}
          </Button>
          <Button kind="plain" onPress={onClose}>
            {say('act.back')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const missingIn = ({ email, name, roles }: NewInvitation): Record<string, string> => ({
  ...(email.includes('@') ? {} : { email: say('invite.noEmail') }),
  ...(name.trim() ? {} : { name: say('newClient.noName') }),
  ...(roles.length > 0 ? {} : { roles: say('staff.noRole') }),
});
