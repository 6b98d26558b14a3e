import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { Actor, Role, StaffActor } from '@app/platform/actor.js';
import { fillCare } from './policy-world.care.js';
import { fillSafety } from './policy-world.safety.js';
import { fillWords } from './policy-world.words.js';
import { insert } from './insert-row.js';
import { type Name, NAMES, type People } from './policy-people.js';

/** Two clinics with a row in every table, by plain statements: the policies alone are under test. */
export interface PolicyWorld {
  clinicId: string;
  otherClinicId: string;
  /** Whose rows everything is about. */
  clientId: string;
  signInHash: Buffer;
  pendingSignInHash: Buffer;
  accountId: string;
  /** Who reads the client's words, by their own seat. */
  readerId: string;
  /** The public address of the first clinic. */
  slug: string;
  /** How many practitioners, over both clinics, are due a morning mail. */
  digests: number;
  actors: Record<ActorName, Actor | null>;
}

export type ActorName =
  | 'reads the words'
  | 'supervises'
  | 'sits in the body seat'
  | 'is off the care team'
  | 'is on no care team'
  | 'covers a colleague'
  | 'covers the body seat'
  | 'covered until yesterday'
  | 'covers from tomorrow'
  | 'was to cover'
  | 'broke the glass'
  | 'broke it an hour ago'
  | 'broke it and closed it'
  | 'coordinates from the words seat'
  | 'coordinates'
  | 'administers'
  | 'practises next door'
  | 'administers next door'
  | 'is the client'
  | 'is another client'
  | 'is a client next door'
  | 'is the product'
  | 'is the product next door'
  | 'is nobody';

const AT = '2026-11-02T15:00:00Z';

/** Fills an empty database, as a superuser. The clock stands at a real now: what is due is due. */
export async function fillPolicyWorld(admin: Client): Promise<PolicyWorld> {
  const [clinicId, otherClinicId] = [randomUUID(), randomUUID()];
  const ours = await aClinicWithPeople(admin, clinicId);
  const theirs = await aClinicWithPeople(admin, otherClinicId);
  const clientId = await aClientWithEverything(admin, clinicId, ours, ours.words);
  const second = await aClientWithEverything(admin, clinicId, ours, ours.off);
  const stranger = await aClientWithEverything(admin, otherClinicId, theirs, theirs.words);
  const staff = (clinic: string, id: string, ...roles: Role[]): StaffActor => ({
    kind: 'staff',
    clinicId: clinic,
    accountId: ours.accountId,
    staffMemberId: id,
    roles,
  });
  for (const [seat, id] of [
    ['body', ours.body],
    ['supervisor', ours.supervisor],
  ] as const) {
    await insert(admin, 'care_team_members', {
      clinic_id: clinicId,
      client_id: clientId,
      staff_member_id: id,
      seat,
      joined_at: AT,
    });
  }
  await fillCare(admin, { clinicId, clientId, people: ours });
  await fillCare(admin, { clinicId: otherClinicId, clientId: stranger, people: theirs });
  return {
    clinicId,
    otherClinicId,
    clientId,
    signInHash: ours.signInHash,
    pendingSignInHash: ours.pendingSignInHash,
    accountId: ours.accountId,
    readerId: ours.words,
    slug: slugOf(clinicId),
    digests: 2 * NAMES.filter((name) => rolesOf(name).includes('practitioner')).length,
    actors: {
      'reads the words': staff(clinicId, ours.words, 'practitioner'),
      supervises: staff(clinicId, ours.supervisor, 'practitioner'),
      'sits in the body seat': staff(clinicId, ours.body, 'practitioner'),
      'is off the care team': staff(clinicId, ours.off, 'practitioner'),
      'is on no care team': staff(clinicId, ours.alone, 'practitioner'),
      'covers a colleague': staff(clinicId, ours.covers, 'practitioner'),
      'covers the body seat': staff(clinicId, ours.coversBody, 'practitioner'),
      'covered until yesterday': staff(clinicId, ours.covered, 'practitioner'),
      'covers from tomorrow': staff(clinicId, ours.willCover, 'practitioner'),
      'was to cover': staff(clinicId, ours.spared, 'practitioner'),
      'broke the glass': staff(clinicId, ours.glass, 'practitioner'),
      'broke it an hour ago': staff(clinicId, ours.glassBefore, 'practitioner'),
      'broke it and closed it': staff(clinicId, ours.glassClosed, 'practitioner'),
      'coordinates from the words seat': staff(clinicId, ours.words, 'coordinator'),
      coordinates: staff(clinicId, ours.coordinator, 'coordinator'),
      administers: staff(clinicId, ours.admin, 'admin'),
      'practises next door': staff(otherClinicId, theirs.words, 'practitioner'),
      'administers next door': staff(otherClinicId, theirs.admin, 'admin', 'coordinator', 'practitioner'),
      'is the client': { kind: 'client', clinicId, clientId },
      'is another client': { kind: 'client', clinicId, clientId: second },
      'is a client next door': { kind: 'client', clinicId: otherClinicId, clientId: stranger },
      'is the product': { kind: 'system', clinicId, job: 'test' },
      'is the product next door': { kind: 'system', clinicId: otherClinicId, job: 'test' },
      'is nobody': null,
    },
  };
}

