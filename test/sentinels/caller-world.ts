import { Client } from 'pg';
import type { Role } from '@app/platform/actor.js';
import { aClinic, type MadeClinic } from '../factories/clinic.factory.js';
import { type RunningApi, runningApi } from '../support/api/running-api.js';
import { BODIES } from './bodies.js';
import { People, type Person } from './callers.js';
import { type Operation, pathOf } from './operations.js';
import { type Things, thingsOf } from './things.js';

/** Everybody of the clinic who may call, by what makes them different for the client whose things these are. */
export const COLLEAGUES = [
  'reader',
  'supervisor',
  'body',
  'covers',
  'brokeGlass',
  'off',
  'coordinator',
  'admin',
] as const;
export type Colleague = (typeof COLLEAGUES)[number];

/** The API, with one practitioner who calls it, and what belongs to her, to a colleague, and next door. */
export interface CallerWorld {
  api: RunningApi;
  people: People;
  callers: Record<Colleague, Person>;
  /** Somebody new who is just like this one, for a call that uses its caller up. */
  another: (who: Colleague) => Promise<Person>;
  /** Admin and practitioner of the clinic next door. */
  stranger: Person;
  /** Has every role and the words seat; the last second factor is long ago. */
  stale: () => Promise<string>;
  /** The cookie of somebody who has given the password, and has no second factor yet. */
  newcomer: () => Promise<string>;
  /** Admin and practitioner, who reads `mine`: takes part in everything that anybody may do. */
  everything: Person;
  mine: Things;
  ofAColleague: Things;
  nextDoor: Things;
  /** One value for the whole content of the database, without the books that are kept about calls. */
  contents: () => Promise<string>;
  /** More of the reader's own things, fresh for one call: those that it names, and what hangs on them. */
  fresh: (operation: Operation) => Promise<Things>;
  stop: () => Promise<void>;
}

/** Who called, when, and how often: written by refusals too. */
const BOOKS = ['audit_events', 'audit_unsealed', 'sign_ins', 'sign_in_throttles', 'idempotency_keys'];

const ROLES: Record<Colleague, Role[]> = {
  reader: ['practitioner'],
  supervisor: ['practitioner'],
  body: ['practitioner'],
  covers: ['practitioner'],
  brokeGlass: ['practitioner'],
  off: ['practitioner'],
  coordinator: ['coordinator'],
  admin: ['admin'],
};

export async function callerWorld(): Promise<CallerWorld> {
  // Browsers make no passkeys for a bare address.
  const api = await runningApi({ env: { BASE_URL: 'http://localhost:3000' } });
  const superuser = new Client({ connectionString: api.database.adminUrl });
  await superuser.connect();
  const people = new People(api, superuser);
  const clinic = await aClinic(api.house);
  const other = await aClinic(api.house, { name: 'Harrow Lane Clinic', shortName: 'Harrow Lane' });
  const office = await people.person(clinic, 'Oren Tallis', 'admin');
  const everything = await people.person(clinic, 'Noor Baker', 'admin', 'practitioner', 'coordinator');
  const reader = await people.person(clinic, 'Maren Okoye', 'practitioner');
  const off = await people.person(clinic, 'Ines Halvard', 'practitioner');
  const stranger = await people.person(other, 'Petra Lund', 'practitioner', 'admin');
  const mine = await thingsOf(api, { clinic, owner: reader, admin: office });
  await people.seat(everything, mine.clients, 'words');
  const colleague = async (who: Colleague): Promise<Person> => {
    const person = await people.person(clinic, `Somebody who is ${who}`, ...ROLES[who]);
    if (who === 'reader') await people.seat(person, mine.clients, 'words');
    if (who === 'supervisor' || who === 'body') await people.seat(person, mine.clients, who);
    if (who === 'covers') await people.cover(person, reader);
    if (who === 'brokeGlass') await people.breakGlass(person, mine.clients);
    return person;
  };
  const callers = { reader, off, admin: office } as Record<Colleague, Person>;
  for (const who of COLLEAGUES) callers[who] ??= await colleague(who);
  const things = (owner: Person, admin: Person, at: MadeClinic) =>
    thingsOf(api, { clinic: at, owner, admin });
  return {
    api,
    people,
    callers,
    another: colleague,
    stranger,
    everything,
    newcomer: async () => {
      const person = await people.person(clinic, 'Somebody new', 'practitioner');
      for (const factors of ['totp_factors', 'recovery_codes'])
        await superuser.query(`delete from ${factors} where account_id = $1`, [person.accountId]);
      return people.signIn(person, 'half');
    },
    stale: async () => people.signIn(everything, 'not stepped up'),
    mine,
    ofAColleague: await things(off, office, clinic),
    nextDoor: await things(stranger, stranger, other),
    contents: await contentsOf(superuser),
    fresh: async (operation) => {
      // An invitation each time: more of them than a clinic sends in a day, or one address asks for.
      await superuser.query("delete from account_mails where kind = 'invite'");
      await superuser.query('delete from sign_in_throttles');
      return thingsOf(
        api,
        { clinic, owner: reader, admin: office },
        { known: mine, wanted: namedBy(operation, mine) },
      );
    },
    stop: async () => {
      await superuser.end();
      await api.stop();
    },
  };
}

/** The things that the path and the body of an operation are about. */
function namedBy(operation: Operation, things: Things): Set<keyof Things> {
  const named = new Set<keyof Things>();
  const listening = new Proxy(things, {
    get: (of, key: keyof Things) => {
      named.add(key);
      return of[key];
    },
  });
  pathOf(operation, listening);
  BODIES[operation.name]?.(listening);
  return named;
}

/** Asks for one value of everything, without the books. Sign-ins count by whether they ended. */
export async function contentsOf(superuser: Client): Promise<() => Promise<string>> {
  const { rows } = await superuser.query<{ table: string }>(
    `select tablename as table from pg_tables where schemaname = 'public' and tablename <> all ($1) order by 1`,
    [BOOKS],
  );
  const contents = rows
    .map(
      ({ table }) => `(select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from ${table} t)`,
    )
    .concat('(select count(*)::text from sign_ins where revoked_at is not null)')
    .join(` || ',' || `);
  return async () => (await superuser.query<{ all: string }>(`select ${contents} as all`)).rows[0]!.all;
}
