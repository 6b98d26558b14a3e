import type { MadeClinic } from '../factories/clinic.factory.js';
import { aClient } from '../factories/client.factory.js';
import { courseHouseOf } from '../factories/course-house.js';
import { aStaffMember } from '../factories/staff-member.factory.js';
import { newId } from '@app/platform/ids/ids.js';
import type { RunningApi } from '../support/api/running-api.js';
import type { Person } from './callers.js';
import { thingsOfClient } from './things.client.js';
import { A_PROMPT, A_STEP, aMeasure, aPlace, nextFreeDays } from './things.samples.js';
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
}

/** Things that are there already, and which of them shall be new; what hangs together is new together. */
export interface Renewal {
  known: Things;
  wanted: ReadonlySet<keyof Things>;
}

/** A client of the owner with everything that hangs on one, and what of the clinic can be named. */
export async function thingsOf(api: RunningApi, owners: Owners, renewal?: Renewal): Promise<Things> {
  const { clinic, owner } = owners;
  const makers = makersOf(api, owners).filter(
    ([keys]) => !renewal || keys.some((key) => renewal.wanted.has(key)),
  );
  const coverId =
    renewal?.known.coverId ?? (await aStaffMember(api.house, { clinic, name: 'Sol Ferrin' })).staffMemberId;
  const made = await Promise.all(makers.map(([, make]) => make(coverId)));
  const always = {
    'crisis-contacts': 'crisis-line',
    // Not the lane of the flags here: who stands on its roster sees them, on whatever care team they are.
    rosters: 'medical',
    clinicId: clinic.clinicId,
    locationId: clinic.locationId,
    staffMemberId: owner.actor.staffMemberId,
    coverId,
  };
  return Object.assign({ ...renewal?.known, ...always }, ...made) as Things;
}

type Maker = [keys: readonly (keyof Things)[], make: (coverId: string) => Promise<Partial<Things>>];

const OF_CLIENT: readonly (keyof Things)[] = [
  ...['clients', 'ketamine-sessions', 'appointments', 'prompts', 'plans', 'reflections', 'safety-flags'],
  ...['delivery-events', 'seriesId', 'threads', 'stages', 'early-signs', 'process-notes'],
  ...['care-team', 'staff-members'],
] as (keyof Things)[];

function makersOf(api: RunningApi, { clinic, owner, admin }: Owners): Maker[] {
  const { staffMemberId } = owner.actor;
  const post = async (who: Person, path: string, body: object) => {
    const answer = await api.call('post', `/api${path}`, who.cookie).send(body);
    // A part of the product that is not there yet has no things.
    if (answer.status === 404) return newId();
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return (answer.body as { id: string }).id;
  };
  const one = <Key extends keyof Things>(key: Key, make: (coverId: string) => Promise<string>): Maker => [
    [key],
    async (coverId) => ({ [key]: await make(coverId) }),
  ];
  const invited = { name: 'Ada Wren', roles: ['coordinator'], locationId: clinic.locationId };
  return [
    [OF_CLIENT, () => everythingOfClient(api, owner, clinic)],
    one('measures', async () => {
      const measure = `own-${newId()}`;
      await post(admin, '/measures', { definition: aMeasure(measure) });
      return measure;
    }),
    one('invitations', () =>
      post(admin, '/invitations', { ...invited, email: `${newId()}@fernhollow.example` }),
    ),
    one('prompt-templates', () => post(owner, '/prompt-templates', { content: A_PROMPT })),
    one('plan-templates', () => post(owner, '/plan-templates', { title: 'Ours', steps: [A_STEP] })),
    one('absences', (coverId) => post(admin, '/absences', { staffMemberId, coverId, ...nextFreeDays() })),
    one('break-glass', () => glassOf(api, owner)),
    one('sign-ins', () => signInOf(api, owner)),
    one('passkeys', () => passkeyOf(api, owner)),
    one('locations', () => post(admin, '/locations', aPlace())),
  ];
}

async function everythingOfClient(
  api: RunningApi,
  owner: Person,
  clinic: MadeClinic,
): Promise<Partial<Things>> {
  const ofClient = await thingsOfClient(api, owner.actor, clinic);
  const { staffMemberId } = await aStaffMember(api.house, { clinic, name: 'Joris Vane' });
  await api.house.db.inClinic(clinic.system, (tx) =>
    tx.query(
      `insert into care_team_members (clinic_id, client_id, staff_member_id, seat, joined_at)
       values ($1, $2, $3, 'body', app_now())`,
      [clinic.clinicId, ofClient.clients, staffMemberId],
    ),
  );
  const ofWords = await thingsOfWords(api, owner, ofClient);
  return { ...ofClient, ...ofWords, 'care-team': staffMemberId, 'staff-members': staffMemberId };
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
