import { Client } from 'pg';
import type { StaffActor } from '@app/platform/actor.js';
import { newId } from '@app/platform/ids/ids.js';
import { sealReflection } from '@app/reflections/reflection-body.js';
import { CallRequestsService } from '@app/safety/call-requests.service.js';
import { promptTemplate } from '@app/plans/prompt-templates.data.js';
import { anAppointment } from '../factories/appointment.factory.js';
import { aClient } from '../factories/client.factory.js';
import { aClinic, type MadeClinic } from '../factories/clinic.factory.js';
import { type CourseHouse, courseHouseOf } from '../factories/course-house.js';
import { aKetamineSession } from '../factories/ketamine-session.factory.js';
import { aPlan } from '../factories/plan.factory.js';
import { aStaffMember, type MadeStaffMember } from '../factories/staff-member.factory.js';
import { type RunningApi, runningApi } from '../support/api/running-api.js';

/** Ids of one client's things, by the first part of the path they stand in. */
export interface Things {
  clients: string;
  'ketamine-sessions': string;
  appointments: string;
  prompts: string;
  reflections: string;
  'safety-flags': string;
  seriesId: string;
  locationId: string;
  staffMemberId: string;
}

/** The API, with one practitioner who calls it, and what belongs to her, to a colleague, and next door. */
export interface CallerWorld {
  api: RunningApi;
  /** The caller, a practitioner; a coordinator of her clinic. */
  cookie: string;
  coordinator: string;
  maren: MadeStaffMember;
  mine: Things;
  ofAColleague: Things;
  nextDoor: Things;
  /** One value for the whole content of the database, without the books that are kept about calls. */
  contents: () => Promise<string>;
  /** More of the caller's own things, fresh for one call. */
  fresh: () => Promise<Things>;
  stop: () => Promise<void>;
}

/** Who called, when, and how often: written by refusals too. */
const BOOKS = ['audit_events', 'sign_ins', 'sign_in_throttles', 'idempotency_keys'];

export async function callerWorld(): Promise<CallerWorld> {
  const api = await runningApi();
  const house = { ...courseHouseOf(api.app), ...api.house };
  const superuser = new Client({ connectionString: api.database.adminUrl });
  await superuser.connect();
  const clinic = await aClinic(house);
  const other = await aClinic(house, { name: 'Harrow Lane Clinic', shortName: 'Harrow Lane' });
  const maren = await aStaffMember(house, { clinic });
  const ines = await aStaffMember(house, { clinic, name: 'Ines Halvard' });
  const lena = await aStaffMember(house, { clinic, name: 'Lena Brandt', roles: ['coordinator'] });
  const petra = await aStaffMember(house, {
    clinic: other,
    name: 'Petra Lund',
    roles: ['practitioner', 'admin'],
  });
  const things = (by: StaffActor, at: MadeClinic) => thingsOf(api, house, by, at);
  const { rows } = await superuser.query<{ table: string }>(
    `select tablename as table from pg_tables where schemaname = 'public' and tablename <> all ($1) order by 1`,
    [BOOKS],
  );
  const contents = rows
    .map(
      ({ table }) => `(select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from ${table} t)`,
    )
    .join(` || ',' || `);
  return {
    api,
    cookie: await api.signIn(maren),
    coordinator: await api.signIn(lena),
    maren,
    mine: await things(maren.actor, clinic),
    ofAColleague: await things(ines.actor, clinic),
    nextDoor: await things(petra.actor, other),
    contents: async () => (await superuser.query<{ all: string }>(`select ${contents} as all`)).rows[0]!.all,
    fresh: () => things(maren.actor, clinic),
    stop: async () => {
      await superuser.end();
      await api.stop();
    },
  };
}

async function thingsOf(
  api: RunningApi,
  house: CourseHouse & RunningApi['house'],
  by: StaffActor,
  { clinicId, locationId, system }: MadeClinic,
): Promise<Things> {
  const client = await aClient(house, { by });
  // Far enough ahead that its first prompts wait for nothing but their time.
  const heldAt = (await house.db.now()).add({ hours: 24 * 9 });
  const session = await aKetamineSession(house, { by, clientId: client.id, heldAt });
  const call = await anAppointment(house, { by, clientId: client.id });
  await aPlan(house, { by, clientId: client.id });
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
      reflections: reflectionId,
      'safety-flags': await one('select id from safety_flags where clinic_id = $1 and client_id = $2'),
      seriesId: session.seriesId,
      locationId,
      staffMemberId: by.staffMemberId,
    };
  });
}