async function aClinicWithPeople(admin: Client, clinicId: string): Promise<People> {
  const [accountId, locationId] = [randomUUID(), randomUUID()];
  const [signInHash, pendingSignInHash] = [Buffer.from(randomUUID()), Buffer.from(randomUUID())];
  const own = { clinic_id: clinicId };
  await insert(admin, 'clinics', {
    ...own,
    name: 'Fernhollow',
    short_name: 'Fern',
    country: 'US',
    phone: '1',
    slug: slugOf(clinicId),
    reading_days: [],
    created_at: AT,
    version: 1,
  });
  await insert(admin, 'locations', {
    ...own,
    id: locationId,
    name: 'Main',
    time_zone: 'UTC',
    quiet_from: '21:00',
    quiet_to: '08:00',
    // Always open: whom a morning mail is due does not hang on when this runs.
    open_from: '00:00',
    open_to: '24:00',
    open_days: [1, 2, 3, 4, 5, 6, 7],
    version: 1,
  });
  await insert(admin, 'clinic_keys', { ...own, version: 1, wrapped: signInHash, kek_id: 'k' });
  const people = {} as Record<Name, string>;
  const accounts: string[] = [];
  for (const name of NAMES) {
    const [id, account] = [randomUUID(), name === 'words' ? accountId : randomUUID()];
    people[name] = id;
    accounts.push(account);
    await insert(admin, 'accounts', {
      id: account,
      email_hash: Buffer.from(account),
      email_sealed: Buffer.from('x'),
      status: 'active',
      created_at: AT,
      version: 1,
    });
    await insert(admin, 'staff_members', {
      ...own,
      id,
      account_id: account,
      location_id: locationId,
      name_sealed: Buffer.from('x'),
      roles: rolesOf(name),
      status: 'active',
      created_at: AT,
      version: 1,
    });
  }
  for (const [hash, secondFactorAt] of [
    [signInHash, new Date()],
    [pendingSignInHash, null],
  ] as const) {
    await admin.query(
      `insert into sign_ins (id, token_hash, account_id, clinic_id, staff_member_id, created_at, last_seen_at, expires_at,
         second_factor_at)
       values ($1, $2, $3, $4, $5, now(), now(), now() + interval '1 hour', $6)`,
      [randomUUID(), hash, accountId, clinicId, people.words, secondFactorAt],
    );
  }
  await insert(admin, 'idempotency_keys', {
    ...own,
    actor: 'staff:x',
    key: 'k',
    route: 'r',
    body_hash: Buffer.from('x'),
    created_at: AT,
  });
  const eventId = randomUUID();
  await insert(admin, 'audit_events', {
    ...own,
    id: eventId,
    at: AT,
    actor_kind: 'system',
    roles: [],
    action: 'a',
    subject_type: 's',
    subject_ids: [],
    client_ids: [],
  });
  await insert(admin, 'audit_unsealed', { ...own, event_id: eventId });
  const hash = Buffer.alloc(32);
  await insert(admin, 'audit_seals', { ...own, seq: 1, row_ids: [eventId], hash, sealed_at: AT });
  return { accountId, locationId, signInHash, pendingSignInHash, ...people };
}

function rolesOf(name: Name): Role[] {
  return name === 'coordinator' || name === 'admin' ? [name] : ['practitioner'];
}

function slugOf(clinicId: string): string {
  return `fernhollow-${clinicId.slice(0, 8)}`;
}

