import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useAct } from '../../acts/use-act.js';
import { bookAppointment, moveAppointment } from '../../api-client/calls.js';
import { staffQuery } from '../../api-client/queries.js';
import type { AppointmentView, ClientView } from '../../api-client/views.js';
import { Button } from '../../parts/button.js';
import { Choice } from '../../parts/choice.js';
import { DateTimeField, dayOf, instantOf, valueOf } from '../../parts/date-time.js';
import { Dialog } from '../../parts/dialog.js';
import { Failure } from '../../parts/failure.js';
import { notify } from '../../parts/toast.js';
import { firstName } from '../../parts/two-clocks.js';
import { useMe } from '../../shell/use-me.js';
import { dayAndClock } from '../../when.js';
import { say } from '../../words.js';

const LENGTHS = ['15', '25', '30', '45', '50', '60', '90'];

/** A call on both clocks, with whom and for how long; also moves one. */
export function BookCall({
  client,
  moving,
  onClose,
}: {
  client: ClientView;
  moving?: AppointmentView;
  onClose(): void;
}) {
  const me = useMe();
  const here = me.clinic.location.timeZone;
  const staff = useQuery(staffQuery());
  const [key] = useState(() => crypto.randomUUID());
  const [when, setWhen] = useState(() =>
    moving ? valueOf(moving.startsAt, here) : dayOf(new Date().toISOString(), here),
  );
  const [minutes, setMinutes] = useState(String(moving?.minutes ?? 50));
  const [practitionerId, setPractitioner] = useState(
    moving?.practitionerId ?? defaultPractitioner(client, me.staffMemberId),
  );
  const [isIncomplete, setIncomplete] = useState(false);
  const at = instantOf(when, here);
  const act = useAct(
    (startsAt: string) => {
      const call = { startsAt, minutes: Number(minutes), ...(practitionerId && { practitionerId }) };
      return moving
        ? moveAppointment(moving.id, { version: moving.version, ...call })
        : bookAppointment(client.id, call, key);
    },
    {
      refresh: [['client', client.id], ['today'], ['clients'], ['brief']],
      done: (call) => {
        notify(say('calls.didBook', { time: dayAndClock(call.startsAt, here), name: client.name }));
        onClose();
      },
    },
  );
  const practitioners = (staff.data ?? []).filter((member) => member.roles.includes('practitioner'));

  function submit(event: FormEvent) {
    event.preventDefault();
    setIncomplete(!at);
    if (at) act.run(at);
  }

  return (
    <Dialog title={say(moving ? 'calls.moveTitle' : 'calls.bookTitle')} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        {moving && (
          <p className="quiet">{say('calls.moveWhat', { time: dayAndClock(moving.startsAt, here) })}</p>
        )}
        <DateTimeField
          label={say('calls.when')}
          zone={here}
          value={when}
          onChange={setWhen}
          error={isIncomplete && !at ? say('label.dateTimeMissing') : undefined}
          also={{ zone: client.timeZone, name: firstName(client.name) }}
        />
        <Choice
          label={say('calls.length')}
          value={minutes}
          onChange={setMinutes}
          options={lengths(minutes).map((value) => ({
            value,
            label: say('calls.minutes', { n: Number(value) }),
          }))}
        />
        {practitioners.length > 0 && (
          <Choice
            label={say('calls.with')}
            value={practitionerId}
            onChange={setPractitioner}
            options={practitioners.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {act.error && <Failure error={act.error} isAct />}
        <div className="dialog-acts">
          <Button kind="primary" type="submit" isPending={act.isPending}>
            {say(moving ? 'act.move' : 'calls.book')}
          </Button>
          <Button kind="plain" onPress={onClose}>
            {say('act.back')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const lengths = (current: string) => (LENGTHS.includes(current) ? LENGTHS : [...LENGTHS, current]);

/** Whoever opens the form, if they care for this client; else the first who reads for them. */
const defaultPractitioner = (client: ClientView, myId: string) =>
  (client.careTeam.find((seat) => seat.staffMemberId === myId) ?? client.careTeam[0])?.staffMemberId ?? '';
