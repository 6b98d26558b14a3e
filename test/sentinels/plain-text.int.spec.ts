import { readFileSync } from 'node:fs';
import { Redis } from 'ioredis';
import { simpleParser } from 'mailparser';
import { Client } from 'pg';
import request from 'supertest';
import { aClinic } from '../factories/clinic.factory.js';
import { aStaffMember, type MadeStaffMember } from '../factories/staff-member.factory.js';
import { type RunningApi, runningApi } from '../support/api/running-api.js';
import { freePort } from '../support/free-port.js';
import { describeWithRedis, testRedis, type TestRedis } from '../support/redis.js';
import { waitFor } from '../support/wait-for.js';
import { type ReceivedMail, startMailServer } from './mail-server.js';
import { madeSecrets, makeOfWords } from './plain-text.made.js';
import { readOwnWords } from './plain-text.my-words.js';
import { confirmSender, nonceIn, paceSecrets, stopAndStartAgain } from './plain-text.pace.js';
import { liveAsStaff, staffSecrets } from './plain-text.staff.js';
import { leaveUnasked, unaskedSecrets } from './plain-text.unasked.js';
import { contentsOf } from './redis-contents.js';
import { type RunningProcess, startProcess } from './processes.js';
import { recordedRows, recordRows } from './record-of-rows.js';
import { tracesOf } from './traces.js';

const mark = Math.random().toString(36).slice(2, 8);
/** What people type, each unlike anything else. */
const SECRETS = {
  'last name': `Zephyrmoor${mark}`,
  'changed name': `Thistlequill${mark}`,
  'e-mail': `quillan-${mark}@letterbox.example`,
  'refused e-mail': `refused-${mark}@letterbox.example`,
  phone: `+1 208 555 ${mark}`,
  pronouns: `xe${mark}`,
  words: `The heron stood there and I want to end my life ${mark}`,
  'changed words': `The heron flew at dusk ${mark}`,
  draft: `half a sentence about moss ${mark}`,
  'draft of a call': `please ring me about the ladder ${mark}`,
  'closing note': `Begin with the lighthouse ${mark}`,
  disposition: `Spoke about the orchard ${mark}`,
  password: `a lantern in the fog ${mark}`,
  'wrong password': `not the lantern at all ${mark}`,
  'wrong e-mail': `nobody-${mark}@letterbox.example`,
  'broken body': `words in broken json ${mark}`,
  query: `wordsinaquery${mark}`,
  address: `wordsinanaddress${mark}`,
  ...staffSecrets(mark),
  ...unaskedSecrets(mark),
  ...paceSecrets(mark),
  ...madeSecrets(mark),
};
/** Stands in the greeting of an e-mail, and nowhere else. */
const FIRST_NAME = `Quillan${mark}`;

