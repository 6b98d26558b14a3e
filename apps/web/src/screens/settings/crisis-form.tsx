import { useState, type FormEvent } from 'react';
import { fieldErrors } from '../../acts/field-errors.js';
import { useAct } from '../../acts/use-act.js';
import { useDraft } from '../../acts/use-draft.js';
import { useUnsaved } from '../../acts/use-unsaved.js';
import { putCrisisContact, removeCrisisContact } from '../../api-client/calls-clinic.js';
import type { CrisisContactView, CrisisKind } from '../../api-client/views-clinic.js';
import { Button } from '../../parts/button.js';
import { Confirm } from '../../parts/confirm.js';
import { DateOnly } from '../../parts/date-only.js';
import { Field } from '../../parts/field.js';
import { FormFoot } from '../../parts/form-foot.js';
import { notify } from '../../parts/toast.js';
import { useHere } from '../../shell/use-me.js';
import { dateOn } from '../../when.js';
import { say } from '../../words-settings.js';

interface CrisisFormProps {
  kind: CrisisKind;
  contact?: CrisisContactView;
}

const REFRESH = [['crisis-contacts'], ['setup']];

/** One number for a hard day, and when somebody last called it to see that it is right. */
export function CrisisForm({ kind, contact }: CrisisFormProps) {
  const today = dateOn(new Date(), useHere());
  const { label, phone, note, verifiedOn } = contact ?? { label: '', phone: '', note: '', verifiedOn: today };
  const draft = useDraft({ label, phone, note, verifiedOn });
  useUnsaved(draft.isChanged);
  const [isAsked, ask] = useState(false);
  const [isRemoving, remove] = useState(false);
  const { values, set, meanwhile } = draft;
  const act = useAct(
    () =>
      putCrisisContact(kind, {
        ...(contact && { version: contact.version }),
        ...values,
        note: values.note.trim(),
      }),
    {
      refresh: REFRESH,
      done: () => {
        draft.clear();
        notify(say('details.saved'));
      },
    },
  );
  const errors = fieldErrors(act.error);
  const missing = (value: string) => (isAsked && !value.trim() ? say('crisis.missing') : undefined);

  function submit(event: FormEvent) {
    event.preventDefault();
    ask(true);
    if (values.label.trim() && values.phone.trim() && values.verifiedOn) act.run();
  }

  return (
    <form className="card pad form" onSubmit={submit} noValidate aria-labelledby={`crisis-${kind}`}>
      <div>
        <h2 id={`crisis-${kind}`}>{say(`crisis.kind.${kind}`)}</h2>
        <p className="quiet small">{say(`crisis.kindWhat.${kind}`)}</p>
      </div>
      <div className="form-pair">
        <Field
          label={say('crisis.label')}
          autoComplete="off"
          value={values.label}
          onChange={set('label')}
          error={errors.label ?? missing(values.label)}
        />
        <Field
          label={say('crisis.phone')}
          type="tel"
          autoComplete="off"
          value={values.phone}
          onChange={set('phone')}
          error={errors.phone ?? missing(values.phone)}
        />
      </div>
      <Field
        label={say('crisis.note')}
        hint={say('crisis.noteHint')}
        autoComplete="off"
        value={values.note}
        onChange={set('note')}
        error={errors.note}
      />
      <DateOnly
        label={say('crisis.verifiedOn')}
        hint={say('crisis.verifiedHint')}
        value={values.verifiedOn}
        onChange={set('verifiedOn')}
        error={errors.verifiedOn ?? missing(values.verifiedOn)}
      />
      <FormFoot
        act={act}
        label={contact ? undefined : say('crisis.add')}
        isChanged={draft.isChanged}
        theirs={[
          ...(meanwhile.label
            ? [say('details.now', { field: say('crisis.label'), value: meanwhile.label })]
            : []),
          ...(meanwhile.phone
            ? [say('details.now', { field: say('crisis.phone'), value: meanwhile.phone })]
            : []),
        ]}
      >
        {contact && (
          <Button small kind="plain" onPress={() => remove(true)}>
            {say('crisis.remove')}
            <span className="sr"> {contact.label}</span>
          </Button>
        )}
      </FormFoot>
      {isRemoving && contact && <Remove contact={contact} onClose={() => remove(false)} />}
    </form>
  );
}

function Remove({ contact, onClose }: { contact: CrisisContactView; onClose(): void }) {
  const act = useAct(() => removeCrisisContact(contact.kind), {
    refresh: REFRESH,
    done: () => {
      notify(say('crisis.didRemove', { name: contact.label }));
      onClose();
    },
  });
  return (
    <Confirm
      title={say('crisis.removeTitle', { name: contact.label })}
      label={say('crisis.removeIt')}
      act={act}
      onClose={onClose}
    >
      <p>{say('crisis.removeWhat')}</p>
    </Confirm>
  );
}
