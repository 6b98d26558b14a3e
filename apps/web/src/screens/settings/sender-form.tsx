import { useState, type FormEvent } from 'react';
import { fieldErrors } from '../../acts/field-errors.js';
import { useAct } from '../../acts/use-act.js';
import { useDraft } from '../../acts/use-draft.js';
import { useUnsaved } from '../../acts/use-unsaved.js';
import { putSender, type SenderView } from '../../api-client/calls-delivery.js';
import { Field } from '../../parts/field.js';
import { FormFoot } from '../../parts/form-foot.js';
import { notify } from '../../parts/toast.js';
import { say } from '../../words-delivery.js';

const FIELDS = ['fromName', 'replyTo'] as const;

/** Who e-mails come from, and where answers to them go. */
export function SenderForm({ sender }: { sender: SenderView }) {
  const { fromName, replyTo } = sender;
  const draft = useDraft({ fromName, replyTo });
  useUnsaved(draft.isChanged);
  const [isAsked, ask] = useState(false);
  const { values, set, meanwhile } = draft;
  const act = useAct(
    () =>
      putSender({
        version: sender.version,
        fromName: values.fromName.trim(),
        replyTo: values.replyTo.trim(),
      }),
    {
      refresh: [['sender'], ['setup']],
      done: () => {
        draft.clear();
        ask(false);
        notify(say('details.saved'));
      },
    },
  );
  const errors = fieldErrors(act.error);
  const missing = {
    fromName: values.fromName.trim() ? undefined : say('sender.noName'),
    replyTo: values.replyTo.trim() ? undefined : say('sender.noReplyTo'),
  };

  function submit(event: FormEvent) {
    event.preventDefault();
    ask(true);
    if (!missing.fromName && !missing.replyTo) act.run();
  }

  return (
    <form className="card pad form" onSubmit={submit} noValidate aria-labelledby="sender">
      <h2 id="sender">{say('sender.title')}</h2>
      {FIELDS.map((field) => (
        <Field
          key={field}
          label={say(`sender.${field}`)}
          hint={say(`sender.${field}Hint`)}
          name={field}
          type={field === 'replyTo' ? 'email' : 'text'}
          autoComplete="off"
          value={values[field]}
          onChange={set(field)}
          error={errors[field] ?? (isAsked ? missing[field] : undefined)}
        />
      ))}
      {values.fromName.trim() && (
        <p>
          <span className="field-sub">{say('sender.from')}</span>
          <b>{values.fromName.trim()}</b> <span className="quiet address">{sender.address}</span>
        </p>
      )}
      {sender.verifiedAt && values.replyTo.trim() !== sender.replyTo && (
        <p className="told">{say('sender.changes')}</p>
      )}
      <FormFoot
        act={act}
        isChanged={draft.isChanged}
        isConfirming={sender.version === 0}
        theirs={FIELDS.flatMap((field) =>
          meanwhile[field] === undefined
            ? []
            : [say('details.now', { field: say(`sender.${field}`), value: meanwhile[field] })],
        )}
      />
    </form>
  );
}
