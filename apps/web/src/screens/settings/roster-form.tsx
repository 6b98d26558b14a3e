import { useState, type FormEvent } from 'react';
import { fieldErrors } from '../../acts/field-errors.js';
import { useAct } from '../../acts/use-act.js';
import { useDraft } from '../../acts/use-draft.js';
import { useUnsaved } from '../../acts/use-unsaved.js';
import { putRoster } from '../../api-client/calls-clinic.js';
import type { StaffMemberView } from '../../api-client/views.js';
import type { LocationView, RosterKind, RosterView } from '../../api-client/views-clinic.js';
import { Choice } from '../../parts/choice.js';
import { Days } from '../../parts/days.js';
import { Field } from '../../parts/field.js';
import { FormFoot } from '../../parts/form-foot.js';
import { HoursField } from '../../parts/hours-field.js';
import { notify } from '../../parts/toast.js';
import { say } from '../../words-settings.js';
import { Holidays } from './holidays.js';
import { isWhole, newRoster, theirsIn } from './roster-draft.js';
import { rosterWarnings } from './roster-warnings.js';

interface RosterFormProps {
  kind: RosterKind;
  roster?: RosterView;
  people: StaffMemberView[];
  places: LocationView[];
}

/** Who is told first, who next, who last, and in which hours. */
export function RosterForm({ kind, roster, people, places }: RosterFormProps) {
  const practitioners = people.filter(({ roles }) => roles.includes('practitioner'));
  const [blank] = useState(() => newRoster(practitioners, places));
  const draft = useDraft(draftOf(roster) ?? blank);
  useUnsaved(draft.isChanged);
  const { values, set } = draft;
  const act = useAct(
    () =>
      putRoster(kind, {
        ...(roster && { version: roster.version }),
        ...values,
        backupId: values.backupId || null,
        outsideBackupEmail: values.outsideBackupEmail.trim() || null,
      }),
    {
      refresh: [['rosters'], ['setup']],
      done: () => {
        draft.clear();
        notify(say('roster.saved', { roster: say(`roster.kind.${kind}`) }));
      },
    },
  );
  const errors = fieldErrors(act.error);
  const named = practitioners.map(({ id, name }) => ({ value: id, label: name }));
  const warnings = rosterWarnings(
    kind,
    values,
    people.map(({ id }) => id),
  );
  const zone = places.find(({ id }) => id === values.locationId)?.timeZone;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isWhole(values)) act.run();
  }

  return (
    <form className="card pad form" onSubmit={submit} noValidate aria-labelledby={`roster-${kind}`}>
      <div>
        <h2 id={`roster-${kind}`}>{say(`roster.kind.${kind}`)}</h2>
        <p className="quiet small">{say(`roster.kindWhat.${kind}`)}</p>
        {!roster && <p className="told">{say('roster.empty')}</p>}
      </div>
      <div className="form-pair">
        <Choice
          label={say('roster.responder')}
          hint={say('roster.responderHint')}
          value={values.responderId}
          onChange={set('responderId')}
          options={named}
        />
        <Choice
          label={say('roster.backup')}
          hint={say('roster.backupHint')}
          value={values.backupId}
          onChange={set('backupId')}
          options={[{ value: '', label: say('roster.nobody') }, ...named]}
        />
      </div>
      <Field
        label={say('roster.outside')}
        hint={say('roster.outsideHint')}
        type="email"
        autoComplete="off"
        value={values.outsideBackupEmail}
        onChange={set('outsideBackupEmail')}
        error={errors.outsideBackupEmail}
      />
      <Choice
        label={say('roster.lead')}
        hint={say('roster.leadHint')}
        value={values.leadId}
        onChange={set('leadId')}
        options={named}
      />
      {places.length > 1 && (
        <Choice
          label={say('staff.location')}
          value={values.locationId}
          onChange={set('locationId')}
          options={places.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Days
        label={say('roster.days')}
        value={values.openDays}
        onChange={set('openDays')}
        error={errors.openDays}
      />
      <HoursField
        label={say('roster.hours')}
        from={values.openFrom}
        to={values.openTo}
        onFrom={set('openFrom')}
        onTo={set('openTo')}
        zone={zone}
        error={errors.openFrom ?? errors.openTo}
      />
      <Holidays value={values.holidays} onChange={set('holidays')} error={errors.holidays} />
      {Object.keys(errors).some((field) => /Id$/.test(field)) && (
        <p className="field-error">{errors.responderId ?? errors.backupId ?? errors.leadId}</p>
      )}
      <div aria-live="polite" className="roster-warnings">
        {warnings.map((warning) => (
          <p key={warning} className="told">
            {say(`roster.warn.${warning}`)}
          </p>
        ))}
      </div>
      <FormFoot
        act={act}
        label={roster ? undefined : say('roster.add')}
        isChanged={draft.isChanged && isWhole(values)}
        isConfirming={!roster && isWhole(values)}
        theirs={theirsIn(draft.meanwhile, people)}
      />
    </form>
  );
}

/** The form's own fields: a nobody is an empty text there. */
function draftOf(roster?: RosterView) {
  if (!roster) return null;
  const { locationId, responderId, backupId, outsideBackupEmail, leadId } = roster;
  const { openFrom, openTo, openDays, holidays } = roster;
  return {
    locationId,
    responderId,
    backupId: backupId ?? '',
    outsideBackupEmail: outsideBackupEmail ?? '',
    leadId,
    openFrom,
    openTo,
    openDays,
    holidays,
  };
}
