import { useQuery } from '@tanstack/react-query';
import { Phone, ShieldAlert } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../acts/use-act.js';
import { acknowledgeFlag, closeFlag } from '../../api-client/calls.js';
import { flagQuery } from '../../api-client/queries.js';
import type { CallRequestView } from '../../api-client/views.js';
import { Button } from '../../parts/button.js';
import { DateTimeField, dayOf, instantOf } from '../../parts/date-time.js';
import { Dialog } from '../../parts/dialog.js';
import { Failure } from '../../parts/failure.js';
import { Field } from '../../parts/field.js';
import { Loading } from '../../parts/loading.js';
import { notify } from '../../parts/toast.js';
import { firstName } from '../../parts/two-clocks.js';
import { useHere, useIsReader } from '../../shell/use-me.js';
import { useIsWriter } from '../../shell/use-roles.js';
import { clock, dayAndClock, isSameClock, zoneName } from '../../when.js';
import { say } from '../../words.js';

/** Opening a call request: who, the number, both clocks, then what a person writes. Nothing here is one key away. */
export function FlagDialog({ flagId, onClose }: { flagId: string; onClose(): void }) {
  const flag = useQuery(flagQuery(flagId));
  const isReader = useIsReader();
  const isWriter = useIsWriter();
  return (
    <Dialog
      title={say('flag.title')}
      icon={<ShieldAlert size={20} aria-hidden="true" />}
      isSafety
      onClose={onClose}
    >
      {flag.isPending && <Loading rows={4} isCard={false} />}
      {flag.error && <Failure error={flag.error} retry={() => void flag.refetch()} />}
      {flag.data && <Facts flag={flag.data} />}
      {flag.data &&
        (flag.data.acknowledged ? (
          <Closing flag={flag.data} mayClose={isReader || flag.data.acknowledged.byMe} onClose={onClose} />
        ) : isWriter ? (
          <Acknowledging flag={flag.data} />
        ) : (
          <p className="told">{say('flag.notYours')}</p>
        ))}
    </Dialog>
  );
}

function Facts({ flag }: { flag: CallRequestView }) {
  const here = useHere();
  const { name, phone, timeZone } = flag.client;
  const now = new Date().toISOString();
  return (
    <div className="flag-facts">
      <p className="flag-name">{name}</p>
      <p>{say('flag.asked', { time: dayAndClock(flag.raisedAt, here), zone: zoneName(here) })}</p>
      {!isSameClock(now, here, timeZone) && (
        <p className="quiet">
          {say('flag.theirs', {
            name: firstName(name),
            then: dayAndClock(flag.raisedAt, timeZone),
            now: clock(now, timeZone),
          })}
        </p>
      )}
      {phone ? (
        <a className="phone" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
          <Phone size={16} aria-hidden="true" />
          {phone}
        </a>
      ) : (
        <p>{say('flag.noPhone')}</p>
      )}
    </div>
  );
}

const REFRESH = (id: string) => [['flag', id], ['today'], ['brief']];

function Acknowledging({ flag }: { flag: CallRequestView }) {
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

interface ClosingProps {
  flag: CallRequestView;
  /** Who reads closes: the promise is shown to everybody else. */
  mayClose: boolean;
  onClose(): void;
}

function Closing({ flag, mayClose, onClose }: ClosingProps) {
  const here = useHere();
  const [done, setDone] = useState('');
  const [isMissing, setMissing] = useState(false);
  const act = useAct(() => closeFlag(flag.id, flag.version, done), {
    refresh: REFRESH(flag.id),
    done: () => {
      notify(say('flag.closed'));
      onClose();
    },
  });
  const { byName, at, callBy } = flag.acknowledged ?? {
    byName: '',
    at: flag.raisedAt,
    callBy: flag.raisedAt,
  };
  const promise = (
    <p className="told">
      {say('flag.promise', { name: byName, at: dayAndClock(at, here), callBy: dayAndClock(callBy, here) })}
    </p>
  );
  if (!mayClose) return promise;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(!done.trim());
        if (done.trim()) act.run();
      }}
    >
      {promise}
      <Field
        label={say('flag.done')}
        hint={say('flag.doneHint')}
        rows={3}
        value={done}
        onChange={setDone}
        error={isMissing && !done.trim() ? say('flag.doneMissing') : undefined}
      />
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
