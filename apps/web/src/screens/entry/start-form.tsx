import { useState } from 'react';
import { startClinic } from '../../api-client/calls-accounts.js';
import { Button } from '../../parts/button.js';
import { Choice } from '../../parts/choice.js';
import { Field } from '../../parts/field.js';
import { NewPassword, newPasswordProblem } from '../../parts/new-password.js';
import { ZonePicker } from '../../parts/zone-picker.js';
import { say } from '../../words-entry.js';
import { countries } from '../settings/countries.js';
import { Entry } from '../sign-in/entry.js';
import { FormErrors } from './form-errors.js';
import { LinkEnded, NowSignIn } from './link-pages.js';
import { only, useEntryForm } from './use-entry-form.js';

/** Where the browser is: most likely where the clinic is. */
const guess = () => ({
  country: new Intl.Locale(navigator.language).region ?? 'US',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
});

/** The person and their clinic, in one go. */
export function StartForm({ token, email }: { token: string; email: string }) {
  const [draft, setDraft] = useState(() => ({
    name: '',
    password: '',
    clinicName: '',
    shortName: '',
    phone: '',
    ...guess(),
  }));
  const set = (field: keyof typeof draft) => (value: string) =>
    setDraft((before) => ({ ...before, [field]: value }));
  const form = useEntryForm(
    () => startClinic({ token, ...trimmed(draft) }),
    () =>
      only({
        name: draft.name.trim() ? null : say('join.noName'),
        password: newPasswordProblem(draft.password),
        clinicName: draft.clinicName.trim() ? null : say('start.noClinicName'),
        shortName: draft.shortName.trim() ? null : say('start.noShortName'),
        phone: draft.phone.trim() ? null : say('start.noPhone'),
      }),
  );
  if (form.isEnded) return <LinkEnded what="link.endedStart" again="/start" />;
  if (form.isDone)
    return (
      <NowSignIn title={say('start.doneTitle', { clinic: draft.clinicName.trim() })}>
        {say('start.done')}
      </NowSignIn>
    );
  const text = (field: 'name' | 'clinicName' | 'shortName' | 'phone') => ({
    name: field,
    value: draft[field],
    onChange: set(field),
    error: form.errors[field],
  });
  return (
    <Entry title={say('start.formTitle')} isWide>
      <form className="form" onSubmit={form.submit} noValidate>
        <FormErrors {...form} />
        <div className="entry-part">
          <h2>{say('start.you')}</h2>
          <p>{say('join.address', { email })}</p>
          <Field label={say('join.name')} hint={say('join.nameHint')} autoComplete="name" {...text('name')} />
          <NewPassword
            email={email}
            value={draft.password}
            onChange={set('password')}
            error={form.errors.password}
          />
        </div>
        <div className="entry-part">
          <h2>{say('start.clinic')}</h2>
          <Field
            label={say('start.clinicName')}
            hint={say('start.clinicNameHint')}
            autoComplete="organization"
            {...text('clinicName')}
          />
          <Field
            label={say('start.shortName')}
            hint={say('start.shortNameHint')}
            autoComplete="off"
            {...text('shortName')}
          />
          <Choice
            label={say('start.country')}
            hint={say('start.countryHint')}
            value={draft.country}
            options={countries()}
            onChange={set('country')}
          />
          <ZonePicker
            label={say('start.zone')}
            hint={say('start.zoneHint')}
            value={draft.timeZone}
            onChange={set('timeZone')}
            error={form.errors.timeZone}
          />
          <Field
            label={say('start.phone')}
            hint={say('start.phoneHint')}
            type="tel"
            autoComplete="tel"
            {...text('phone')}
          />
        </div>
        <div className="acts">
          <Button kind="primary" type="submit" isPending={form.isPending}>
            {say('start.create')}
          </Button>
        </div>
      </form>
    </Entry>
  );
}

const trimmed = <T extends { password: string } & Record<string, string>>(draft: T): T => ({
  ...(Object.fromEntries(Object.entries(draft).map(([field, value]) => [field, value.trim()])) as T),
  // A password is taken as it was typed.
  password: draft.password,
});
