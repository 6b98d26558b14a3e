import { useState, type FormEvent } from 'react';
import { useAct } from '../../../acts/use-act.js';
import { changeClient } from '../../../api-client/calls.js';
import type { ClientView } from '../../../api-client/views.js';
import { Button } from '../../../parts/button.js';
import { Dialog } from '../../../parts/dialog.js';
import { Failure } from '../../../parts/failure.js';
import { notify } from '../../../parts/toast.js';
import { firstName } from '../../../parts/two-clocks.js';
import { useIsWriter } from '../../../shell/use-roles.js';
import { say } from '../../../words-delivery.js';
import { Row } from './row.js';

const PACES = ['gentle', 'steady', 'often'] as const;

/** How much of the plan is asked. */
export function Pace({ client }: { client: ClientView }) {
  const isWriter = useIsWriter();
  const [isOpen, open] = useState(false);
  return (
    <Row
      label={say('asked.pace')}
      acts={
        isWriter && (
          <Button small onPress={() => open(true)}>
            {say('asked.change')}
            <span className="sr"> {say('asked.pace')}</span>
          </Button>
        )
      }
    >
      <p>{say(`pace.${client.pace}`)}</p>
      <p className="quiet small">{say(`asked.paceWhat.${client.pace}`)}</p>
      {isOpen && <PaceDialog client={client} onClose={() => open(false)} />}
    </Row>
  );
}

function PaceDialog({ client, onClose }: { client: ClientView; onClose(): void }) {
  const name = firstName(client.name);
  const [pace, choose] = useState(client.pace);
  const act = useAct(() => changeClient(client.id, { version: client.version, pace }), {
    refresh: [['client', client.id], ['today']],
    done: () => {
      notify(say('asked.didPace', { name }));
      onClose();
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (pace === client.pace) onClose();
    else act.run();
  }

  return (
    <Dialog title={say('asked.paceTitle', { name })} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <fieldset className="field">
          <legend className="field-hint">{say('asked.paceHint', { name })}</legend>
          {PACES.map((each) => (
            <label key={each} className="tick">
              <input type="radio" name="pace" checked={pace === each} onChange={() => choose(each)} />
              <span>
                {say(`pace.${each}`)}
                <small>{say(`asked.paceWhat.${each}`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
        {act.error && <Failure error={act.error} isAct />}
        <div className="dialog-acts">
          <Button kind="primary" type="submit" isPending={act.isPending}>
            {say('act.save')}
          </Button>
          <Button kind="plain" onPress={onClose}>
            {say('act.back')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
