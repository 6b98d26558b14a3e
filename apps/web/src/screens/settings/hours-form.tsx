import type { FormEvent } from 'react';
import { fieldErrors } from '../../acts/field-errors.js';
import { useAct } from '../../acts/use-act.js';
import { useDraft } from '../../acts/use-draft.js';
import { useUnsaved } from '../../acts/use-unsaved.js';
import { changeLocation } from '../../api-client/calls-clinic.js';
import type { LocationView } from '../../api-client/views-clinic.js';
import { Days, daysInWords } from '../../parts/days.js';
import { FormFoot } from '../../parts/form-foot.js';
import { HoursField } from '../../parts/hours-field.js';
import { notify } from '../../parts/toast.js';
import { wallClock, zoneName } from '../../when.js';
import { say } from '../../words-settings.js';

interface HoursFormProps {
  location: LocationView;
  label?: string;
  onSaved?(): void;
}

type Hours = Pick<LocationView, 'openDays' | 'openFrom' | 'openTo' | 'quietFrom' | 'quietTo'>;

/** Opening hours and quiet hours of one place, on its clock. */
export function HoursForm({ location, label, onSaved }: HoursFormProps) {
  const { openDays, openFrom, openTo, quietFrom, quietTo, timeZone } = location;
  const draft = useDraft<Hours>({ openDays, openFrom, openTo, quietFrom, quietTo });
  useUnsaved(draft.isChanged);
  const { values, set } = draft;
  const isWhole = [values.openFrom, values.openTo, values.quietFrom, values.quietTo].every(Boolean);
  const act = useAct(() => changeLocation(location.id, { version: location.version, ...values }), {
    refresh: [['locations'], ['setup'], ['today']],
    done: () => {
      draft.clear();
      notify(say('details.saved'));
      onSaved?.();
    },
  });
  const errors = fieldErrors(act.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isWhole) act.run();
  }

  return (
    <form className="card pad form" onSubmit={submit} noValidate aria-label={location.name}>
      <h2>{say('shell.place', { place: location.name, zone: zoneName(timeZone) })}</h2>
      <Days
        label={say('hours.openDays')}
        value={values.openDays}
        onChange={set('openDays')}
        error={errors.openDays}
      />
      <HoursField
        label={say('hours.open')}
        hint={say('hours.openHint')}
        from={values.openFrom}
        to={values.openTo}
        onFrom={set('openFrom')}
        onTo={set('openTo')}
        zone={timeZone}
        error={errors.openFrom ?? errors.openTo}
      />
      <HoursField
        label={say('hours.quiet')}
        hint={say('hours.quietHint')}
        from={values.quietFrom}
        to={values.quietTo}
        onFrom={set('quietFrom')}
        onTo={set('quietTo')}
        error={errors.quietFrom ?? errors.quietTo ?? errors.quietHours}
      />
      {!isWhole && <p className="told">{say('hours.notWhole')}</p>}
      <FormFoot
        act={act}
        label={label}
        isChanged={draft.isChanged && isWhole}
        isConfirming={Boolean(onSaved) && isWhole}
        theirs={theirsIn(draft.meanwhile)}
      />
    </form>
  );
}

function theirsIn({ openDays, ...times }: Partial<Hours>): string[] {
  const days = openDays
    ? [say('details.now', { field: say('hours.openDays'), value: daysInWords(openDays) })]
    : [];
  const shown = Object.entries(times).map(([field, time]) =>
    say('details.now', {
      field: say(field.startsWith('open') ? 'hours.open' : 'hours.quiet'),
      value: wallClock(time),
    }),
  );
  return [...days, ...shown];
}
