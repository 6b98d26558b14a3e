import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { fieldErrors } from '../../acts/field-errors.js';
import { useAct } from '../../acts/use-act.js';
import { useUnsaved } from '../../acts/use-unsaved.js';
import { changeClientChecked } from '../../api-client/calls-delivery.js';
import { clientQuery } from '../../api-client/queries.js';
import { ApiProblem } from '../../api-client/request.js';
import type { ClientView } from '../../api-client/views.js';
import { Button } from '../../parts/button.js';
import { Failure } from '../../parts/failure.js';
import { Field } from '../../parts/field.js';
import { notify } from '../../parts/toast.js';
import { ZonePicker } from '../../parts/zone-picker.js';
import { say } from '../../words-delivery.js';
import { focusVoiceCheck } from './asked/voice-check.js';
import { changesOf, draftFrom, isReaddressed, keptFrom, theirsIn, type Draft } from './client-draft.js';
import { DiedConfirm } from './died-confirm.js';
import { Readdress } from './readdress.js';
import { StatusChange } from './status-change.js';

/** Contact, clock, status. Only what was changed is sent. */
export function Details({ client }: { client: ClientView }) {
  const queries = useQueryClient();
  const [base, setBase] = useState(client);
  const [draft, setDraft] = useState(() => draftFrom(client));
  const [theirs, setTheirs] = useState<string[]>([]);
  const [isChecked, check] = useState(false);
  const [isAsked, ask] = useState(false);
  const [isConfirming, confirm] = useState(false);
  const changes = changesOf(draft, base);
  const isChanged = Object.keys(changes).length > 0;
  const readdressed = isReaddressed(draft, base);
  useUnsaved(isChanged);
  // Saved beside this form, and nothing is typed in it.
  if (!isChanged && client.version > base.version) {
    setBase(client);
    setDraft(draftFrom(client));
  }
  const act = useAct(
    () =>
      changeClientChecked(client.id, {
        version: base.version,
        ...changes,
        ...(readdressed && { voiceChecked: true }),
      }),
    {
      refresh: [['client', client.id], ['clients'], ['today']],
      done: (saved) => {
        setBase(saved);
        setDraft(draftFrom(saved));
        setTheirs([]);
        check(false);
        ask(false);
        confirm(false);
        notify(say('details.saved'));
      },
    },
  );
  const isConflict = act.error instanceof ApiProblem && act.error.isStale;
  const errors = fieldErrors(act.error);
  const set =
    <K extends keyof Draft>(field: K) =>
    (value: Draft[K]) =>
      setDraft((before) => ({ ...before, [field]: value }));
  const text = (field: 'name' | 'pronouns' | 'email' | 'phone') => ({
    name: field,
    autoComplete: 'off',
    value: draft[field],
    onChange: set(field),
    error: errors[field],
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    ask(true);
    if (readdressed && !isChecked) focusVoiceCheck(event.currentTarget);
    else if (changes.status === 'died') confirm(true);
    else act.run();
  }

  /** What somebody else wrote meanwhile is shown beside what was typed here; saving again keeps the latter. */
  async function lookAgain() {
    const fresh = await queries.fetchQuery({ ...clientQuery(client.id), staleTime: 0 });
    setTheirs(theirsIn(base, fresh));
    setDraft((before) => ({ ...draftFrom(fresh), ...keptFrom(before, base) }));
    setBase(fresh);
    act.reset();
  }

  return (
    <form className="card pad form narrow" onSubmit={submit} noValidate aria-label={say('section.details')}>
      <Field label={say('client.name')} {...text('name')} />
      <Field label={say('client.pronouns')} {...text('pronouns')} />
      <Field label={say('client.email')} hint={say('client.emailHint')} type="email" {...text('email')} />
      {readdressed && (
        <Readdress
          email={base.email ?? ''}
          isRemoved={!draft.email.trim()}
          isTicked={isChecked}
          onTick={check}
          error={isAsked && !isChecked ? say('voice.missing') : errors.voiceChecked}
        />
      )}
      <Field label={say('client.phone')} hint={say('client.phoneHint')} type="tel" {...text('phone')} />
      <ZonePicker
        label={say('client.zone')}
        hint={say('client.zoneHint')}
        value={draft.timeZone}
        onChange={set('timeZone')}
        error={errors.timeZone}
      />
      <StatusChange from={base.status} value={draft.status} onChange={set('status')} />
      {theirs.length > 0 && (
        <div className="told">
          <p>{say('details.theirs')}</p>
          <ul>
            {theirs.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      {isConflict ? (
        <div className="failure" role="alert">
          <div>
            <p className="strong">{say('details.conflict')}</p>
            <p>{say('details.conflictNext')}</p>
            <Button small onPress={() => void lookAgain()}>
              {say('details.lookAgain')}
            </Button>
          </div>
        </div>
      ) : (
        act.error && !isConfirming && <Failure error={act.error} isAct />
      )}
      <div className="acts">
        <Button kind="primary" type="submit" isPending={act.isPending} isDisabled={!isChanged || isConflict}>
          {say('act.save')}
        </Button>
        {isChanged && <span className="quiet small">{say('note.unsaved')}</span>}
      </div>
      {isConfirming && !isConflict && (
        <DiedConfirm name={base.name} act={act} onClose={() => confirm(false)} />
      )}
    </form>
  );
}
