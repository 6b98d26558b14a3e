import type { Client } from 'pg';
import request from 'supertest';
import type { MadeStaffMember } from '../factories/staff-member.factory.js';
import { waitFor } from '../support/wait-for.js';
import type { ReceivedMail } from './mail-server.js';
import { answer, askForCall, cookiesOf } from './plain-text.answers.js';
import { makeOfWords } from './plain-text.made.js';
import { answerMeasure } from './plain-text.measured.js';
import { readOwnWords } from './plain-text.my-words.js';
import { confirmSender, stopAndStartAgain } from './plain-text.pace.js';
import type { Life } from './plain-text.secrets.js';
import { liveAsStaff } from './plain-text.staff.js';
import { leaveUnasked } from './plain-text.unasked.js';

export interface ClinicLife extends Life {
  admin: Client;
  maren: MadeStaffMember;
  locationId: string;
  mails: readonly ReceivedMail[];
}

type Agent = ReturnType<typeof request.agent>;
type Send = (method: 'post' | 'patch' | 'put', path: string, body: object) => request.Test;

const HOUR_MS = 3_600_000;
const PERSON = { timeZone: 'America/Boise', emailConsent: { givenOn: '2026-01-05', how: 'on paper' } };

/** One life through the front doors: staff type, the clients type, things go wrong in between. */
export async function liveAtTheClinic(life: ClinicLife): Promise<void> {
  const { base, secrets, tokens, admin, maren, locationId, mails } = life;
  const staff = request.agent(base);
  const send: Send = (method, path, body) =>
    staff[method](`/api${path}`).set('X-Throughline', '1').send(body);
  await signIn(life, send);
  const id = await addClient(life, send);
  await typeNonsense(life, staff, send, id);
  await aCourse(send, id, 2);
  const refusedId = await another(send, 'Marcus Bell', secrets['refused e-mail']);
  await aCourse(send, refusedId, 2);

  const [first, second] = await open(staff, id);
  await answer(life, await dispatched(life, send, first!.id), 'first');
  await askForCall(life, await dispatched(life, send, second!.id), mails);
  const pace = { base, secrets, mails, tokens };
  await stopAndStartAgain(pace, { link: tokens['reply first']!, email: secrets['e-mail'] });
  const unasked = { ...pace, admin, clientId: id, email: secrets['e-mail'] };
  await readOwnWords(unasked, await leaveUnasked(unasked));
  const [unlucky] = await open(staff, refusedId);
  await send('post', `/prompts/${unlucky!.id}/dispatch`, {}).expect(201);

  const callId = await callAndFlag(life, staff, send, id);
  const cookie = `signin=${tokens['sign-in']}`;
  await makeOfWords({ base, cookie, clientId: id, callId, secrets, tokens });
  await waitFor(
    'the refused e-mail to be marked',
    async () => (await admin.query("select 1 from mailings where status = 'failed'")).rowCount,
    { limitMs: 20_000, everyMs: 100 },
  );
  await waitFor(
    'the notice',
    () => mails.some(({ headers }) => /^Subject: Someone asked for a call/im.test(headers)),
    { limitMs: 20_000, everyMs: 100 },
  );
  const client = { id, name: secrets['changed name'] };
  await liveAsStaff({ base, secrets, admin: maren, cookie, locationId, client, mails, tokens });
  // Not before the first roster stands: the plan asks about safety too, and needs both.
  await measure(life, staff, send);
  await confirmSender(pace, cookie);
  await staff.get('/api/audit-events/csv').expect(200);
  await staff.get('/api/staff-members').expect(200);
}

async function signIn({ secrets, tokens, maren }: ClinicLife, send: Send): Promise<void> {
  const { email, password } = maren;
  const wrong = { email: secrets['wrong e-mail'], password: secrets['wrong password'] };
  await send('post', '/sign-ins', wrong).expect(401);
  await send('post', '/sign-ins', { email, password: secrets['wrong password'] }).expect(401);
  const pending = await send('post', '/sign-ins', { email, password }).expect(201);
  tokens['pending sign-in'] = cookiesOf(pending)[0]!;
  const give = (code: string) =>
    send('post', '/sign-ins/current/second-factor', { kind: 'recovery-code', code });
  await give(secrets['wrong code']).expect(401);
  tokens['spent code'] = maren.recoveryCodes.shift()!;
  tokens['sign-in'] = cookiesOf(await give(tokens['spent code']).expect(201))[0]!;
}

async function addClient({ secrets, firstName }: ClinicLife, send: Send): Promise<string> {
  const contact = { email: secrets['e-mail'], phone: secrets.phone, pronouns: secrets.pronouns };
  const add = (body: object) =>
    send('post', '/clients', { ...PERSON, ...body }).set('Idempotency-Key', 'one');
  const client = await add({ name: `${firstName} ${secrets['last name']}`, ...contact }).expect(201);
  const { id, version } = client.body as { id: string; version: number };
  await add({ name: secrets['last name'], ...contact, phone: '1' }).expect(422);
  await send('post', '/clients', { ...PERSON, name: 'A', email: secrets['e-mail'] }).expect(409);
  const changed = `${firstName} ${secrets['changed name']}`;
  await send('patch', `/clients/${id}`, { version, name: changed }).expect(200);
  await send('patch', `/clients/${id}`, { version, name: secrets['changed name'] }).expect(409);
  return id;
}

