import './clients.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState, type FormEvent } from 'react';
import { fieldErrors } from '../../acts/field-errors.js';
import { useAct } from '../../acts/use-act.js';
import { addClient, type NewClient as Draft } from '../../api-client/calls.js';
import { staffQuery } from '../../api-client/queries.js';
import { Button, LinkButton } from '../../parts/button.js';
import { ErrorSummary } from '../../parts/error-summary.js';
import { Failure } from '../../parts/failure.js';
import { Field } from '../../parts/field.js';
import { notify } from '../../parts/toast.js';
import { ZonePicker } from '../../parts/zone-picker.js';
import { OnlyFor } from '../../shell/only-for.js';
import { PageHead } from '../../shell/page-head.js';
import { useMe } from '../../shell/use-me.js';
import { dateOn } from '../../when.js';
import { say } from '../../words-delivery.js';
import { ConsentFields, type Consent } from './consent-fields.js';

/** A new person in care: who, where to write, their clock, the consent, who reads. */
export function NewClient() {
  return (
    <OnlyFor
      roles={['practitioner', 'coordinator']}
      title={say('newClient.title')}
      why={say('newClient.notYours')}
    >
      <NewClientForm />
    </OnlyFor>
  );
}

function NewClientForm() {
  const me = useMe();
  const navigate = useNavigate();
  const here = me.clinic.location.timeZone;
  const [key] = useState(() => crypto.randomUUID());
  const [person, setPerson] = useState({ name: '', email: '', phone: '', pronouns: '', timeZone: here });
  const [consent, setConsent] = useState<Consent>({
    isGiven: false,
    givenOn: dateOn(new Date(), here),
    how: '',
  });
  const [readers, setReaders] = useState<string[]>(
    me.roles.includes('practitioner') ? [me.staffMemberId] : [],
  );
  const [found, setFound] = useState<Record<string, string>>({});
  const act = useAct((draft: Draft) => addClient(draft, key), {
    refresh: [['clients'], ['today']],
    done: (client) => {
      notify(say('newClient.added', { name: client.name }));
      void navigate({ to: '/clients/$clientId', params: { clientId: client.id } });
    },
  });
  const errors = useMemo(() => ({ ...fieldErrors(act.error), ...found }), [act.error, found]);
  const summary = useMemo(
    () => Object.entries(errors).map(([field, message]) => ({ fieldName: field.split('.').at(-1), message })),
    [errors],
  );
  const set = (field: keyof typeof person) => (value: string) =>
    setPerson((before) => ({ ...before, [field]: value }));

  function submit(event: FormEvent) {
    event.preventDefault();
    const missing = missingIn(person, consent);
    setFound(missing);
    if (Object.keys(missing).length === 0) act.run(draftOf(person, consent, readers));
  }

  return (
    <>
      <PageHead above={<Link to="/clients">{say('clients.title')}</Link>} title={say('newClient.title')} />
      <form className="card pad form narrow" onSubmit={submit} noValidate>
        {summary.length > 0 ? (
          <ErrorSummary errors={summary} />
        ) : (
          act.error && <Failure error={act.error} isAct />
        )}
        <Field
          label={say('client.name')}
          name="name"
          autoComplete="off"
          value={person.name}
          onChange={set('name')}
          error={errors.name}
        />
        <Field
          label={say('client.pronouns')}
          hint={say('client.optional')}
          autoComplete="off"
          value={person.pronouns}
          onChange={set('pronouns')}
          error={errors.pronouns}
        />
        <Field
          label={say('client.email')}
          hint={say('client.emailHint')}
          name="email"
          type="email"
          autoComplete="off"
          value={person.email}
          onChange={set('email')}
          error={errors.email}
        />
        <Field
          label={say('client.phone')}
          hint={say('client.phoneHint')}
          name="phone"
          type="tel"
          autoComplete="off"
          value={person.phone}
          onChange={set('phone')}
          error={errors.phone}
        />
        <ZonePicker
          label={say('client.zone')}
          hint={say('client.zoneHint')}
          value={person.timeZone}
          onChange={set('timeZone')}
          error={errors.timeZone}
        />
        <ConsentFields consent={consent} onChange={setConsent} errors={errors} />
        <Readers chosen={readers} onChange={setReaders} />
        <div className="acts">
          <Button kind="primary" type="submit" isPending={act.isPending}>
            {say('newClient.save')}
          </Button>
          <LinkButton kind="plain" to="/clients">
            {say('act.cancel')}
          </LinkButton>
        </div>
      </form>
    </>
  );
}

function Readers({ chosen, onChange }: { chosen: string[]; onChange(ids: string[]): void }) {
  const staff = useQuery(staffQuery());
  const practitioners = (staff.data ?? []).filter((member) => member.roles.includes('practitioner'));
  if (practitioners.length === 0) return null;
  return (
    <fieldset className="field">
      <legend className="field-label">{say('client.readers')}</legend>
      <p className="field-hint">{say('client.readersHint')}</p>
      {practitioners.map(({ id, name }) => (
        <label key={id} className="tick">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
            }
          />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}

function missingIn(
  person: { name: string; email: string; timeZone: string },
  consent: Consent,
): Record<string, string> {
  return {
    ...(person.name.trim() ? {} : { name: say('newClient.noName') }),
    ...(person.timeZone ? {} : { timeZone: say('newClient.noZone') }),
    ...(consent.isGiven && !person.email.trim() ? { email: say('newClient.noEmail') } : {}),
    ...(consent.isGiven && !consent.givenOn ? { givenOn: say('agreed.noDate') } : {}),
    ...(consent.isGiven && !consent.how.trim() ? { how: say('newClient.noHow') } : {}),
  };
}

function draftOf(
  person: { name: string; email: string; phone: string; pronouns: string; timeZone: string },
  consent: Consent,
  readers: string[],
): Draft {
  const { email, phone, pronouns } = person;
  return {
    name: person.name.trim(),
    timeZone: person.timeZone,
    ...(email.trim() && { email: email.trim() }),
    ...(phone.trim() && { phone: phone.trim() }),
    ...(pronouns.trim() && { pronouns: pronouns.trim() }),
    ...(consent.isGiven && { emailConsent: { givenOn: consent.givenOn, how: consent.how.trim() } }),
    ...(readers.length > 0 && {
      careTeam: readers.map((staffMemberId) => ({ staffMemberId, seat: 'words' as const })),
    }),
  };
}
