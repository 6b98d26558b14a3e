import { useState, type FormEvent } from 'react';
import { fieldErrors } from '../../../acts/field-errors.js';
import { useAct } from '../../../acts/use-act.js';
import { changeClient } from '../../../api-client/calls.js';
import type { ClientView } from '../../../api-client/views.js';
import { Button } from '../../../parts/button.js';
import { Dialog } from '../../../parts/dialog.js';
import { Failure } from '../../../parts/failure.js';
import { notify } from '../../../parts/toast.js';
import { firstName } from '../../../parts/two-clocks.js';
import { dateOn } from '../../../when.js';
import { say } from '../../../words-delivery.js';
import { ConsentFacts, type Consent } from '../../clients/consent-fields.js';
import { Wording } from '../../clients/wording.js';

/** The wording in full, then when and how they agreed to it. */
export function RecordConsent({ client, onClose }: { client: ClientView; onClose(): void }) {
  const name = firstName(client.name);
  const [isAsked, ask] = useState(false);
  const [consent, change] = useState<Consent>(() => ({
    isGiven: true,
    givenOn: dateOn(new Date(), client.timeZone),
    how: '',
  }));
  const { givenOn, how } = consent;
  const act = useAct(
    () => changeClient(client.id, { version: client.version, emailConsent: { givenOn, how: how.trim() } }),
    {
      refresh: [['client', client.id], ['clients'], ['today']],
      done: () => {
        notify(say('agreed.didRecord', { name }));
        onClose();
      },
    },
  );
  const errors = {
    ...fieldErrors(act.error),
    ...(isAsked && !givenOn && { givenOn: say('agreed.noDate') }),
    ...(isAsked && !how.trim() && { how: say('newClient.noHow') }),
  };

  function submit(event: FormEvent) {
    event.preventDefault();
    ask(true);
    if (givenOn && how.trim()) act.run();
  }

  return (
    <Dialog title={say('agreed.recordTitle', { name })} onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        {!client.email && <p className="told">{say('agreed.noAddress')}</p>}
        <Wording />
        <ConsentFacts consent={consent} onChange={change} errors={errors} />
        {act.error && <Failure error={act.error} isAct />}
        <div className="dialog-acts">
          <Button kind="primary" type="submit" isPending={act.isPending}>
            {say('agreed.recordIt')}
          </Button>
          <Button kind="plain" onPress={onClose}>
            {say('act.back')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
