import { useState, type FormEvent } from 'react';
import { fieldErrors } from '../../acts/field-errors.js';
import { useAct } from '../../acts/use-act.js';
import { addLocation } from '../../api-client/calls-clinic.js';
import type { LocationView } from '../../api-client/views-clinic.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { Failure } from '../../parts/failure.js';
import { Field } from '../../parts/field.js';
import { notify } from '../../parts/toast.js';
import { ZonePicker } from '../../parts/zone-picker.js';
import { useHere } from '../../shell/use-me.js';
import { say } from '../../words-settings.js';

const HOURS = { quietFrom: '21:00', quietTo: '08:00', openFrom: '09:00', openTo: '17:00' };
const WEEKDAYS = [1, 2, 3, 4, 5];

/** Another place. Its hours begin as those of the first one and are changed under Hours. */
export function NewLocation({ like, onClose }: { like?: LocationView; onClose(): void }) {
  const here = useHere();
  const [key] = useState(() => crypto.randomUUID());
  const [name, setName] = useState('');
  const [timeZone, setZone] = useState(like?.timeZone ?? here);
  const [isMissing, setMissing] = useState(false);
  const act = useAct(
    () => {
      const { quietFrom, quietTo, openFrom, openTo } = like ?? HOURS;
      const openDays = like?.openDays ?? WEEKDAYS;
      return addLocation(
        { name: name.trim(), timeZone, quietFrom, quietTo, openFrom, openTo, openDays },
        key,
      );
    },
    {
      refresh: [['locations']],
      done: () => {
        notify(say('location.didAdd', { name: name.trim() }));
        onClose();
      },
    },
  );
  const errors = fieldErrors(act.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    setMissing(!name.trim());
    if (name.trim()) act.run();
  }

  return (
    <Dialog title={say('location.add')} onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <Field
          label={say('location.name')}
          autoComplete="off"
          autoFocus
          value={name}
          onChange={setName}
          error={isMissing && !name.trim() ? say('newClient.noName') : errors.name}
        />
        <ZonePicker
          label={say('location.zone')}
          hint={say('location.zoneHint')}
          value={timeZone}
          onChange={setZone}
          error={errors.timeZone}
        />
        <p className="quiet small">{say('location.newHours')}</p>
        {act.error && <Failure error={act.error} isAct />}
        <div className="dialog-acts">
          <Button kind="primary" type="submit" isPending={act.isPending}>
            {say('location.addIt')}
          </Button>
          <Button kind="plain" onPress={onClose}>
            {say('act.back')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
