import { useState, type FormEvent } from 'react';
import { fieldErrors } from '../../acts/field-errors.js';
import { useAct } from '../../acts/use-act.js';
import { useDraft } from '../../acts/use-draft.js';
import { useUnsaved } from '../../acts/use-unsaved.js';
import { changeStaffMember, type StaffChange } from '../../api-client/calls-clinic.js';
import type { StaffAccountView } from '../../api-client/views-clinic.js';
import { Field } from '../../parts/field.js';
import { FormFoot } from '../../parts/form-foot.js';
import { notify } from '../../parts/toast.js';
import { say } from '../../words-staff.js';
import { LocationChoice } from './location-choice.js';
import { RoleTicks } from './role-ticks.js';

/** Name, roles, location. A change of roles ends their sign-ins at once, so it says so before. */
export function ChangeForm({ member, onSaved }: { member: StaffAccountView; onSaved(): void }) {
  const { name, roles, locationId } = member;
  const draft = useDraft({ name, roles, locationId });
  const [noRole, setNoRole] = useState(false);
  useUnsaved(draft.isChanged);
  const act = useAct((change: StaffChange) => changeStaffMember(member.id, change), {
    refresh: [['staff-members'], ['staff'], ['me']],
    done: (saved) => {
      draft.clear();
      notify(say('staff.saved', { name: saved.name }));
      onSaved();
    },
  });
  const errors = fieldErrors(act.error);
  const { values, set, changes, meanwhile } = draft;

  function submit(event: FormEvent) {
    event.preventDefault();
    setNoRole(values.roles.length === 0);
    if (values.roles.length > 0) act.run({ version: member.version, ...changes });
  }

  return (
    <form className="form" onSubmit={submit} noValidate>
      <Field
        label={say('staff.name')}
        autoComplete="off"
        value={values.name}
        onChange={set('name')}
        error={errors.name}
      />
      <RoleTicks
        value={values.roles}
        onChange={set('roles')}
        error={noRole && values.roles.length === 0 ? say('staff.noRole') : errors.roles}
      />
      {changes.roles && <p className="told">{say('staff.rolesWhat', { name })}</p>}
      <LocationChoice label={say('staff.location')} value={values.locationId} onChange={set('locationId')} />
      <FormFoot act={act} isChanged={draft.isChanged} theirs={theirsIn(meanwhile)} />
    </form>
  );
}

const theirsIn = ({ name, roles }: Partial<Pick<StaffAccountView, 'name' | 'roles'>>): string[] => [
  ...(name === undefined ? [] : [say('details.now', { field: say('staff.name'), value: name })]),
  ...(roles === undefined
    ? []
    : [
        say('details.now', {
          field: say('staff.roles'),
          value: roles.map((role) => say(`role.${role}`)).join(', '),
        }),
      ]),
];
