import { PassphraseService } from '@app/clients/passphrase.service.js';
import {
  aFreshLink,
  anOpenPrompt,
  aPlannedClient,
  aSentPrompt,
  type ReplyTown,
  replyTown,
  TestBrowser,
} from './reply.test-support.js';

const CANARY = 'the heron on the weir at dusk';
const WORD = 'green lamp';
/** Nothing of these may be seen: question, names, draft, clinic. */
const TELLING = /heron|coming back to|Rowan|Maren|Fernhollow|ketamine|session|Who sees what/i;

describe('a passphrase', () => {
  let town: ReplyTown;

  beforeAll(async () => {
    town = await replyTown();
  });
  beforeEach(async () => {
    town = { ...town, clientId: await aPlannedClient(town) };
    await town.rows('delete from sign_in_throttles');
  });
  afterAll(() => town.close());

  const set = (plain: string) =>
    town.api.house.db.inClinic(
      { kind: 'client', clinicId: town.clinic.clinicId, clientId: town.clientId },
      (tx) => town.api.app.get(PassphraseService, { strict: false }).set(tx, town.clientId, plain),
    );
  /** A prompt with a draft in one browser, and then a passphrase. */
  const locked = async () => {
    const opened = await anOpenPrompt(town);
    await opened.browser.press(opened.at, 'save', { words: CANARY }).expect(303);
    await set(WORD);
    return opened;
  };
  const unlock = (browser: TestBrowser, at: string, passphrase: string) =>
    browser.press(at, 'unlock', { passphrase });
  const expectNothing = (answer: { text: string; status: number }) => {
    expect(answer.text).toContain('What is your passphrase?');
    expect(answer.text).not.toMatch(TELLING);
    expect(answer.text).toContain('<title>Before you go on</title>');
    expect(answer.text).toContain('id="help"');
    expect(answer.text).toContain('tel:988');
  };

  it('stands before every page, in the browser that wrote too', async () => {
    const { browser, at, token } = await locked();
    const paths = [
      '',
      '?page=2',
      '/change',
      '/saved',
      '/later',
      '/call',
      '/who-reads',
      '/pace',
      '/rest',
      '/stopped',
    ];
    for (const one of [browser, new TestBrowser(town)]) {
      await one.open(`/r/${token}`);
      for (const path of paths) {
        const answer = await one.open(at + path);
        if (answer.status === 404) expect(answer.text).not.toMatch(TELLING);
        else expectNothing(answer);
      }
    }
  });

  it('lets nothing through without it, and shows what was typed', async () => {
    const { browser, at, promptId } = await locked();
    for (const act of ['send', 'nothing', 'save', 'skip', 'tonight', 'call-me', 'stop', 'rest-week']) {
      const refused = await browser.press(at, act, { words: 'typed just now' });
      expect([act, refused.status]).toEqual([act, 403]);
      expect(refused.text).toContain('typed just now');
      expect(refused.text).not.toMatch(TELLING);
    }
    const saved = await browser.press(at, 'save', { words: 'x' }).set('accept', 'application/json');
    expect([saved.status, saved.body]).toEqual([403, { saved: null }]);
    expect(await town.rows('select status from prompts where id = $1', [promptId])).toEqual([
      { status: 'sent' },
    ]);
    expect(await town.rows('select 1 from reflections where client_id = $1', [town.clientId])).toEqual([]);
    expect(await town.rows('select 1 from safety_flags where client_id = $1', [town.clientId])).toEqual([]);
  });

  it('opens this browser alone, for every mail of the client, and leads where one was going', async () => {
    const { browser, at, token } = await locked();
    await browser.open(`${at}/who-reads`);
    const opened = await browser.press(at, 'unlock', { passphrase: `  ${WORD} `, to: 'who-reads' });
    expect([opened.status, opened.headers.location]).toEqual([303, `${at}/who-reads`]);
    expect((await browser.open(at)).text).toContain(CANARY);
    const next = await aSentPrompt(town, 'small-shift');
    expect((await browser.open(`/r/${next.token}`)).text).toContain('went a little differently');
    const other = new TestBrowser(town);
    expectNothing(await other.open(`/r/${token}`));
    const [row] = await town.rows<{ days: number }>(
      `select extract(day from until - now())::integer as days from reply_unlocks where client_id = $1`,
      [town.clientId],
    );
    expect(row!.days).toBeGreaterThanOrEqual(29);
  });

  it('asks again after a wrong one, and never leads to another site', async () => {
    const { browser, at } = await locked();
    await browser.open(at);
    const wrong = await unlock(browser, at, 'green lamps');
    expect(wrong.status).toBe(403);
    expect(wrong.text).toContain('That is not it.');
    expect(wrong.text).not.toMatch(/heron|Fernhollow|green lamp/);
    const away = await browser.press(at, 'unlock', { passphrase: WORD, to: '//evil.example' });
    expect(away.headers.location).toBe(at);
  });

  it('needs the nonce of its page', async () => {
    const { browser, at } = await locked();
    await browser.post(at).type('form').send({ act: 'unlock', passphrase: WORD, nonce: 'x' }).expect(403);
    expect(await town.rows('select 1 from reply_unlocks where client_id = $1', [town.clientId])).toEqual([]);
  });

  it('slows guessing down, calmly, and lets in who waits or knew it before', async () => {
    const { browser, at, token } = await locked();
    await browser.open(at);
    await unlock(browser, at, WORD).expect(303);
    const guesser = new TestBrowser(town);
    await guesser.open(`/r/${token}`);
    let last = await unlock(guesser, at, 'guess');
    for (let tries = 2; tries <= 8 && last.status === 403; tries += 1) {
      last = await unlock(guesser, at, `guess ${tries}`);
    }
    expect(last.status).toBe(429);
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
    expect(last.text).toContain('That was a lot of tries.');
    expectNothing({ ...last, text: last.text.replace('Problem: ', '') });
    expect((await browser.open(at)).text).toContain(CANARY);
    await town.rows("update sign_in_throttles set last_failure_at = last_failure_at - interval '16 minutes'");
    await guesser.open(at);
    await unlock(guesser, at, WORD).expect(303);
  });

  it('stands before a fresh link, which is spent only behind it', async () => {
    const { promptId } = await locked();
    const fresh = await aFreshLink(town, promptId);
    const other = new TestBrowser(town);
    const at = `/r/p/${fresh.mailingId}`;
    expectNothing(await other.open(`/r/${fresh.token}`));
    expect((await other.press(at, 'open')).status).toBe(403);
    await other.open(at);
    await unlock(other, at, WORD).expect(303);
    await other.open(at);
    await other.press(at, 'open').expect(303);
    expect((await other.open(at)).text).toContain(CANARY);
  });

  it('is set, forgotten and set again; every browser then gives it anew', async () => {
    const { browser, at } = await locked();
    await browser.open(at);
    await unlock(browser, at, WORD).expect(303);
    await set('another one');
    expectNothing(await browser.open(at));
    const cookie = await town.api.signIn(town.maren);
    const reset = (body: object) =>
      town.api.call('post', `/api/clients/${town.clientId}/passphrase-reset`, cookie).send(body);
    await reset({ voiceChecked: false }).expect(422);
    await reset({}).expect(400);
    const { body } = await reset({ voiceChecked: true }).expect(201);
    expect(body.passphraseSet).toBe(false);
    expect((await browser.open(at)).text).toContain(CANARY);
    await set(WORD);
    expectNothing(await browser.open(at));
    expect(
      await town.rows(
        "select 1 from audit_events where action = 'client.passphrase-reset' and $1 = any (client_ids)",
        [town.clientId],
      ),
    ).toHaveLength(1);
  });

  it('stands in no clear anywhere', async () => {
    await set('quartz otter');
    const [row] = await town.rows<{ hash: string }>(
      'select passphrase_hash as hash from clients where id = $1',
      [town.clientId],
    );
    expect(row!.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await expect(set('abc')).rejects.toMatchObject({ status: 400 });
    await expect(set('m'.repeat(73))).rejects.toMatchObject({ status: 400 });
  });
});
