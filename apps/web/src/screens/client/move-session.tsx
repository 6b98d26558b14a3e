import { useState } from 'react';
import { useAct } from '../../acts/use-act.js';
import { moveSession } from '../../api-client/calls.js';
import type { KetamineSessionView } from '../../api-client/views.js';
import { Button } from '../../parts/button.js';
import { DateTimeField, fieldsOf, instantOf, valueOf } from '../../parts/date-time.js';
import { Dialog } from '../../parts/dialog.js';
import { Failure } from '../../parts/failure.js';
import { notify } from '../../parts/toast.js';
import { dayAndClock } from '../../when.js';
import { say } from '../../words.js';

/** A new date for a ketamine session; what is unsent moves with it. */
export function MoveSession({ session, onClose }: { session: KetamineSessionView; onClose(): void }) {
  const zone = session.timeZone;
  const [when, setWhen] = useState(() => valueOf(session.heldAt, zone));
  const [isIncomplete, setIncomplete] = useState(false);
  const at = instantOf(when, zone);
  const act = useAct(
    (to: string) => {
      const { on, time } = fieldsOf(to, zone);
      return moveSession(session.id, { version: session.version, heldOn: on, time });
    },
    {
      refresh: [['client', session.clientId], ['today']],
      done: (moved) => {
        notify(say('sessions.didMove', { time: dayAndClock(moved.heldAt, zone) }));
        onClose();
      },
    },
  );
  return (
    <Dialog title={say('sessions.moveTitle')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          setIncomplete(!at);
          if (at) act.run(at);
        }}
      >
        <p className="quiet">{say('sessions.moveWhat', { time: dayAndClock(session.heldAt, zone) })}</p>
        <DateTimeField
          label={say('sessions.newTime')}
          zone={zone}
          value={when}
          onChange={setWhen}
          error={isIncomplete && !at ? say('label.dateTimeMissing') : undefined}
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