/** What is refused is read too. */
async function typeNonsense({ secrets }: ClinicLife, staff: Agent, send: Send, id: string): Promise<void> {
  await send('post', `/clients/${id}/plans`, { template: secrets.words }).expect(
    (answer) => answer.status >= 400,
  );
  await send('post', '/clients', { name: `${secrets.words}\r\n`, timeZone: secrets.words }).expect(400);
  await send('post', '/clients', { [secrets.words]: secrets.words }).expect(400);
  await staff
    .post('/api/clients')
    .set('X-Throughline', '1')
    .type('json')
    .send(`{"a":"${secrets['broken body']}`)
    .expect(400);
  await staff.get(`/api/clients?after=${secrets.query}`).expect(400);
  await staff.get(`/api/clients/${secrets.address}`).expect(404);
  await staff.get(`/api/${secrets.address}`).expect(404);
}

/** A session that was completed yesterday, and a version of the steady plan. */
async function aCourse(send: Send, clientId: string, number: number): Promise<void> {
  const heldAt = new Date(Date.now() - 26 * HOUR_MS).toISOString();
  const session = { heldAt, route: 'im', status: 'completed' };
  await send('post', `/clients/${clientId}/ketamine-sessions`, session).expect(201);
  await send('post', `/clients/${clientId}/plans`, { template: 'steady', number }).expect(201);
}

async function another(send: Send, name: string, email: string): Promise<string> {
  const { body } = await send('post', '/clients', { ...PERSON, name, email }).expect(201);
  return (body as { id: string }).id;
}

interface Scheduled {
  id: string;
  title: string;
  status: string;
  question: string | null;
}

/** Prompts that wait for their time. */
async function scheduled(staff: Agent, clientId: string): Promise<Scheduled[]> {
  const { body } = await staff.get(`/api/clients/${clientId}/prompts`).expect(200);
  return (body.items as Scheduled[]).filter(({ status }) => status === 'scheduled');
}

/** Those that ask in words. */
async function open(staff: Agent, clientId: string): Promise<Scheduled[]> {
  return (await scheduled(staff, clientId)).filter(({ question }) => question !== null);
}

/** The e-mail of a prompt that is sent now. */
async function dispatched(
  { mails, secrets }: ClinicLife,
  send: Send,
  promptId: string,
  address = secrets['e-mail'],
): Promise<ReceivedMail> {
  const before = mails.length;
  await send('post', `/prompts/${promptId}/dispatch`, {}).expect(201);
  return waitFor('the e-mail', () => mails.slice(before).find(({ to }) => to === address), {
    limitMs: 20_000,
    everyMs: 100,
  });
}

/** Somebody else answers a questionnaire. */
async function measure(life: ClinicLife, staff: Agent, send: Send): Promise<void> {
  const { maren, locationId, secrets } = life;
  const address = secrets['measured e-mail'];
  const people = { responderId: maren.staffMemberId, leadId: maren.staffMemberId, locationId };
  const hours = { openFrom: '08:00', openTo: '18:00', openDays: [1], holidays: [] };
  const roster = { ...people, ...hours, outsideBackupEmail: secrets['outside backup'] };
  await send('put', '/rosters/medical', roster).expect(200);
  const id = await another(send, 'Priya Sethi', address);
  await aCourse(send, id, 3);
  const asked = (await scheduled(staff, id)).find(({ title }) => title === 'GAD-7')!;
  await answerMeasure(life, await dispatched(life, send, asked.id, address));
  const { body } = await staff.get(`/api/clients/${id}/measures`).expect(200);
  expect(JSON.stringify(body)).toContain('"total":11');
}

/** An appointment with a closing note and a brief, and the flag that is taken and closed. Gives the appointment. */
async function callAndFlag(
  { secrets }: ClinicLife,
  staff: Agent,
  send: Send,
  clientId: string,
): Promise<string> {
  const startsAt = new Date(Date.now() + HOUR_MS).toISOString();
  const call = await send('post', `/clients/${clientId}/appointments`, { startsAt, minutes: 50 }).expect(201);
  const { id, version } = call.body as { id: string; version: number };
  await send('put', `/appointments/${id}/closing-note`, { version, text: secrets['closing note'] }).expect(
    200,
  );
  const today = await staff.get('/api/today').expect(200);
  const flags = today.body.flags as { id: string; version: number; kind: string | null }[];
  const flag = flags.find(({ kind }) => kind === 'call-me')!;
  const callBy = new Date(Date.now() + 2 * HOUR_MS).toISOString();
  await staff.get(`/api/safety-flags/${flag.id}`).expect(200);
  const acknowledged = await send('post', `/safety-flags/${flag.id}/acknowledgement`, {
    version: flag.version,
    callBy,
  }).expect(201);
  await send('post', `/safety-flags/${flag.id}/closing`, {
    version: (acknowledged.body as { version: number }).version,
    disposition: secrets.disposition,
  }).expect(201);
  const brief = await staff.get(`/api/appointments/${id}/brief`).expect(200);
  expect(JSON.stringify(brief.body)).toContain(secrets['changed words']);
  return id;
}
