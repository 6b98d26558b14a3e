import { useState } from 'react';
import { fieldErrors } from '../../acts/field-errors.js';
import { useAct } from '../../acts/use-act.js';
import { movePrompt } from '../../api-client/calls-plans.js';
import type { ClientView } from '../../api-client/views.js';
import { Button } from '../../parts/button.js';
import { DateTimeField, fieldsOf, instantOf, valueOf } from '../../parts/date-time.js';
import { Dialog } from '../../parts/dialog.js';
import { Failure } from '../../parts/failure.js';
import { notify } from '../../parts/toast.js';
import { firstName } from '../../parts/two-clocks.js';
import { useHere } from '../../shell/use-me.js';
import { say } from '../../words-plan.js';
import type { PlanRow } from './plan-rows.js';

/** A day and a time for one prompt, on the client's clock; at once, not staged. */
export function MovePrompt({ row, client, onClose }: { row: PlanRow; client: ClientView; onClose(): void }) {
  const zone = client.timeZone;
  const name = firstName(client.name);
  const here = useHere();
  const [when, setWhen] = useState(() => valueOf(row.sendAt, zone));
  const [isIncomplete, setIncomplete] = useState(false);
  const at = instantOf(when, zone);
  const act = useAct(
    (to: string) => {
      const { on, time } = fieldsOf(to, zone);
      return movePrompt(row.promptId ?? '', { version: row.version ?? 0, on, at: time });
    },
    {
      refresh: [['client', client.id], ['today']],
      done: (moved) => {
        notify(say('planner.didMove', { title: moved.title, time: moved.localText, name }));
        onClose();
      },
    },
  );
  const errors = fieldErrors(act.error);
  return (
    <Dialog title={say('planner.moveTitle', { title: row.title })} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          setIncomplete(!at);
          if (at) act.run(at);
        }}
      >
        <p className="quiet">{say('planner.moveWhat', { time: row.localText, name })}</p>
        <DateTimeField
          label={say('planner.moveWhen')}
          zone={zone}
          value={when}
          onChange={setWhen}
          also={{ zone: here, name: say('planner.you') }}
          error={isIncomplete && !at ? say('label.dateTimeMissing') : (errors.on ?? errors.at)}
        />
        {act.error && <Failure error={act.error} isAct />}
        <div className="dialog-acts">
          <Button kind="primary" type="submit" isPending={act.isPending}>
            {say('act.move')}
          </Button>
          <Button kind="plain" onPress={onClose}>
            {say('act.back')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
