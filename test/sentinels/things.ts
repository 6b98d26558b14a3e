import { Temporal } from 'temporal-polyfill';
import type { StaffActor } from '@app/platform/actor.js';
import { newId } from '@app/platform/ids/ids.js';
import { sealReflection } from '@app/reflections/reflection-body.js';
import { CallRequestsService } from '@app/safety/call-requests.service.js';
import { promptTemplate } from '@app/plans/prompt-templates.data.js';
import { anAppointment } from '../factories/appointment.factory.js';
import { aClient } from '../factories/client.factory.js';
import type { MadeClinic } from '../factories/clinic.factory.js';
import { courseHouseOf } from '../factories/course-house.js';
import { aKetamineSession } from '../factories/ketamine-session.factory.js';
import { aPlan } from '../factories/plan.factory.js';
import { aStaffMember } from '../factories/staff-member.factory.js';
import type { RunningApi } from '../support/api/running-api.js';
import type { Person } from './callers.js';
import { type ThingsOfWords, thingsOfWords } from './things.words.js';

/** Ids of one client's things, and of their clinic's, by the part of the path before them. */
export interface Things extends ThingsOfWords {
  clients: string;
  'ketamine-sessions': string;
  appointments: string;
  prompts: string;
  plans: string;
  reflections: string;
  'safety-flags': string;
  'delivery-events': string;
  /** A colleague who has nothing to do but to be changed; on the care team, in the body seat. */
  'care-team': string;
  'staff-members': string;
  invitations: string;
  'prompt-templates': string;
  'plan-templates': string;
  /** The code of one of the clinic's own. */
  measures: string;
  absences: string;
  /** Of the owner of the things, as the two below. */
  'break-glass': string;
  'sign-ins': string;
  passkeys: string;
  locations: string;
  /** Kinds, not ids. */
  'crisis-contacts': string;
  rosters: string;
  /** In bodies. */
  clinicId: string;
  seriesId: string;
  locationId: string;
  staffMemberId: string;
  /** Who covers the owner when they are away, and nobody else. */
  coverId: string;
}

/** Whose the things are: a practitioner, and an admin of the same clinic. */
export interface Owners {
  clinic: MadeClinic;
  owner: Person;
  admin: Person;
  /** Things that need not be new: a record that the owner opened, and who covers them. */
  known?: Pick<Things, 'break-glass' | 'coverId'>;
}

/** A client of the owner with everything that hangs on one, and what of the clinic can be named. */
export async function thingsOf(api: RunningApi, { clinic, owner, admin, known }: Owners): Promise<Things> {
  const { clinicId, locationId } = clinic;
  const by = owner.actor;
  const ofClient = await thingsOfClient(api, by, clinic);
  const colleague = await aStaffMember(api.house, { clinic, name: 'Joris Vane' });
  const coverId =
    known?.coverId ?? (await aStaffMember(api.house, { clinic, name: 'Sol Ferrin' })).staffMemberId;
  const post = async (who: Person, path: string, body: object) => {
    const answer = await api.call('post', `/api${path}`, who.cookie).send(body);
    // A part of the product that is not there yet has no things.
    if (answer.status === 404) return newId();
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return (answer.body as { id: string }).id;
  };
  await api.house.db.inClinic(clinic.system, (tx) =>
    tx.query(
      `insert into care_team_members (clinic_id, client_id, staff_member_id, seat, joined_at)
       values ($1, $2, $3, 'body', app_now())`,
      [clinicId, ofClient.clients, colleague.staffMemberId],
    ),
  );
  const invited = {
    email: `${newId()}@fernhollow.example`,
    name: 'Ada Wren',
    roles: ['coordinator'],
    locationId,
  };
  const measure = `own-${newId()}`;
  await post(admin, '/measures', { definition: aMeasure(measure) });
  return {
    ...ofClient,
    ...(await thingsOfWords(api, owner, ofClient)),
    measures: measure,
    'care-team': colleague.staffMemberId,
    'staff-members': colleague.staffMemberId,
    invitations: await post(admin, '/invitations', invited),
    'prompt-templates': await post(owner, '/prompt-templates', { content: A_PROMPT }),
    'plan-templates': await post(owner, '/plan-templates', { title: 'Ours', steps: [A_STEP] }),
    absences: await post(admin, '/absences', {
      staffMemberId: by.staffMemberId,
      coverId,
      ...nextFreeDays(),
    }),
    'break-glass': known?.['break-glass'] ?? (await glassOf(api, owner)),
    'sign-ins': await signInOf(api, owner),
    passkeys: await passkeyOf(api, owner),
    locations: await post(admin, '/locations', aPlace()),
    'crisis-contacts': 'crisis-line',
    // Not the lane of the flags here: who stands on its roster sees them, on whatever care team they are.
    rosters: 'medical',
    clinicId,
    locationId,
    staffMemberId: by.staffMemberId,
    coverId,
  };
}

export const A_PROMPT = {
  title: 'Ours',
  question: 'How was the walk?',
  hint: '',
  checkIns: ['ease'],
  chips: ['S1'],
  choices: [
    {
      id: 'which',
      question: 'Which one?',
      hint: '',
      options: [
        { id: 'long', label: 'The long one' },
        { id: 'short', label: 'The short one' },
      ],
      many: false,
    },
  ],
  ratings: [{ id: 'legs', question: 'How are the legs?', low: 'Tired', high: 'Fresh' }],
};

