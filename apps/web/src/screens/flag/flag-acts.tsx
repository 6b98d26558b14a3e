import { useState } from 'react';
import { useAct } from '../../acts/use-act.js';
import { acknowledgeFlag, closeFlag } from '../../api-client/calls.js';
import type { FlagView } from '../../api-client/views.js';
import { Button } from '../../parts/button.js';
import { DateTimeField, dayOf, instantOf } from '../../parts/date-time.js';
import { Failure } from '../../parts/failure.js';
import { Field } from '../../parts/field.js';
import { notify } from '../../parts/toast.js';
import { firstName } from '../../parts/two-clocks.js';
import { useHere } from '../../shell/use-me.js';
import { dayAndClock } from '../../when.js';
import { say } from '../../words-flags.js';

const REFRESH = (id: string) => [['flag', id], ['flags'], ['today'], ['brief']];

/** "I will call by …" */
export function Acknowledging({ flag }: { flag: FlagView }) {
  const here = useHere();
  const [callBy, setCallBy] = useState(() => dayOf(new Date().toISOString(), here));
  const [isIncomplete, setIncomplete] = useState(false);
  const at = instantOf(callBy, here);
  const act = useAct((by: string) => acknowledgeFlag(flag.id, flag.version, by), {
    refresh: REFRESH(flag.id),
    done: (_flag, by) => notify(say('flag.acknowledged', { time: dayAndClock(by, here) })),
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        setIncomplete(!at);
        if (at) act.run(at);
      }}
    >
      <DateTimeField
        label={say('flag.callBy')}
        hint={say('flag.callByHint')}
        zone={here}
        value={callBy}
        onChange={setCallBy}
        error={isIncomplete && !at ? say('flag.callByMissing') : undefined}
        also={{ zone: flag.client.timeZone, name: firstName(flag.client.name) }}
      />
      {act.error && <Failure error={act.error} isAct />}
      <div className="dialog-acts">
        <Button kind="safety" type="submit" isPending={act.isPending}>
          {say('flag.acknowledge')}
        </Button>
      </div>
    </form>
  );
}

/** What was done, and when. Whoever may not close it is told so by the server, with what they wrote kept. */
export function Closing({ flag, onClose }: { flag: FlagView; onClose(): void }) {
  const here = useHere();
  const [done, setDone] = useState('');
  const [doneAt, setDoneAt] = useState(() => dayOf(new Date().toISOString(), here));
  const [isMissing, setMissing] = useState(false);
  const at = instantOf(doneAt, here);
  const act = useAct(
    () => closeFlag(flag.id, { version: flag.version, disposition: done, ...(at && { doneAt: at }) }),
    {
      refresh: REFRESH(flag.id),
      done: () => {
        notify(say('flag.closed'));
        onClose();
      },
    },
  );
  const promise = flag.acknowledged;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(!done.trim());
        if (done.trim()) act.run();
      }}
    >
      {promise && (
        <p className="told">
          {say('flag.promise', {
            name: promise.byName,
            at: dayAndClock(promise.at, here),
            callBy: dayAndClock(promise.callBy, here),
          })}
        </p>
      )}
      <Field
        label={say('flag.done')}
        hint={say('flag.doneHint')}
        rows={3}
        value={done}
        onChange={setDone}
        error={isMissing && !done.trim() ? say('flag.doneMissing') : undefined}
      />
      <DateTimeField label={say('flag.doneAt')} zone={here} value={doneAt} onChange={setDoneAt} />
      {act.error && <Failure error={act.error} isAct />}
      <div className="dialog-acts">
        <Button kind="safety" type="submit" isPending={act.isPending}>
          {say('flag.close')}
        </Button>
        <Button kind="plain" onPress={onClose}>
          {say('flag.notYet')}
        </Button>
      </div>
    </form>
  );
}
