import { databaseOutage } from '../../../../test/support/api/outage.js';
import { waitFor } from '../../../../test/support/wait-for.js';
import {
  anOpenPrompt,
  aFreshLink,
  aPlannedClient,
  type ReplyTown,
  replyTown,
  TestBrowser,
} from './reply.test-support.js';

const CANARY = 'the heron on the weir at dusk';
const MORE = {
  choices: [
    {
      id: 'where',
      question: 'Where were you when it came up?',
      hint: 'A guess is fine.',
      many: true,
      options: [
        { id: 'home', label: 'In the kitchen' },
        { id: 'work', label: 'At the workbench' },
      ],
    },
  ],
  ratings: [{ id: 'steady', question: 'How steady is the ground?', low: 'marsh', high: 'granite' }],
};

describe('a prompt of several pages', () => {
  let town: ReplyTown;

  beforeAll(async () => {
    town = await replyTown();
  });
  beforeEach(async () => {
    town = { ...town, clientId: await aPlannedClient(town) };
  });
  afterAll(() => town.close());

  const opened = () => anOpenPrompt(town, undefined, MORE);
  const reflections = async () => {
    const cookie = await town.api.signIn(town.maren);
    const { body } = await town.api
      .call('get', `/api/clients/${town.clientId}/reflections`, cookie)
      .expect(200);
    return body.items as { id: string; words: string }[];
  };
  const actsOf = (html: string) =>
    [...html.matchAll(/<button [^>]*value="([a-z-]+)"/g)].map(([, act]) => act!);

  it('asks one thing a page, sends on the last, and offers everything else on each', async () => {
    const { browser, at } = await opened();
    const first = await browser.open(at);
    expect(first.text).toContain('Page 1 of 3');
    expect(first.text).not.toContain('In the kitchen');
    expect(actsOf(first.text)).not.toContain('send');
    await browser
      .press(at, 'continue', { page: '1', words: CANARY, ease: '4' })
      .expect('location', `${at}?page=2`);
    const second = await browser.open(`${at}?page=2`);
    expect(second.text).toContain('In the kitchen');
    expect(second.text).not.toContain(CANARY);
    expect(actsOf(second.text)).not.toContain('send');
    await browser.press(at, 'continue', { page: '2', 'choice-where': ['home', 'work'] }).expect(303);
    const last = await browser.open(`${at}?page=3`);
    expect(last.text).toContain('0 is “marsh”. 10 is “granite”.');
    expect(last.text).toContain('Can this wait?');
    expect(actsOf(last.text)[0]).toBe('send');
    for (const { text } of [first, second, last]) {
      expect(actsOf(text)).toEqual(
        expect.arrayContaining(['nothing', 'save', 'tomorrow', 'skip', 'call-me']),
      );
      expect(text).toContain(`href="${at}/pace"`);
      expect(text).toContain('id="help"');
    }
    await browser.press(at, 'send', { page: '3', 'rating-steady': '7' }).expect(303);
    expect(await reflections()).toMatchObject([
      {
        words: CANARY,
        checkIns: { ease: 4 },
        choices: [
          { question: 'Where were you when it came up?', chosen: ['In the kitchen', 'At the workbench'] },
        ],
        ratings: [{ question: 'How steady is the ground?', low: 'marsh', high: 'granite', value: 7 }],
      },
    ]);
  });

  it('goes back, takes an answer back, and lets every question be skipped', async () => {
    const { browser, at } = await opened();
    await browser.press(at, 'continue', { page: '1' }).expect('location', `${at}?page=2`);
    await browser.open(`${at}?page=2`);
    await browser.press(at, 'continue', { page: '2', 'choice-where': 'home' }).expect(303);
    await browser.open(`${at}?page=3`);
    await browser.press(at, 'back', { page: '3', 'rating-steady': '0' }).expect('location', `${at}?page=2`);
    expect((await browser.open(`${at}?page=2`)).text).toMatch(/checked="" value="home"/);
    await browser.press(at, 'continue', { page: '2' }).expect(303);
    expect((await browser.open(`${at}?page=3`)).text).toMatch(/checked="" value="0"/);
    await browser.press(at, 'send', { page: '3', 'rating-steady': '0' }).expect(303);
    expect(await reflections()).toMatchObject([{ words: '', choices: [], ratings: [{ value: 0 }] }]);
  });

  it('meets a whole prompt without an answer kindly', async () => {
    const { browser, at } = await opened();
    await browser.open(`${at}?page=3`);
    const empty = await browser.press(at, 'send', { page: '3' });
    expect([empty.status, empty.text.includes('There is nothing here yet')]).toEqual([200, true]);
    expect(empty.text).toContain('Page 3 of 3');
    expect(await reflections()).toEqual([]);
  });

  it.each([
    ['rating-steady', '11'],
    ['choice-where', 'moon'],
    ['rating-other', '3'],
  ])('refuses %s=%s, with everything that was given kept', async (field, value) => {
    const { browser, at } = await opened();
    await browser.press(at, 'continue', { page: '1', words: CANARY }).expect(303);
    await browser.open(`${at}?page=3`);
    const refused = await browser.press(at, 'send', { page: '3', [field]: value });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('Please choose once more.');
    expect(refused.text).toContain(CANARY);
    expect(await reflections()).toEqual([]);
    await browser.press(at, 'send', { page: '3', 'rating-steady': '10' }).expect(303);
    expect(await reflections()).toMatchObject([{ words: CANARY, ratings: [{ value: 10 }] }]);
  });

  it('keeps the draft of all pages for a closed tab, and for another browser with a fresh link', async () => {
    const { browser, at, promptId } = await opened();
    await browser.press(at, 'continue', { page: '1', words: CANARY }).expect(303);
    await browser.open(`${at}?page=2`);
    await browser.press(at, 'save', { page: '2', 'choice-where': 'work' }).expect('location', `${at}/saved`);
    expect((await browser.open(at)).text).toContain(CANARY);
    const fresh = await aFreshLink(town, promptId);
    const other = new TestBrowser(town);
    await other.open(`/r/${fresh.token}`);
    await other.press(`/r/p/${fresh.mailingId}`, 'open').expect(303);
    expect((await other.open(`/r/p/${fresh.mailingId}`)).text).toContain(CANARY);
    expect((await other.open(`/r/p/${fresh.mailingId}?page=2`)).text).toMatch(/checked="" value="work"/);
    expect((await browser.open(at)).text).not.toContain(CANARY);
  });

  it('can be gone through where another browser holds a draft', async () => {
    const { browser, at, token } = await opened();
    await browser.press(at, 'save', { page: '1', words: 'of the phone' }).expect(303);
    const other = new TestBrowser(town);
    await other.open(`/r/${token}`);
    const second = await other.press(at, 'continue', { page: '1', words: CANARY, ease: '2' });
    expect([second.status, second.text.includes('Page 2 of 3')]).toEqual([200, true]);
    const hidden = Object.fromEntries(
      [...second.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
        ([, name, value]): [string, string] => [name!, value!],
      ),
    );
    expect(hidden).toMatchObject({ words: CANARY, ease: '2', page: '2' });
    await other
      .post(at)
      .type('form')
      .send({ ...hidden, act: 'send', 'choice-where': 'home' })
      .expect(303);
    expect(await reflections()).toMatchObject([{ words: CANARY, choices: [{ chosen: ['In the kitchen'] }] }]);
  });

  it('shows a link in another browser neither words nor choices once it is sent', async () => {
    const { browser, at, token } = await opened();
    await browser.press(at, 'continue', { page: '1', words: CANARY }).expect(303);
    await browser.open(`${at}?page=2`);
    await browser.press(at, 'continue', { page: '2', 'choice-where': 'work' }).expect(303);
    await browser.open(`${at}?page=3`);
    await browser.press(at, 'send', { page: '3', 'rating-steady': '3' }).expect(303);
    const own = await browser.open(at);
    expect(own.text).toContain('At the workbench');
    const other = new TestBrowser(town);
    for (const path of [
      `/r/${token}`,
      at,
      `${at}?page=2`,
      `${at}?page=3`,
      `${at}/change`,
      `${at}/change?page=3`,
    ]) {
      const { text } = await other.open(path);
      expect([path, /heron|workbench|granite|checked/.test(text)]).toEqual([path, false]);
    }
  });

  it('is changed page by page until it is read', async () => {
    const { browser, at } = await opened();
    await browser.press(at, 'send', { page: '1', words: 'first' }).expect(303);
    await browser.open(`${at}/change`);
    await browser
      .press(at, 'continue', { page: '1', words: CANARY })
      .expect('location', `${at}/change?page=2`);
    await browser.open(`${at}/change?page=3`);
    await browser.press(at, 'change', { page: '3', 'rating-steady': '9' }).expect(303);
    expect(await reflections()).toMatchObject([{ words: CANARY, version: 2, ratings: [{ value: 9 }] }]);
  });

  it('writes nothing when pages are looked at', async () => {
    const { browser, at, promptId } = await opened();
    const before = await town.rows('select count(*) from audit_events');
    for (const page of ['1', '2', '3', '99', 'x']) await browser.open(`${at}?page=${page}`);
    expect(await town.rows('select count(*) from audit_events')).toEqual(before);
    expect(await town.rows('select 1 from drafts where prompt_id = $1', [promptId])).toEqual([]);
  });

  // Last: it ends the connection that `rows` looks through.
  it('sends a page once more after a fault of ours, with every tap of it', async () => {
    const { browser, at } = await opened();
    await browser.press(at, 'continue', { page: '1', words: CANARY }).expect(303);
    await browser.open(`${at}?page=2`);
    const endOutage = await databaseOutage(town.api.database);
    let failed = '';
    try {
      const answer = await browser.press(at, 'continue', { page: '2', 'choice-where': ['home', 'work'] });
      expect(answer.status).toBe(503);
      failed = answer.text;
    } finally {
      await endOutage();
    }
    const fields = new URLSearchParams(
      [...failed.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
        ([, name, value]): [string, string] => [name!, value!],
      ),
    );
    expect(fields.getAll('choice-where')).toEqual(['home', 'work']);
    await waitFor('the database to be back', async () => (await browser.open(at)).status === 200);
    await browser.post(at).type('form').send(fields.toString()).expect('location', `${at}?page=3`);
    expect((await browser.open(`${at}?page=2`)).text.match(/checked=""/g)).toHaveLength(2);
    expect((await browser.open(at)).text).toContain(CANARY);
  });
});