export function aMeasure(code: string) {
  return {
    code,
    title: 'Our weeks',
    language: 'en-US',
    source: 'Made by the clinic, 2026.',
    licence: 'Our own.',
    population: 'No figures yet.',
    windowDays: 7,
    stem: 'In the last week, how often was this so?',
    items: [{ id: '1', text: 'I had room for myself' }],
    options: [
      { value: 0, label: 'Never' },
      { value: 1, label: 'Most days' },
    ],
    range: { from: 0, to: 1 },
  };
}

export const A_STEP = {
  prompt: { template: 'small-shift', number: 1 },
  anchor: 'latest-session',
  days: 7,
  localTime: '12:30',
  latenessHours: 48,
  nudgeAfterDays: 2,
  openDays: 7,
  slowestPace: 'gentle',
};

let daysAhead = 10;

/** Two days that nobody else of these tests is away. */
export function nextFreeDays(): { fromOn: string; untilOn: string } {
  daysAhead += 3;
  const from = Temporal.Now.plainDateISO('UTC').add({ days: daysAhead });
  return { fromOn: from.toString(), untilOn: from.add({ days: 1 }).toString() };
}

export function aPlace() {
  const hours = { quietFrom: '21:00', quietTo: '08:00', openFrom: '08:00', openTo: '18:00' };
  return { name: `Alder Street ${newId()}`, timeZone: 'America/Boise', ...hours, openDays: [1, 2, 3] };
}

/** A record that the owner opened, of a client who is a colleague’s alone. */
async function glassOf(api: RunningApi, { actor, clinic, cookie }: Person): Promise<string> {
  const { actor: colleague } = await aStaffMember(api.house, { clinic, name: 'Wanda Moss' });
  const { id } = await aClient(courseHouseOf(api.app), { by: colleague });
  const body = { reason: 'Called in distress on a Sunday.', minutes: 30 };
  const answer = await api.call('post', `/api/clients/${id}/break-glass`, cookie).send(body);
  if (answer.status === 404) return newId();
  if (answer.status !== 201) throw new Error(`break-glass of ${actor.staffMemberId}: ${answer.text}`);
  return (answer.body as { id: string }).id;
}

/** Another sign-in of the owner. */
async function signInOf({ house }: RunningApi, { actor }: Person): Promise<string> {
  const id = newId();
  await house.db.acrossClinics(
    `insert into sign_ins (id, token_hash, account_id, clinic_id, staff_member_id, created_at, last_seen_at,
       expires_at, second_factor_at, second_factor)
     values ($1, $2, $3, $4, $5, app_now(), app_now(), app_now() + interval '1 hour', app_now(), 'totp')`,
    [id, Buffer.from(id), actor.accountId, actor.clinicId, actor.staffMemberId],
  );
  return id;
}

async function passkeyOf({ house }: RunningApi, { actor }: Person): Promise<string> {
  const id = newId();
  await house.db.acrossClinics(
    `insert into passkeys (id, account_id, credential_id, public_key, counter, transports, backed_up, name, created_at)
     values ($1, $2, $3, $3, 0, '{}', false, 'Laptop', app_now())`,
    [id, actor.accountId, Buffer.from(id)],
  );
  return id;
}

async function thingsOfClient(api: RunningApi, by: StaffActor, { clinicId, system }: MadeClinic) {
  const house = { ...courseHouseOf(api.app), ...api.house };
  const client = await aClient(house, { by });
  // Far enough ahead that its first prompts wait for nothing but their time.
  const heldAt = (await house.db.now()).add({ hours: 24 * 9 });
  const session = await aKetamineSession(house, { by, clientId: client.id, heldAt });
  const call = await anAppointment(house, { by, clientId: client.id });
  const plan = await aPlan(house, { by, clientId: client.id });
  const reflectionId = newId();
  await house.db.inClinic({ kind: 'client', clinicId, clientId: client.id }, async (tx) => {
    const key = await house.keyring.client(tx, client.id);
    const { title, question, hint, checkIns, chips } = promptTemplate('keeps-coming-back', 1);
    const body = sealReflection(
      key,
      { clinicId, rowId: reflectionId },
      {
        words: 'A field.',
        checkIns: {},
        chips: [],
        question: { title, question, hint, checkIns, chips },
        nothing: false,
        browser: '',
      },
    );
    await tx.query(
      'insert into reflections (clinic_id, id, client_id, body_sealed, sent_at, version) values ($1, $2, $3, $4, app_now(), 1)',
      [clinicId, reflectionId, client.id, body],
    );
    await api.app
      .get(CallRequestsService, { strict: false })
      .raise(tx, { clientId: client.id, promptId: null });
  });
  return house.db.inClinic(system, async (tx) => {
    const one = async (sql: string) => (await tx.query<{ id: string }>(sql, [clinicId, client.id]))[0]!.id;
    return {
      clients: client.id,
      'ketamine-sessions': session.id,
      appointments: call.id,
      prompts: await one(
        `select id from prompts where clinic_id = $1 and client_id = $2 and status = 'scheduled'
           and needs_session_id is null order by send_at limit 1`,
      ),
      plans: plan.id,
      reflections: reflectionId,
      'delivery-events': await one(
        `insert into delivery_events (clinic_id, id, client_id, mailing_id, kind, at)
         select clinic_id, gen_random_uuid(), client_id, id, 'delayed', app_now() from mailings
         where clinic_id = $1 and client_id = $2 limit 1 returning id`,
      ),
      'safety-flags': await one('select id from safety_flags where clinic_id = $1 and client_id = $2'),
      seriesId: session.seriesId,
    };
  });
}
