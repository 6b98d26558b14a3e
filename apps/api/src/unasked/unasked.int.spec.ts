import { PassphraseService } from '@app/clients/passphrase.service.js';
import { ReplyLinks } from '@app/prompts/reply-links.js';
import { aPlannedClient, type ReplyTown, replyTown, TestBrowser } from '../reply/reply.test-support.js';

const CANARY = 'the heron on the weir at dusk';
const ADDRESS = 'rowan@letterbox.example';

describe('leaving something unasked', () => {
  let town: ReplyTown;
  let visitor: TestBrowser;

  beforeAll(async () => {
    town = await replyTown();
    await town.rows("update clinics set slug = 'fernhollow'");
  });
  beforeEach(async () => {
    await town.rows('delete from sign_in_throttles');
    await town.rows('update clients set email_hash = null');
    town = { ...town, clientId: await aPlannedClient(town) };
    const cookie = await town.api.signIn(town.maren);
    const { body } = await town.api.call('get', `/api/clients/${town.clientId}`, cookie).expect(200);
    await town.api
      .call('patch', `/api/clients/${town.clientId}`, cookie)
      .send({ version: body.version, email: ADDRESS, voiceChecked: true })
      .expect(200);
    visitor = new TestBrowser(town);
  });
  afterAll(() => town.close());

  const ask = (email: string, slug = 'fernhollow') => visitor.post(`/c/${slug}`).type('form').send({ email });
  const planned = () =>
    town.rows<{ id: string; minutes: number }>(
      `select id, extract(epoch from send_until - send_at)::integer / 60 as minutes from mailings
       where client_id = $1 and kind = 'unasked'`,
      [town.clientId],
    );
  /** The link as it stands in the e-mail. */
  const link = async () => {
    await ask(ADDRESS).expect(200);
    const [mailing] = await planned();
    const token = await town.api.house.db.inClinic(town.clinic.system, (tx) =>
      town.api.app.get(ReplyLinks, { strict: false }).register(tx, mailing!.id, 'unasked', 15),
    );
    return { token, at: `/r/p/${mailing!.id}`, mailingId: mailing!.id };
  };
  const opened = async () => {
    const { token, at, mailingId } = await link();
    const browser = new TestBrowser(town);
    await browser.open(`/r/${token}`);
    await browser.press(at, 'open').expect(303);
    await browser.open(at);
    return { token, at, mailingId, browser };
  };
  const reflections = async () => {
    const cookie = await town.api.signIn(town.maren);
    const { body } = await town.api
      .call('get', `/api/clients/${town.clientId}/reflections`, cookie)
      .expect(200);
    return body.items as Record<string, unknown>[];
  };

  it('asks for an address, says where help is, and writes nothing', async () => {
    const page = await visitor.open('/c/fernhollow');
    expect(page.status).toBe(200);
    expect(page.text).toContain('Leave something for your care team');
    expect(page.text).toContain('tel:988');
    expect(page.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow',
      'referrer-policy': 'no-referrer',
    });
    expect(page.headers['set-cookie']).toBeUndefined();
    const nowhere = await visitor.open('/c/nowhere');
    expect([nowhere.status, nowhere.text.includes('tel:')]).toEqual([404, true]);
    expect(await planned()).toEqual([]);
  });

  it('answers every address alike, and mails a link only to who is known and may be mailed', async () => {
    const known = await ask(` ${ADDRESS.toUpperCase()} `);
    const unknown = await ask('somebody-else@letterbox.example');
    expect([known.status, unknown.status]).toEqual([200, 200]);
    expect(known.text).toBe(unknown.text);
    expect(known.text).not.toContain('letterbox');
    expect(await planned()).toMatchObject([{ minutes: 15 }]);
    expect((await ask(ADDRESS)).text).toBe(known.text);
    expect(await planned()).toHaveLength(1);
  });

  it.each([
    "status = 'discharged'",
    "suppressed_at = now(), suppressed_why = 'bounced'",
    'email_sealed = null',
  ])('mails nothing where %s, and says the same', async (change) => {
    const before = await ask('somebody-else@letterbox.example');
    await town.rows(`update clients set ${change} where id = $1`, [town.clientId]);
    const answer = await ask(ADDRESS);
    expect([answer.status, answer.text]).toEqual([200, before.text]);
    expect(await planned()).toEqual([]);
  });

  it('shows what was typed when it is no address', async () => {
    const page = await ask('rowan at letterbox');
    expect(page.status).toBe(400);
    expect(page.text).toContain('value="rowan at letterbox"');
    expect(page.text).toContain('There is a problem');
  });

  it('is calm about a flood, for one address and for one network', async () => {
    let last = await ask(ADDRESS);
    for (let tries = 1; tries <= 8 && last.status === 200; tries += 1) last = await ask(ADDRESS);
    expect(last.status).toBe(429);
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
    expect(last.text).toContain('That was a lot of tries at once.');
    expect(last.text).toContain('tel:');
    let other = await ask('a0@letterbox.example');
    for (let tries = 1; tries <= 60 && other.status === 200; tries += 1) {
      other = await ask(`a${tries}@letterbox.example`);
    }
    expect(other.status).toBe(429);
  });

  it('opens by its button once, shows one field, and sends it to who reads', async () => {
    const { token, at } = await link();
    const browser = new TestBrowser(town);
    for (let times = 0; times < 2; times += 1) {
      const page = await browser.open(`/r/${token}`);
      expect(page.text).toContain('Your page is ready.');
      expect(page.text).not.toContain('What would you like us to know?');
    }
    await browser.press(at, 'open').expect(303).expect('location', at);
    const page = await browser.open(at);
    expect(page.text).toContain('What would you like us to know?');
    expect(page.text).toContain('Can this wait?');
    expect(page.text).toContain('id="help"');
    const late = new TestBrowser(town);
    expect((await late.open(`/r/${token}`)).status).toBe(404);
    await browser.press(at, 'send', { words: CANARY, wait: 'next-working-day' }).expect(303);
    const thanks = await browser.open(at);
    expect(thanks.text).toContain('It’s with Maren now.');
    expect(thanks.text).toContain(CANARY);
    expect(await reflections()).toMatchObject([
      {
        promptId: null,
        words: CANARY,
        question: 'What would you like us to know?',
        choices: [],
        ratings: [],
      },
    ]);
  });

  it('makes one reflection of two sends', async () => {
    const { browser, at } = await opened();
    const both = await Promise.all([1, 2].map(() => browser.press(at, 'send', { words: CANARY })));
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await reflections()).toHaveLength(1);
  });

  it('meets nothing, a page that is too old, and too much, with what was typed kept', async () => {
    const { browser, at } = await opened();
    const empty = await browser.press(at, 'send', { words: ' ' });
    expect([empty.status, empty.text.includes('There is nothing here yet')]).toEqual([200, true]);
    const stale = await browser.press(at, 'send', { nonce: 'x', words: CANARY });
    expect([stale.status, stale.text.includes(CANARY)]).toEqual([403, true]);
    const long = await browser.press(at, 'send', { words: 'a'.repeat(10_001), wait: 'call-me' });
    expect([long.status, long.text.includes('your request for a call')]).toEqual([422, true]);
    const call = await browser.press(at, 'call-me', { words: CANARY });
    expect([call.status, call.text.includes(CANARY)]).toEqual([200, true]);
    expect(await town.rows('select 1 from safety_flags where client_id = $1', [town.clientId])).toHaveLength(
      1,
    );
    expect(await reflections()).toEqual([]);
  });

  it('lives two hours in the browser that opened it, then says so and shows what was typed', async () => {
    const { browser, at, mailingId } = await opened();
    const [row] = await town.rows<{ minutes: number }>(
      `select round(extract(epoch from expires_at - now()) / 60)::integer as minutes from link_directory
       where mailing_id = $1 and purpose = 'reply'`,
      [mailingId],
    );
    expect(row!.minutes).toBe(120);
    await town.rows(
      "update link_directory set expires_at = now() - interval '1 second' where mailing_id = $1",
      [mailingId],
    );
    const late = await browser.press(at, 'send', { words: CANARY });
    expect(late.status).toBe(410);
    expect(late.text).toContain('This page has closed.');
    expect(late.text).toContain(CANARY);
    expect(late.text).toContain('href="/c/fernhollow"');
    expect(await reflections()).toEqual([]);
  });

  it('shows another browser neither words nor that there are any', async () => {
    const { browser, at, token } = await opened();
    await browser.press(at, 'send', { words: CANARY }).expect(303);
    const other = new TestBrowser(town);
    for (const path of [at, `/r/${token}`, `${at}/change`]) {
      expect((await other.open(path)).text).not.toMatch(/heron|Maren|Fernhollow/);
    }
  });

  it('asks for the passphrase before anything', async () => {
    const { token, at } = await link();
    await town.api.house.db.inClinic(
      { kind: 'client', clinicId: town.clinic.clinicId, clientId: town.clientId },
      (tx) => town.api.app.get(PassphraseService, { strict: false }).set(tx, town.clientId, 'green lamp'),
    );
    const browser = new TestBrowser(town);
    expect((await browser.open(`/r/${token}`)).text).toContain('What is your passphrase?');
    expect((await browser.press(at, 'open')).status).toBe(403);
    await browser.open(at);
    await browser.press(at, 'unlock', { passphrase: 'green lamp' }).expect(303);
    await browser.open(at);
    await browser.press(at, 'open').expect(303);
    expect((await browser.open(at)).text).toContain('What would you like us to know?');
  });

  it('keeps no address in the audit, and one row whether known or not', async () => {
    const count = async () =>
      (await town.rows("select 1 from audit_events where action = 'unasked.requested'")).length;
    const before = await count();
    await ask(ADDRESS);
    await ask('somebody-else@letterbox.example');
    expect((await count()) - before).toBe(2);
    const rows = await town.rows(
      "select audit_events::text as text from audit_events where action like 'unasked%'",
    );
    expect(JSON.stringify(rows)).not.toContain('letterbox');
  });

  it('asks once whether somebody is safe when a phrase was found in it, and tells the clinic', async () => {
    const { browser, at } = await opened();
    const { text } = await browser.press(at, 'send', { words: 'most nights i want to end my life' });
    expect(text).toContain('Are you safe right now?');
    const flags = () =>
      town.rows('select kind, colour from safety_flags where client_id = $1', [town.clientId]);
    expect(await flags()).toEqual([{ kind: 'phrase', colour: 'amber' }]);
    const again = await browser.open(at);
    expect(again.text).not.toContain('Are you safe right now?');
    expect(again.text).toContain('Thank you.');
  });
});
