import type { FormEvent } from 'react';
import { fieldErrors } from '../../acts/field-errors.js';
import { useAct } from '../../acts/use-act.js';
import { useDraft } from '../../acts/use-draft.js';
import { useUnsaved } from '../../acts/use-unsaved.js';
import { changeLocation } from '../../api-client/calls-clinic.js';
import type { LocationView } from '../../api-client/views-clinic.js';
import { Field } from '../../parts/field.js';
import { FormFoot } from '../../parts/form-foot.js';
import { notify } from '../../parts/toast.js';
import { ZonePicker } from '../../parts/zone-picker.js';
import { zoneName } from '../../when.js';
import { say } from '../../words-settings.js';

interface LocationFormProps {
  location: LocationView;
  label?: string;
  onSaved?(): void;
}

/** One place: its name and its clock. */
export function LocationForm({ location, label, onSaved }: LocationFormProps) {
  const { name, timeZone } = location;
  const draft = useDraft({ name, timeZone });
  useUnsaved(draft.isChanged);
  const { values, set, meanwhile } = draft;
  const act = useAct(
    // Kept as it stands is an answer too: the first steps ask for it.
    () => changeLocation(location.id, { version: location.version, ...values }),
    {
      refresh: [['locations'], ['me'], ['setup']],
      done: () => {
        draft.clear();
        notify(say('details.saved'));
        onSaved?.();
      },
    },
  );
  const errors = fieldErrors(act.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    act.run();
  }

  return (
    <form className="card pad form" onSubmit={submit} noValidate aria-label={name}>
      <Field
        label={say('location.name')}
        autoComplete="off"
        value={values.name}
        onChange={set('name')}
        error={errors.name}
      />
      <ZonePicker
        label={say('location.zone')}
        hint={say('location.zoneHint')}
        value={values.timeZone}
        onChange={set('timeZone')}
        error={errors.timeZone}
      />
      {draft.changes.timeZone && <p className="told">{say('location.zoneWhat')}</p>}
      <FormFoot
        act={act}
        label={label}
        isChanged={draft.isChanged}
        isConfirming={Boolean(onSaved)}
        theirs={[
          ...(meanwhile.name
            ? [say('details.now', { field: say('location.name'), value: meanwhile.name })]
            : []),
          ...(meanwhile.timeZone
            ? [say('details.now', { field: say('location.zone'), value: zoneName(meanwhile.timeZone) })]
            : []),
        ]}
      />
    </form>
  );
}
