import { useState, type FormEvent } from 'react';
import { fieldErrors } from '../../../acts/field-errors.js';
import { addThread, changeThread } from '../../../api-client/calls-threads.js';
import type { ClientView, ThreadView } from '../../../api-client/views.js';
import { Button } from '../../../parts/button.js';
import { Dialog } from '../../../parts/dialog.js';
import { Failure } from '../../../parts/failure.js';
import { Field } from '../../../parts/field.js';
import { notify } from '../../../parts/toast.js';
import { say } from '../../../words-threads.js';
import { useThreadAct } from './use-thread-act.js';

/** What a new thread begins with, out of words that came up again. */
export interface ThreadStart {
  name: string;
  originReflectionId: string;
}

interface ThreadFormProps {
  client: ClientView;
  /** Absent: a new one. */
  thread?: ThreadView;
  start?: ThreadStart;
  onClose(): void;
}

/** Its name, or none, and the client's own words for both ends of a rating. */
export function ThreadForm({ client, thread, start, onClose }: ThreadFormProps) {
  const [name, setName] = useState(thread?.name ?? start?.name ?? '');
  const [low, setLow] = useState(thread?.scale?.low ?? '');
  const [high, setHigh] = useState(thread?.scale?.high ?? '');
  const typed = {
    name: name.trim() || null,
    scale: low.trim() || high.trim() ? { low: low.trim(), high: high.trim() } : null,
  };
  const act = useThreadAct(
    client,
    () =>
      thread
        ? changeThread(thread.id, { version: thread.version, ...typed })
        : addThread(client.id, { ...typed, originReflectionId: start?.originReflectionId }),
    () => {
      notify(say(thread ? 'thread.saved' : 'thread.began'));
      onClose();
    },
  );
  const errors = fieldErrors(act.error);
  const isAboutFields = Boolean(errors.name ?? errors['scale.low'] ?? errors['scale.high']);

  function submit(event: FormEvent) {
    event.preventDefault();
    act.run();
  }

  return (
    <Dialog title={say(thread ? 'thread.renameTitle' : 'thread.newTitle')} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <Field
          label={say('thread.name')}
          hint={say('thread.nameHint')}
          error={errors.name}
          value={name}
          onChange={setName}
          autoFocus
        />
        <div>
          <p className="field-hint">{say('thread.scaleHint')}</p>
          <div className="form-pair">
            <Field label={say('thread.low')} error={errors['scale.low']} value={low} onChange={setLow} />
            <Field label={say('thread.high')} error={errors['scale.high']} value={high} onChange={setHigh} />
          </div>
        </div>
        {act.error && !isAboutFields && <Failure error={act.error} isAct />}
        <div className="dialog-acts">
          <Button kind="primary" type="submit" isPending={act.isPending}>
            {thread ? say('act.save') : say('thread.begin')}
          </Button>
          <Button kind="plain" onPress={onClose}>
            {say('act.back')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
