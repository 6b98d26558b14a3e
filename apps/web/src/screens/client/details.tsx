import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { fieldErrors } from '../../acts/field-errors.js';
import { useAct } from '../../acts/use-act.js';
import { useUnsaved } from '../../acts/use-unsaved.js';
import { changeClient, type ClientChange } from '../../api-client/calls.js';
import { clientQuery } from '../../api-client/queries.js';
import { ApiProblem } from '../../api-client/request.js';
import type { ClientStatus, ClientView } from '../../api-client/views.js';
import { Button } from '../../parts/button.js';
import { Choice } from '../../parts/choice.js';
import { Failure } from '../../parts/failure.js';
import { Field } from '../../parts/field.js';
import { notify } from '../../parts/toast.js';
import { ZonePicker } from '../../parts/zone-picker.js';
import { dateOn } from '../../when.js';
import { say } from '../../words.js';
import { ConsentFields } from '../clients/consent-fields.js';
import { changesOf, draftFrom, theirsIn, type Draft } from './client-draft.js';

const STATUSES: readonly ClientStatus[] = ['active', 'on_hold', 'transferred', 'discharged', 'died'];
const PACES = ['gentle', 'steady', 'often'] as const;

/** Contact, clock, pace, consent. Only what was changed is sent. */
export function Details({ client }: { client: ClientView }) {
  const queries = useQueryClient();
  const [base, setBase] = useState(client);
  const [draft, setDraft] = useState(() => draftFrom(client, dateOn(new Date(), client.timeZone)));
  const [theirs, setTheirs] = useState<string[]>([]);
  const changes = changesOf(draft, base);
  const isChanged = Object.keys(changes).length > 0;
  useUnsaved(isChanged);
  const act = useAct((change: ClientChange) => changeClient(client.id, change), {
    refresh: [['client', client.id], ['clients'], ['today']],
    done: (saved) => {
      setBase(saved);
      setDraft(draftFrom(saved, draft.consent.givenOn));
      setTheirs([]);
      notify(say('details.saved'));
    },
  });
  const isConflict = act.error instanceof ApiProblem && act.error.status === 409;
  const errors = fieldErrors(act.error);
  const set =
    <K extends keyof Draft>(field: K) =>
    (value: Draft[K]) =>
      setDraft((before) => ({ ...before, [field]: value }));

  async function submit(event: FormEvent) {
    event.preventDefault();
    act.run({ version: base.version, ...changes });
  }

  /** What somebody else wrote meanwhile is shown beside what was typed here; saving again keeps the latter. */
  async function lookAgain() {
    const fresh = await queries.fetchQuery({ ...clientQuery(client.id), staleTime: 0 });
    setTheirs(theirsIn(base, fresh));
    setDraft((before) => ({ ...draftFrom(fresh, before.consent.givenOn), ...keptFrom(before, base) }));
    setBase(fresh);
    act.reset();
  }

  return (
    <form className="card pad form narrow" onSubmit={submit} noValidate aria-label={say('section.details')}>
      <Field
        label={say('client.name')}
        autoComplete="off"
        value={draft.name}
        onChange={set('name')}
        error={errors.name}
      />
      <Field
        label={say('client.pronouns')}
        autoComplete="off"
        value={draft.pronouns}
        onChange={set('pronouns')}
        error={errors.pronouns}
      />
      <Field
        label={say('client.email')}
        hint={say('client.emailHint')}
        type="email"
        autoComplete="off"
        value={draft.email}
        onChange={set('email')}
        error={errors.email}
      />
      <Field
        label={say('client.phone')}
        hint={say('client.phoneHint')}
        type="tel"
        autoComplete="off"
        value={draft.phone}
        onChange={set('phone')}
        error={errors.phone}
      />
      <ZonePicker
        label={say('client.zone')}
        hint={say('client.zoneHint')}
        value={draft.timeZone}
        onChange={set('timeZone')}
        error={errors.timeZone}
      />
      <Choice
        label={say('client.status')}
        value={draft.status}
        onChange={set('status')}
        options={STATUSES.map((value) => ({ value, label: say(`clientStatus.${value}`) }))}
      />
      <Choice
        label={say('plan.pace')}
        hint={say('client.paceHint')}
        value={draft.pace}
        onChange={set('pace')}
        options={PACES.map((value) => ({ value, label: say(`pace.${value}`) }))}
      />
      <ConsentFields consent={draft.consent} onChange={set('consent')} errors={errors} />
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
        act.error && <Failure error={act.error} isAct />
      )}
      <div className="acts">
        <Button kind="primary" type="submit" isPending={act.isPending} isDisabled={!isChanged || isConflict}>
          {say('act.save')}
        </Button>
        {isChanged && <span className="quiet small">{say('note.unsaved')}</span>}
      </div>
    </form>
  );
}

/** The fields the person here had changed before the other change was seen. */
function keptFrom(draft: Draft, base: ClientView): Partial<Draft> {
  const changed = changesOf(draft, base);
  return Object.fromEntries(
    Object.entries(draft).filter(([field]) =>
      field === 'consent' ? 'emailConsent' in changed : field in changed,
    ),
  ) as Partial<Draft>;
}