async function aClientWithEverything(
  admin: Client,
  clinicId: string,
  { locationId }: People,
  practitionerId: string,
): Promise<string> {
  const clientId = randomUUID();
  const [series, session, appointment, plan, step, prompt, held, mailing, reflection] = Array.from(
    { length: 9 },
    () => randomUUID(),
  );
  const own = { clinic_id: clinicId, client_id: clientId };
  const sealed = Buffer.from('sealed');
  const soon = new Date(Date.now() + 3_600_000).toISOString();
  const past = new Date(Date.now() - 3_600_000).toISOString();
  const aPrompt = {
    ...own,
    id: prompt,
    plan_id: plan,
    step_id: step,
    anchor_id: session,
    occurrence: 0,
    template_code: 'what-stayed',
    template_version: 1,
    status: 'scheduled',
    held: false,
    priority: 'arc',
    needs_session_id: session,
    nominal_at: AT,
    send_at: past,
    send_until: soon,
    limit_at: soon,
    local_time: 'x',
    reasons: '[]',
    version: 1,
  };
  const aMailing = {
    ...own,
    id: mailing,
    prompt_id: prompt,
    kind: 'first',
    status: 'scheduled',
    send_at: past,
    send_until: soon,
    counts_for_day: true,
    message_id: '<m>',
    attempts: 0,
    retried: false,
  };
  const rows: [string, Record<string, unknown>][] = [
    [
      'clients',
      {
        clinic_id: clinicId,
        id: clientId,
        location_id: locationId,
        name_sealed: sealed,
        email_sealed: sealed,
        email_consent_given_on: '2026-01-05',
        time_zone: 'UTC',
        language: 'en',
        status: 'active',
        pace: 'steady',
        created_at: AT,
        version: 1,
      },
    ],
    ['care_team_members', { ...own, staff_member_id: practitionerId, seat: 'words', joined_at: AT }],
    ['client_keys', { ...own, version: 1, wrapped: sealed, kek_id: 'k' }],
    ['series', { ...own, id: series, status: 'open', opened_on: '2026-11-02', version: 1 }],
    [
      'ketamine_sessions',
      {
        ...own,
        id: session,
        series_id: series,
        location_id: locationId,
        route: 'im',
        setting: 'clinic',
        status: 'completed',
        held_at: AT,
        created_at: AT,
        version: 1,
      },
    ],
    [
      'appointments',
      {
        ...own,
        id: appointment,
        practitioner_id: practitionerId,
        starts_at: soon,
        minutes: 50,
        status: 'booked',
        created_at: AT,
        version: 1,
      },
    ],
    [
      'closing_notes',
      {
        ...own,
        appointment_id: appointment,
        note_sealed: sealed,
        written_by: practitionerId,
        written_at: AT,
      },
    ],
    [
      'integration_plans',
      {
        ...own,
        id: plan,
        template_code: 'steady',
        template_version: 1,
        status: 'live',
        live_from: AT,
        version: 1,
      },
    ],
    [
      'plan_steps',
      {
        ...own,
        plan_id: plan,
        id: step,
        position: 1,
        prompt_template_code: 'what-stayed',
        prompt_template_version: 1,
        spec: '{}',
      },
    ],
    ['prompts', aPrompt],
    // Held: who finds what is due has to see that it is.
    ['prompts', { ...aPrompt, id: held, occurrence: 1, held: true }],
    ['prompt_questions', { ...own, prompt_id: prompt, question_sealed: sealed }],
    ['mailings', aMailing],
    ['mailings', { ...aMailing, id: randomUUID(), prompt_id: held }],
    ['delivery_events', { ...own, id: randomUUID(), mailing_id: mailing, kind: 'bounced', at: AT }],
    ['consents', { ...own, id: randomUUID(), text_version: 1, language: 'en', how: 'by-link', given_at: AT }],
    ['reply_unlocks', { ...own, browser_hash: sealed, until: soon }],
    ['drafts', { ...own, prompt_id: prompt, browser_hash: sealed, body_sealed: sealed, saved_at: AT }],
    ['reflections', { ...own, id: reflection, body_sealed: sealed, sent_at: AT, version: 1 }],
    ['readings', { ...own, reflection_id: reflection, staff_member_id: practitionerId, read_at: AT }],
  ];
  for (const [table, row] of rows) await insert(admin, table, row);
  const words = {
    clinicId,
    clientId,
    reflectionId: reflection!,
    appointmentId: appointment!,
    practitionerId,
  };
  await fillWords(admin, words);
  await fillSafety(admin, words);
  return clientId;
}
