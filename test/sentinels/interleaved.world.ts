import type { Client } from 'pg';
import { promptTemplate } from '@app/plans/prompt-templates.data.js';
import { newId } from '@app/platform/ids/ids.js';
import { newToken, tokenHash } from '@app/platform/encryption/sealing.js';
import { sealReflection } from '@app/reflections/reflection-body.js';
import { CallRequestsService } from '@app/safety/call-requests.service.js';
import { anAppointment } from '../factories/appointment.factory.js';
import { aClient } from '../factories/client.factory.js';
import { aClinic } from '../factories/clinic.factory.js';
import { courseHouseOf } from '../factories/course-house.js';
import { aKetamineSession } from '../factories/ketamine-session.factory.js';
import { aPlan } from '../factories/plan.factory.js';
import { aStaffMember, type MadeStaffMember } from '../factories/staff-member.factory.js';
import type { RunningApi } from '../support/api/running-api.js';
import { A_PROMPT, A_STEP } from './things.samples.js';

/** One clinic whose every text is its canary, and who asks for it. */
export interface CanaryClinic {
  clinicId: string;
  canary: string;
  cookie: string;
  clientId: string;
  version: number;
  appointmentId: string;
  reflectionId: string;
  flagId: string;
  promptTemplateId: string;
  planId: string;
}

/** Unlike anything else, and telling whose it is. */
export const canaryOf = (index: number): string => `k4n4ry${String(index).padStart(2, '0')}x`;
export const CANARY = /k4n4ry(\d\d)x/gi;

/** Fills one clinic through its services: sealed columns hold the canary too. */
export async function canaryClinic(api: RunningApi, admin: Client, index: number): Promise<CanaryClinic> {
  const canary = canaryOf(index);
  const house = { ...courseHouseOf(api.app), ...api.house };
  const clinic = await aClinic(house, {
    name: `${canary} clinic`,
    shortName: canary,
    phone: canary,
    locationName: canary,
  });
  const staff = await aStaffMember(house, {
    clinic,
    name: `Maren ${canary}`,
    email: `maren@${canary}.example`,
    roles: ['practitioner', 'admin', 'coordinator'],
  });
  const by = staff.actor;
  const client = await aClient(house, {
    by,
    name: `Rowan ${canary}`,
    email: `rowan@${canary}.example`,
    phone: canary,
    pronouns: canary,
    emailConsent: { givenOn: '2025-01-06', how: canary },
  });
  const heldAt = (await house.db.now()).add({ hours: 24 * 9 });
  await aKetamineSession(house, { by, clientId: client.id, heldAt });
  const call = await anAppointment(house, { by, clientId: client.id });
  const plan = await aPlan(house, { by, clientId: client.id });
  const { clinicId } = clinic;
  const reflectionId = newId();
  await house.db.inClinic({ kind: 'client', clinicId, clientId: client.id }, async (tx) => {
    const key = await house.keyring.client(tx, client.id);
    const { hint, checkIns, chips } = promptTemplate('keeps-coming-back', 1);
    const question = { title: canary, question: canary, hint, checkIns, chips };
    const words = { words: canary, checkIns: {}, chips: [], question, nothing: false, browser: '' };
    const sealed = sealReflection(key, { clinicId, rowId: reflectionId }, words);
    await tx.query(
      'insert into reflections (clinic_id, id, client_id, body_sealed, sent_at, version) values ($1, $2, $3, $4, app_now(), 1)',
      [clinicId, reflectionId, client.id, sealed],
    );
    const calls = api.app.get(CallRequestsService, { strict: false });
    await calls.raise(tx, { clientId: client.id, promptId: null });
  });
  await plantInPlainText(admin, clinicId, canary);
  const { rows } = await admin.query<{ flag: string }>(
    'select id as flag from safety_flags where clinic_id = $1',
    [clinicId],
  );
  const cookie = await signedIn(admin, staff, clinicId);
  const closingNote = api.call('put', `/api/appointments/${call.id}/closing-note`, cookie);
  await closingNote.send({ version: call.version, text: `Begin with ${canary}.` }).expect(200);
  await api
    .call('post', `/api/clients/${client.id}/series`, cookie)
    .send({ name: canary })
    .expect((answer) => {
      if (answer.status >= 500) throw new Error(answer.text);
    });
  return {
    clinicId,
    canary,
    cookie,
    clientId: client.id,
    version: client.version,
    appointmentId: call.id,
    reflectionId,
    flagId: rows[0]!.flag,
    promptTemplateId: await library(api, cookie, canary),
    planId: plan.id,
  };
}

/** What the clinic says in words of its own: a prompt, a plan, and who its e-mails come from. */
async function library(api: RunningApi, cookie: string, canary: string): Promise<string> {
  const content = { ...A_PROMPT, title: canary, question: `How was ${canary}?` };
  const made = await api.call('post', '/api/prompt-templates', cookie).send({ content }).expect(201);
  const { id } = made.body as { id: string };
  const steps = [{ ...A_STEP, prompt: { template: id } }];
  await api.call('post', '/api/plan-templates', cookie).send({ title: canary, steps }).expect(201);
  const { body: before } = await api.call('get', '/api/clinic/sender', cookie).expect(200);
  const sender = { version: before.version, fromName: canary, replyTo: `desk@${canary}.example` };
  await api.call('put', '/api/clinic/sender', cookie).send(sender).expect(200);
  return id;
}

/** A sign-in of this person, as it stands once the second factor was given. */
async function signedIn(admin: Client, staff: MadeStaffMember, clinicId: string): Promise<string> {
  const token = newToken();
  await admin.query(
    `insert into sign_ins (id, token_hash, account_id, clinic_id, staff_member_id, created_at, last_seen_at,
       expires_at, second_factor_at, second_factor, stepped_up_at)
     values ($1, $2, $3, $4, $5, app_now(), app_now(), app_now() + interval '12 hours', app_now(), 'totp', app_now())`,
    [newId(), tokenHash(token), staff.accountId, clinicId, staff.staffMemberId],
  );
  return `signin=${token}`;
}

/** Text columns whose values the product itself chooses or reads: codes, zones, local clocks, ids. */
const NOT_TYPED = new Set(
  `time_zone country language status pace seat kind colour route setting template_code prompt_template_code
   priority local_time message_id last_code kek_id actor actor_kind action subject_type job outcome operation
   request_id ip key name_code how rest_by rest_length passphrase_hash status_code started_from wait
   lane channel reason code stage via`.split(/\s+/),
);

/** Every column that holds a person's text in the open is given the canary. Gives the names of those planted. */
async function plantInPlainText(admin: Client, clinicId: string, canary: string): Promise<void> {
  const columns = await typedColumns(admin);
  for (const { table, column } of columns) {
    await admin.query(`update ${table} set ${column} = $2 where clinic_id = $1`, [clinicId, canary]);
  }
}

/** Columns of clinic tables that people fill with text which is not sealed. */
export async function typedColumns(admin: Client): Promise<{ table: string; column: string }[]> {
  const { rows } = await admin.query<{ table: string; column: string }>(
    `select c.table_name as table, c.column_name as column
     from information_schema.columns c
     join information_schema.columns k on k.table_schema = 'public' and k.table_name = c.table_name
       and k.column_name = 'clinic_id'
     join pg_class t on t.relname = c.table_name and t.relnamespace = 'public'::regnamespace and t.relkind = 'r'
       and t.relrowsecurity
     where c.table_schema = 'public' and c.data_type = 'text' order by 1, 2`,
  );
  return rows.filter(({ column }) => !NOT_TYPED.has(column));
}
