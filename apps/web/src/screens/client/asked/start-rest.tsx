import { useState, type FormEvent } from 'react';
import { useAct } from '../../../acts/use-act.js';
import { REST_LENGTHS, restAll, type RestLength } from '../../../api-client/calls-plans.js';
import type { ClientView } from '../../../api-client/views.js';
import { Button } from '../../../parts/button.js';
import { Dialog } from '../../../parts/dialog.js';
import { Failure } from '../../../parts/failure.js';
import { notify } from '../../../parts/toast.js';
import { firstName } from '../../../parts/two-clocks.js';
import { say } from '../../../words-delivery.js';

/** A rest the clinic begins, for as long as was agreed. */
export function StartRest({ client, onClose }: { client: ClientView; onClose(): void }) {
  const name = firstName(client.name);
  const [length, choose] = useState<RestLength>('week');
  const act = useAct(() => restAll(client.id, length), {
    refresh: [['client', client.id], ['today']],
    done: () => {
      notify(say('resting.did', { name }));
      onClose();
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    act.run();
  }

  return (
    <Dialog title={say('resting.startTitle', { name })} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <fieldset className="field">
          <legend className="field-label">{say('resting.length')}</legend>
          <p className="field-hint">{say('resting.startHint')}</p>
          {REST_LENGTHS.map((each) => (
            <label key={each} className="tick">
              <input type="radio" name="length" checked={length === each} onChange={() => choose(each)} />
              <span>{say(`resting.length.${each}`)}</span>
            </label>
          ))}
        </fieldset>
        <p className="quiet small">{say('resting.told', { name })}</p>
        {act.error && <Failure error={act.error} isAct />}
        <div className="dialog-acts">
          <Button kind="primary" type="submit" isPending={act.isPending}>
            {say('resting.start')}
          </Button>
          <Button kind="plain" onPress={onClose}>
            {say('act.back')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
