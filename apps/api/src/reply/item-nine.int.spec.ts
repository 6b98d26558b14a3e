import { anOpenPrompt, aPlannedClient, type ReplyTown, TestBrowser } from './reply.test-support.js';
import {
  anEarlierAnswer,
  aSafetyPlan,
  flagsOf,
  guardedTown,
  hiddenFields,
  ITEM_PAGE,
  noticeCount,
  ONLY_PHQ_9,
} from './safety.test-support.js';

const QUESTION = 'Do you feel safe until you next talk with us?';
const RED = { kind: 'item-9', lane: 'psychological', colour: 'red', settles: false };
const AMBER = { ...RED, colour: 'amber' };
const FEELINGS = ['yes', 'no', 'not-sure', ''] as const;

describe('the item about being better off dead', () => {
  let town: ReplyTown;

  beforeAll(async () => {
    town = await guardedTown();
  });
  beforeEach(async () => {
    town = { ...town, clientId: await aPlannedClient(town) };
  });
  afterAll(() => town.close());

  const opened = async () => {
    const prompt = await anOpenPrompt(town, undefined, ONLY_PHQ_9);
    const page = await prompt.browser.open(`${prompt.at}?page=${ITEM_PAGE}`);
    return { ...prompt, page };
  };
  const say = (browser: TestBrowser, at: string, value: number, act = 'continue') =>
    browser.press(at, act, { page: ITEM_PAGE, 'item-9': String(value) });
  /** Answers the question that follows; '' leaves it out, null leaves the page. */
  const feel = (browser: TestBrowser, at: string, html: string, feeling: string) =>
    browser
      .post(at)
      .type('form')
      .send({
        ...hiddenFields(html, QUESTION.slice(0, 3)),
        ...hiddenFields(html, 'feels-safe'),
        'feels-safe': feeling,
      });

  it('says beforehand, in its page, what anything but "not at all" does', async () => {
    const { page } = await opened();
    expect(page.text).toContain(
      'if you choose anything but “Not at all”, we tell the clinic, even if you stop here',
    );
    expect(page.text.indexOf('we tell the clinic')).toBeLessThan(page.text.indexOf('name="item-9"'));
    expect(page.text).toContain(
      'Thoughts that you would be better off dead or of hurting yourself in some way',
    );
    expect(page.text).not.toContain('Nobody sees this until you send it');
    expect(await flagsOf(town)).toEqual([]);
  });

  it('tells nobody of "not at all", nor of a question that is left out', async () => {
    const { browser, at } = await opened();
    await say(browser, at, 0).expect('location', `${at}?page=10`);
    await browser.open(`${at}?page=${ITEM_PAGE}`);
    await say(browser, at, 2, 'leave-out').expect('location', `${at}?page=10`);
    expect(await flagsOf(town)).toEqual([]);
    expect((await browser.open(`${at}?page=${ITEM_PAGE}`)).text).not.toContain('checked=""');
  });

  const paths = [1, 2].flatMap((value) =>
    [null, 0, 1, 2].flatMap((before) =>
      [false, true].flatMap((plan) => FEELINGS.map((feeling) => ({ value, before, plan, feeling }))),
    ),
  );

  it.each(paths)('$value after $before, plan $plan, feels safe "$feeling"', async (path) => {
    const { value, before, plan, feeling } = path;
    if (before !== null) await anEarlierAnswer(town, before);
    if (plan) await aSafetyPlan(town);
    const { browser, at } = await opened();
    const asked = await say(browser, at, value);
    expect([asked.status, asked.text.includes(QUESTION)]).toEqual([200, true]);
    const speaksForAmber = value === 1 && before === 1 && plan;
    // At once, before the question that follows is answered.
    expect(await flagsOf(town)).toEqual([speaksForAmber ? { ...AMBER, settles: true } : RED]);
    const notices = await noticeCount(town);
    expect(notices).toBeGreaterThan(0);
    const help = await feel(browser, at, asked.text, feeling);
    expect([help.status, help.text.includes('You do not have to wait for us.')]).toEqual([200, true]);
    const after = !speaksForAmber
      ? RED
      : feeling === 'yes'
        ? AMBER
        : feeling === ''
          ? { ...AMBER, settles: true }
          : RED;
    expect(await flagsOf(town)).toEqual([after]);
    const rises = speaksForAmber && after.colour === 'red';
    if (!rises) expect(await noticeCount(town)).toBe(notices);
    const [, onward] = /<a class="btn[^"]*" href="(\/r\/p\/[^"]+)"/.exec(help.text) ?? [];
    expect(onward).toBe(`${at}?page=10`);
    expect((await browser.open(onward!)).text).toContain('how difficult have these problems made it');
  });

  it('an old safety plan speaks for nothing', async () => {
    await anEarlierAnswer(town, 1);
    await aSafetyPlan(town, 31);
    const { browser, at } = await opened();
    await say(browser, at, 1);
    expect(await flagsOf(town)).toEqual([RED]);
  });

  it.each([
    'continue',
    'back',
    'save',
    'send',
    'change',
    'nothing',
    'tonight',
    'tomorrow',
    'skip',
    'call-me',
    'what',
  ])('is told whatever button it came by: %s', async (act) => {
    const { browser, at } = await opened();
    const answer = await say(browser, at, 2, act);
    const flags = await flagsOf(town);
    expect(flags.filter(({ kind }) => kind === 'item-9')).toEqual([RED]);
    expect(flags.length).toBe(act === 'call-me' ? 2 : 1);
    expect([answer.status, answer.text.includes(QUESTION)]).toEqual([200, true]);
    const help = await feel(browser, at, answer.text, 'yes');
    const [, onward] = /<a class="btn[^"]*" href="(\/r\/p\/[^"]+)"/.exec(help.text) ?? [];
    const next = await browser.open(onward!);
    expect(next.status).toBe(200);
  });

  it('is told by the script that saves while a person is still there', async () => {
    const { browser, at } = await opened();
    const saved = await say(browser, at, 1, 'save').set('accept', 'application/json');
    expect(saved.body.saved).toMatch(/^Saved at .*The clinic has been told/);
    expect(await flagsOf(town)).toEqual([RED]);
    const asked = await say(browser, at, 1);
    expect(asked.text).toContain(QUESTION);
    expect(await flagsOf(town)).toHaveLength(1);
  });

  it('is told once: the same again tells nobody again', async () => {
    const { browser, at } = await opened();
    const asked = await say(browser, at, 2);
    await feel(browser, at, asked.text, 'not-sure');
    const notices = await noticeCount(town);
    await browser.open(`${at}?page=${ITEM_PAGE}`);
    await say(browser, at, 2).expect('location', `${at}?page=10`);
    await browser.open(`${at}?page=${ITEM_PAGE}`);
    await say(browser, at, 2, 'send').expect('location', at);
    expect([await flagsOf(town), await noticeCount(town)]).toEqual([[RED], notices]);
  });

  it('is never taken back, and asks anew when it changes', async () => {
    await anEarlierAnswer(town, 1);
    await aSafetyPlan(town);
    const { browser, at } = await opened();
    const asked = await say(browser, at, 1);
    await feel(browser, at, asked.text, 'yes');
    expect(await flagsOf(town)).toEqual([AMBER]);
    await browser.open(`${at}?page=${ITEM_PAGE}`);
    await say(browser, at, 0).expect(303);
    expect(await flagsOf(town)).toEqual([AMBER]);
    await browser.open(`${at}?page=${ITEM_PAGE}`);
    expect((await say(browser, at, 3)).text).toContain(QUESTION);
    expect(await flagsOf(town)).toEqual([RED]);
  });

  it.each([
    ['expired', "update prompts set status = 'expired' where id = $1"],
    ['skipped', "update prompts set status = 'skipped' where id = $1"],
    ['withdrawn', "update prompts set status = 'withdrawn' where id = $1"],
    [
      'of who has stopped',
      'update clients set stopped_at = app_now() where id = (select client_id from prompts where id = $1)',
    ],
  ])('is told though the question is %s, and nothing else of it is kept', async (_state, close) => {
    const { browser, at, promptId } = await opened();
    await town.rows(close, [promptId]);
    const asked = await say(browser, at, 2);
    expect(asked.text).toContain(QUESTION);
    expect(await flagsOf(town)).toEqual([RED]);
    const help = await feel(browser, at, asked.text, 'no');
    expect(help.text).toContain('You do not have to wait for us.');
    expect(await town.rows('select 1 from drafts where prompt_id = $1', [promptId])).toEqual([]);
    expect(await town.rows('select 1 from reflections where prompt_id = $1', [promptId])).toEqual([]);
  });

  it('is told after it was sent, from a page that was still open', async () => {
    const { browser, at } = await opened();
    await browser.press(at, 'send', { page: '1', 'item-1': '1' }).expect(303);
    const asked = await say(browser, at, 2);
    expect(asked.text).toContain(QUESTION);
    expect(await flagsOf(town)).toEqual([RED]);
  });

  it('is told when it is changed after it was sent', async () => {
    const { browser, at } = await opened();
    await say(browser, at, 0, 'send').expect(303);
    expect(await flagsOf(town)).toEqual([]);
    await browser.open(`${at}/change?page=${ITEM_PAGE}`);
    const asked = await say(browser, at, 1);
    expect([await flagsOf(town), asked.text.includes(QUESTION)]).toEqual([[RED], true]);
    const help = await feel(browser, at, asked.text, 'yes');
    expect(help.text).toContain(`href="${at}/change?page=10"`);
  });

  it('is told from another browser, which goes on with what it has', async () => {
    const { browser, at, token, promptId } = await opened();
    await browser.press(at, 'save', { page: '1', 'item-1': '3' }).expect(303);
    const other = new TestBrowser(town);
    await other.open(`/r/${token}`);
    await other.open(`${at}?page=${ITEM_PAGE}`);
    const asked = await other.press(at, 'continue', { page: ITEM_PAGE, 'item-2': '2', 'item-9': '1' });
    expect(asked.text).toContain(QUESTION);
    expect(await flagsOf(town)).toEqual([RED]);
    const help = await feel(other, at, asked.text, 'yes');
    const goOn = hiddenFields(help.text, 'value="show"');
    expect(goOn).toMatchObject({ page: '10', 'item-2': '2', 'item-9': '1', 'feels-safe': 'yes' });
    const next = await other
      .post(at)
      .type('form')
      .send({ ...goOn, act: 'show' });
    expect([next.status, next.text.includes('Page 10 of 10')]).toEqual([200, true]);
    expect(hiddenFields(next.text, 'name="item-difficulty"')).toMatchObject({ 'item-9': '1' });
    expect(await flagsOf(town)).toHaveLength(1);
    expect(await town.rows('select 1 from drafts where prompt_id = $1', [promptId])).toHaveLength(1);
  });

  it('is told from a browser that has no name yet', async () => {
    const { at, browser, token } = await opened();
    await browser.open(at);
    const bare = new TestBrowser(town);
    await bare.open(`/r/${token}`);
    await bare.open(`${at}?page=${ITEM_PAGE}`);
    await say(bare, at, 3);
    expect(await flagsOf(town)).toEqual([RED]);
  });

  it('is told beside what cannot be taken in', async () => {
    const { browser, at } = await opened();
    const asked = await browser.press(at, 'continue', {
      page: ITEM_PAGE,
      'item-9': '2',
      'choice-moon': 'x',
      words: 'the heron on the weir',
    });
    expect(asked.text).toContain(QUESTION);
    expect(await flagsOf(town)).toEqual([RED]);
  });

  it('is not told for a page that is not ours, nor by a value that was not offered', async () => {
    const { browser, at } = await opened();
    await browser.post(at).type('form').send({ nonce: 'x', act: 'continue', page: ITEM_PAGE, 'item-9': '3' });
    for (const value of ['4', '-1', '01', '1.0', 'x']) {
      await browser.press(at, 'continue', { page: ITEM_PAGE, 'item-9': value }).expect(400);
    }
    expect(await flagsOf(town)).toEqual([]);
  });

  it('puts nothing of it into an address', async () => {
    const { browser, at } = await opened();
    const asked = await say(browser, at, 2);
    const help = await feel(browser, at, asked.text, 'no');
    for (const html of [asked.text, help.text]) {
      const addresses = [...html.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, url]) => url!);
      expect(addresses.filter((url) => url.startsWith('/r/p/') && /item|safe|=no|value/.test(url))).toEqual(
        [],
      );
    }
  });

  it('leads nowhere but on, whatever is asked for', async () => {
    const { browser, at } = await opened();
    await say(browser, at, 2);
    for (const to of ['//elsewhere.example', 'https://elsewhere.example', '/../x', '?page=1&x=y', '/a b']) {
      const help = await browser
        .press(at, 'feels-safe', { page: ITEM_PAGE, 'item-9': '2', 'feels-safe': 'no', to })
        .expect(200);
      expect(/<a class="btn[^"]*" href="(\/r\/p\/[^"]+)"/.exec(help.text)?.[1]).toBe(at);
    }
  });
});