describe.each([
  ['PostgreSQL', describe],
  ['Redis', describeWithRedis],
] as const)('what people write, with the queue in %s', (backend, describeIt) => {
  describeIt('stands nowhere in plain text', () => {
    let home: RunningApi;
    let admin: Client;
    let redis: TestRedis | undefined;
    let watcher: Redis | undefined;
    let monitor: Redis | undefined;
    const commands: string[] = [];
    let mailServer: Awaited<ReturnType<typeof startMailServer>>;
    let api: RunningProcess;
    let worker: RunningProcess;
    let base: string;
    let maren: MadeStaffMember;
    let locationId: string;
    let kept: Record<string, string>;
    const tokens: Record<string, string> = {};

    beforeAll(async () => {
      if (backend === 'Redis') redis = await testRedis();
      const queue = redis?.url ?? '';
      home = await runningApi({ env: { QUEUE_URL: queue } });
      admin = new Client({ connectionString: home.database.adminUrl });
      await admin.connect();
      await recordRows(admin);
      if (redis) {
        watcher = new Redis(redis.url);
        monitor = await watcher.monitor();
        monitor.on('monitor', (_time: string, args: string[]) => void commands.push(args.join(' ')));
      }
      const clinic = await aClinic(home.house);
      maren = await aStaffMember(home.house, {
        clinic,
        password: SECRETS.password,
        roles: ['admin', 'practitioner'],
      });
      locationId = clinic.locationId;
      mailServer = await startMailServer();
      const port = await freePort();
      base = `http://127.0.0.1:${port}`;
      const env = {
        PORT: String(port),
        BASE_URL: base,
        SMTP_URL: mailServer.url,
        QUEUE_URL: queue,
        SWEEP_SECONDS: '1',
        LOG_LEVEL: 'debug',
      };
      api = startProcess('apps/api/src/main.ts', env);
      worker = startProcess('apps/worker/src/main.ts', env);
      await waitFor(
        'the API to be ready',
        async () => {
          if (api.hasEnded() || worker.hasEnded()) throw new Error(api.output() + worker.output());
          return fetch(`${base}/readyz`).then(
            ({ ok }) => ok,
            () => false,
          );
        },
        { limitMs: 60_000, everyMs: 200 },
      );
      await live();
      await Promise.all([api.stop(), worker.stop()]);
      kept = {
        ...(await recordedRows(admin)),
        'the log of the API': api.output(),
        'the log of the worker': worker.output(),
        'the log of PostgreSQL': process.env.TEST_PG_LOG ? readFileSync(process.env.TEST_PG_LOG, 'utf8') : '',
        'what Redis was told': commands.join('\n'),
        'what Redis keeps': watcher ? await contentsOf(watcher) : '',
      };
    }, 120_000);
    afterAll(async () => {
      monitor?.disconnect();
      watcher?.disconnect();
      await Promise.all([api?.stop(), worker?.stop()]);
      await mailServer.stop();
      await admin.end();
      await home.stop();
      await redis?.stop();
    }, 30_000);

    /** One life through the front doors: staff type, the client types, things go wrong in between. */
    const live = async () => {
      const staff = request.agent(base);
      const send = (method: 'post' | 'patch' | 'put', path: string, body: object) =>
        staff[method](`/api${path}`).set('X-Throughline', '1').send(body);
      const { email, password } = maren;
      await send('post', '/sign-ins', {
        email: SECRETS['wrong e-mail'],
        password: SECRETS['wrong password'],
      }).expect(401);
      await send('post', '/sign-ins', { email, password: SECRETS['wrong password'] }).expect(401);
      tokens['pending sign-in'] = cookieOf(await send('post', '/sign-ins', { email, password }).expect(201))!;
      const give = (code: string) =>
        send('post', '/sign-ins/current/second-factor', { kind: 'recovery-code', code });
      await give(SECRETS['wrong code']).expect(401);
      tokens['spent code'] = maren.recoveryCodes.shift()!;
      tokens['sign-in'] = cookieOf(await give(tokens['spent code']).expect(201))!;

      const contact = { email: SECRETS['e-mail'], phone: SECRETS.phone, pronouns: SECRETS.pronouns };
      const person = { timeZone: 'America/Boise', emailConsent: { givenOn: '2026-01-05', how: 'on paper' } };
      const add = (body: object) =>
        send('post', '/clients', { ...person, ...body }).set('Idempotency-Key', 'one');
      const client = await add({ name: `${FIRST_NAME} ${SECRETS['last name']}`, ...contact }).expect(201);
      const { id, version } = client.body as { id: string; version: number };
      await add({ name: SECRETS['last name'], ...contact, phone: '1' }).expect(422);
      await send('post', '/clients', { ...person, name: 'A', email: SECRETS['e-mail'] }).expect(409);
      await send('patch', `/clients/${id}`, {
        version,
        name: `${FIRST_NAME} ${SECRETS['changed name']}`,
      }).expect(200);
      await send('patch', `/clients/${id}`, { version, name: SECRETS['changed name'] }).expect(409);
      await send('post', `/clients/${id}/plans`, { template: SECRETS.words }).expect(
        (answer) => answer.status >= 400,
      );
      await send('post', '/clients', { name: `${SECRETS.words}\r\n`, timeZone: SECRETS.words }).expect(400);
      await send('post', '/clients', { [SECRETS.words]: SECRETS.words }).expect(400);
      await staff
        .post('/api/clients')
        .set('X-Throughline', '1')
        .type('json')
        .send(`{"a":"${SECRETS['broken body']}`)
        .expect(400);
      await staff.get(`/api/clients?after=${SECRETS.query}`).expect(400);
      await staff.get(`/api/clients/${SECRETS.address}`).expect(404);
      await staff.get(`/api/${SECRETS.address}`).expect(404);

      const heldAt = new Date(Date.now() - 26 * 3_600_000).toISOString();
      await send('post', `/clients/${id}/ketamine-sessions`, {
        heldAt,
        route: 'im',
        status: 'completed',
      }).expect(201);
      await send('post', `/clients/${id}/plans`, { template: 'steady', number: 2 }).expect(201);
      const refused = await send('post', '/clients', {
        ...person,
        name: 'Marcus Bell',
        email: SECRETS['refused e-mail'],
      }).expect(201);
      const refusedId = (refused.body as { id: string }).id;
      await send('post', `/clients/${refusedId}/ketamine-sessions`, {
        heldAt,
        route: 'im',
        status: 'completed',
      }).expect(201);
      await send('post', `/clients/${refusedId}/plans`, { template: 'steady', number: 2 }).expect(201);
      const open = async (clientId: string) => {
        const { body } = await staff.get(`/api/clients/${clientId}/prompts`).expect(200);
        return (body.items as { id: string; status: string; question: string | null }[]).filter(
          ({ status, question }) => status === 'scheduled' && question !== null,
        );
      };
      const dispatch = async (promptId: string) => {
        const before = mailServer.mails.length;
        await send('post', `/prompts/${promptId}/dispatch`, {}).expect(201);
        return waitFor(
          'the e-mail',
          () => mailServer.mails.slice(before).find(({ to }) => to === SECRETS['e-mail']),
          { limitMs: 20_000, everyMs: 100 },
        );
      };
      const [first, second] = await open(id);
      await answer(await dispatch(first!.id), 'first');
      await askForCall(await dispatch(second!.id));
      const pace = { base, secrets: SECRETS, mails: mailServer.mails, tokens };
      await stopAndStartAgain(pace, { link: tokens['reply first']!, email: SECRETS['e-mail'] });
      const unasked = { ...pace, admin, clientId: id, email: SECRETS['e-mail'] };
      await readOwnWords(unasked, await leaveUnasked(unasked));
      const [unlucky] = await open(refusedId);
      await send('post', `/prompts/${unlucky!.id}/dispatch`, {}).expect(201);

      const startsAt = new Date(Date.now() + 3_600_000).toISOString();
      const call = await send('post', `/clients/${id}/appointments`, { startsAt, minutes: 50 }).expect(201);
      const { id: callId, version: callVersion } = call.body as { id: string; version: number };
      await send('put', `/appointments/${callId}/closing-note`, {
        version: callVersion,
        text: SECRETS['closing note'],
      }).expect(200);
      const today = await staff.get('/api/today').expect(200);
      const flag = (today.body.callRequests as { id: string; version: number }[])[0]!;
      const callBy = new Date(Date.now() + 7_200_000).toISOString();
      await staff.get(`/api/safety-flags/${flag.id}`).expect(200);
      const acknowledged = await send('post', `/safety-flags/${flag.id}/acknowledgement`, {
        version: flag.version,
        callBy,
      }).expect(201);
      await send('post', `/safety-flags/${flag.id}/closing`, {
        version: (acknowledged.body as { version: number }).version,
        disposition: SECRETS.disposition,
      }).expect(201);
      const brief = await staff.get(`/api/appointments/${callId}/brief`).expect(200);
      expect(JSON.stringify(brief.body)).toContain(SECRETS['changed words']);
      const cookie = `signin=${tokens['sign-in']}`;
      await makeOfWords({ base, cookie, clientId: id, callId, secrets: SECRETS, tokens });
      await waitFor(
        'the refused e-mail to be marked',
        async () => (await admin.query("select 1 from mailings where status = 'failed'")).rowCount,
        { limitMs: 20_000, everyMs: 100 },
      );
      await waitFor(
        'the notice',
        () => mailServer.mails.some(({ headers }) => /^Subject: Someone asked for a call/im.test(headers)),
        { limitMs: 20_000, everyMs: 100 },
      );
      await liveAsStaff({
        base,
        secrets: SECRETS,
        admin: maren,
        cookie,
        locationId,
        client: { id, name: SECRETS['changed name'] },
        mails: mailServer.mails,
        tokens,
      });
      await confirmSender(pace, cookie);
      await staff.get('/api/audit-events/csv').expect(200);
      await staff.get('/api/staff-members').expect(200);
    };

    const enter = async (mail: ReceivedMail, name: string) => {
      const { text } = await simpleParser(`${mail.headers}\r\n\r\n${mail.body}`);
      const path = /\/r\/([\w-]{43})(?![\w-])/.exec(text ?? '')!;
      tokens[`reply ${name}`] = path[1]!;
      const unfolded = mail.headers.replace(/\r\n[ \t]+/g, '');
      tokens[`stop ${name}`] = /\/r\/stop\/([\w-]{43})/.exec(unfolded)![1]!;
      const browser = request.agent(base);
      const entered = await browser.get(path[0]).expect(303);
      for (const [index, cookie] of cookiesOf(entered).entries()) tokens[`cookie ${index} ${name}`] = cookie;
      const at = entered.headers.location as string;
      const page = async (under = '') => nonceIn((await browser.get(`${at}${under}`).expect(200)).text);
      const act = async (fields: Record<string, string>, under = '') =>
        browser
          .post(at)
          .type('form')
          .send({ nonce: await page(under), ...fields });
      return { browser, at, act };
    };

    const answer = async (mail: ReceivedMail, name: string) => {
      const { browser, at, act } = await enter(mail, name);
      expect((await act({ act: 'save', words: SECRETS.draft })).status).toBeLessThan(400);
      expect((await act({ act: 'nonsense', words: SECRETS.words })).status).toBe(400);
      expect(
        (await browser.post(at).type('form').send({ nonce: 'x', act: 'send', words: SECRETS.words })).status,
      ).toBe(403);
      expect((await act({ act: 'send', words: SECRETS.words })).status).toBeLessThan(400);
      expect((await act({ act: 'change', words: SECRETS['changed words'] }, '/change')).status).toBeLessThan(
        400,
      );
      await browser.get(`/r/${tokens[`reply ${name}`]!.slice(0, 42)}_`).expect(404);
      await request(base).post(at).type('form').send({ act: 'send', words: SECRETS.words }).expect(404);
    };

    const askForCall = async (mail: ReceivedMail) => {
      const { browser, at, act } = await enter(mail, 'second');
      expect((await act({ act: 'call-me', words: SECRETS['draft of a call'] })).status).toBeLessThan(400);
      const before = mailServer.mails.length;
      await browser.post(`${at}/fresh-link`).type('form').send({}).expect(200);
      const fresh = await waitFor(
        'the fresh link',
        () => mailServer.mails.slice(before).find(({ to }) => to === SECRETS['e-mail']),
        { limitMs: 20_000, everyMs: 100 },
      );
      const { text } = await simpleParser(`${fresh.headers}\r\n\r\n${fresh.body}`);
      tokens.fresh = /\/r\/([\w-]{43})(?![\w-])/.exec(text ?? '')![1]!;
      await browser.get(`/r/${tokens.fresh}`).expect(303);
    };

    it('was kept where this looks: rows, logs, and the queue', () => {
      expect(kept['table public.reflections']).toMatch(/body_sealed/);
      expect(kept['table public.drafts']).toMatch(/body_sealed/);
      expect(kept['the log of the API']).toMatch(/"msg":"request".*"path":"\/r\/:token"/);
      expect(kept['the log of the worker']).toMatch(/"outcome":"accepted"/);
      const queue = backend === 'Redis' ? kept['what Redis was told'] : kept['table bullmq.job'];
      expect(queue).toMatch(/mailingId/);
      expect(Object.keys(tokens)).toEqual(
        expect.arrayContaining([
          'sign-in',
          'reply first',
          'stop first',
          'cookie 0 first',
          'cookie 1 first',
          'fresh',
          'unasked',
          'unasked cookie 2',
          'start-again',
          'opt-in',
          'pace cookie 2',
          'sender',
          'invite',
          'reset',
          'start',
          'totp secret',
        ]),
      );
    });

    it('finds what is there, plain or encoded', () => {
      const secret = { it: 'a heron' };
      for (const text of [
        'A Heron',
        'a%20heron',
        '61206865726f6e',
        ...['', '.', '..'].map((lead) => Buffer.from(`${lead}a heron.`).toString('base64')),
      ]) {
        expect(tracesOf(secret, { here: text })).toMatchObject([{ what: 'it', where: 'here' }]);
      }
      expect(tracesOf(secret, { here: 'an heron' })).toEqual([]);
    });

    it('holds no word, name, address or number that anybody typed', () => {
      expect(tracesOf({ ...SECRETS, 'first name': FIRST_NAME }, kept)).toEqual([]);
    });

    it('holds no token of a link, a browser or a sign-in', () => {
      expect(tracesOf(tokens, kept)).toEqual([]);
    });

    it('leaves e-mails with the address they go to and the first name in the greeting, and no more', () => {
      const { 'e-mail': mailbox, ...others } = SECRETS;
      expect(mailServer.mails.length).toBeGreaterThanOrEqual(4);
      for (const { to, headers, body } of mailServer.mails) {
        const unfolded = headers.replace(/\r\n[ \t]+/g, ' ');
        const withoutTo = unfolded
          .split('\r\n')
          .filter((line) => !/^To:/i.test(line))
          .join('\n');
        const decoded = body.replace(/=\r\n/g, '');
        expect(tracesOf({ ...SECRETS, 'first name': FIRST_NAME }, { headers: withoutTo })).toEqual([]);
        expect(tracesOf({ ...others, mailbox }, { body: decoded })).toEqual([]);
        const { 'stop first': _one, 'stop second': _two, ...neverInHeaders } = tokens;
        expect(tracesOf(neverInHeaders, { headers: unfolded })).toEqual([]);
        if (to === mailbox) expect(decoded).toContain(FIRST_NAME);
        else expect(tracesOf({ 'first name': FIRST_NAME }, { body: decoded })).toEqual([]);
      }
    });
  });
});

function cookiesOf({ headers }: { headers: Record<string, unknown> }): string[] {
  return ((headers['set-cookie'] ?? []) as string[]).map((cookie) => /=([^;]*)/.exec(cookie)![1]!);
}

function cookieOf(answer: { headers: Record<string, unknown> }): string | undefined {
  return cookiesOf(answer)[0];
}
