import { useState, type FormEvent } from 'react';
import { fieldErrors } from '../../acts/field-errors.js';
import { useAct } from '../../acts/use-act.js';
import { changeClient } from '../../api-client/calls.js';
import { ApiProblem } from '../../api-client/request.js';
import type { ClientView } from '../../api-client/views.js';
import { Button } from '../../parts/button.js';
import { Radios } from '../../parts/choice.js';
import { DateOnly } from '../../parts/date-only.js';
import { Dialog } from '../../parts/dialog.js';
import { Failure } from '../../parts/failure.js';
import { Field } from '../../parts/field.js';
import { notify } from '../../parts/toast.js';
import { firstName } from '../../parts/two-clocks.js';
import { say } from '../../words-contact.js';
import { contactOf, draftOf, type ContactDraft, troublesOf } from './emergency-draft.js';

/** Name, relation, number, and what the client agreed to, on which day. */
export function EmergencyForm({ client, onClose }: { client: ClientView; onClose(): void }) {
  const [draft, setDraft] = useState(() => draftOf(client.emergencyContact, client.localNow.slice(0, 10)));
  const [isAsked, ask] = useState(false);
  const name = firstName(client.name);
  const act = useAct(
    (emergencyContact: ClientView['emergencyContact']) =>
      changeClient(client.id, { version: client.version, emergencyContact }),
    {
      refresh: [['client', client.id], ['flag'], ['flags']],
      done: (saved) => {
        notify(say(saved.emergencyContact ? 'contact.saved' : 'contact.removed'));
        onClose();
      },
    },
  );
  const errors = fieldErrors(act.error);
  const troubles = isAsked ? troublesOf(draft) : {};
  const set =
    <K extends keyof ContactDraft>(field: K) =>
    (value: ContactDraft[K]) =>
      setDraft((before) => ({ ...before, [field]: value }));
  const text = (field: 'name' | 'relation' | 'phone') => ({
    autoComplete: 'off',
    value: draft[field],
    onChange: set(field),
    error: errors[`emergencyContact.${field}`] ?? (troubles[field] && say(troubles[field])),
  });
  const agreed = (field: 'about' | 'agreedOn') =>
    errors[`emergencyContact.agreement.${field}`] ?? (troubles[field] && say(troubles[field]));

  function submit(event: FormEvent) {
    event.preventDefault();
    ask(true);
    if (Object.keys(troublesOf(draft)).length === 0) act.run(contactOf(draft));
  }

  return (
    <Dialog title={say('contact.title')} onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <Field label={say('contact.name')} {...text('name')} />
        <Field label={say('contact.relation')} hint={say('contact.relationHint')} {...text('relation')} />
        <Field label={say('contact.phone')} type="tel" {...text('phone')} />
        <Radios
          label={say('contact.ask', { name })}
          hint={say('contact.askHint')}
          value={draft.mayCall}
          onChange={set('mayCall')}
          options={[
            { value: 'yes', label: say('contact.yes') },
            { value: 'no', label: say('contact.no') },
            { value: 'not-asked', label: say('contact.notYet') },
          ]}
        />
        {draft.mayCall === 'yes' && (
          <Field
            label={say('contact.about')}
            hint={say('contact.aboutHint')}
            rows={2}
            value={draft.about}
            onChange={set('about')}
            error={agreed('about')}
          />
        )}
        {draft.mayCall !== 'not-asked' && (
          <DateOnly
            label={say('contact.agreedOn')}
            value={draft.agreedOn}
            onChange={set('agreedOn')}
            error={agreed('agreedOn')}
          />
        )}
        {act.error && <Failure error={act.error} isAct />}
        {act.error instanceof ApiProblem && act.error.isStale && (
          <p className="small">{say('contact.stale', { name })}</p>
        )}
        <div className="dialog-acts">
          <Button kind="primary" type="submit" isPending={act.isPending}>
            {say('act.save')}
          </Button>
          <Button kind="plain" onPress={onClose}>
            {say('act.back')}
          </Button>
          {client.emergencyContact && (
            <Button kind="plain" onPress={() => act.run(null)}>
              {say('contact.remove')}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
