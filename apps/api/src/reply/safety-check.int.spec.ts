import { SAFETY_SIGNS, type SafetySign } from '@app/plans/safety-signs.js';
import { anOpenPrompt, aPlannedClient, type ReplyTown } from './reply.test-support.js';
import { flagsOf, guardedTown, noticeCount, ONLY_CHECK } from './safety.test-support.js';

const SIGNS = Object.keys(SAFETY_SIGNS) as SafetySign[];
const KINDS = {
  'medical red': 'body-now',
  'psychological red': 'mind-now',
  'medical amber': 'body-today',
  'psychological amber': 'mind-today',
};

describe('a safety check', () => {
  let town: ReplyTown;

  beforeAll(async () => {
    town = await guardedTown();
  });
  beforeEach(async () => {
    town = { ...town, clientId: await aPlannedClient(town) };
  });
  afterAll(() => town.close());

  const opened = () => anOpenPrompt(town, undefined, ONLY_CHECK);

  it('says beforehand what a tap does, and offers every sign and none of them', async () => {
    const { browser, at } = await opened();
    const { text } = await browser.open(at);
    expect(text).toContain('If you choose one, we tell the clinic at once, even if you stop here.');
    const offered = [...text.matchAll(/name="signs" value="([^"]+)"/g)].map(([, value]) => value!);
    expect([...offered].sort()).toEqual([...SIGNS, 'none'].sort());
    expect(await flagsOf(town)).toEqual([]);
  });

  it.each(SIGNS)('%s is told at once to who answers for it, and help comes first', async (sign) => {
    const { browser, at } = await opened();
    const answer = await browser.press(at, 'send', { signs: sign });
    const { lane, colour } = SAFETY_SIGNS[sign];
    expect(await flagsOf(town)).toMatchObject([{ kind: KINDS[`${lane} ${colour}`], lane, colour }]);
    expect(await noticeCount(town)).toBeGreaterThan(0);
    const [, heading] = /<h1>([^<]+)<\/h1>/.exec(answer.text) ?? [];
    if (colour === 'amber')
      expect(heading).toMatch(/^Thank you\. (We read this today|The clinic has been told)\.$/);
    else if (lane === 'medical') expect(heading).toBe('Call 911 now. Do not wait for us.');
    else expect(heading).toBe('You do not have to wait for us.');
    expect(answer.text).toContain(
      lane === 'medical' && colour === 'red' ? 'href="tel:911"' : 'href="tel:988"',
    );
  });

  it('promises no day that nobody is there', async () => {
    const { browser, at } = await opened();
    const { text } = await browser.press(at, 'send', { signs: 'urinary' });
    const isToday = text.includes('We read this today.');
    expect(isToday).toBe(/They see it today by/.test(text));
    expect(text).toMatch(/They see it (today|on \w+ \d+ \w+) by/);
  });

  it('"none of these" is an answer, and tells nobody', async () => {
    const { browser, at } = await opened();
    await browser.press(at, 'send', { signs: 'none' }).expect('location', at);
    expect(await flagsOf(town)).toEqual([]);
    expect(await town.rows('select 1 from reflections where client_id = $1', [town.clientId])).toHaveLength(
      1,
    );
  });

  it('can be left out', async () => {
    const { browser, at } = await opened();
    await browser.press(at, 'leave-out', { signs: 'chest-pain' }).expect(303);
    expect(await flagsOf(town)).toEqual([]);
    expect((await browser.press(at, 'send')).text).toContain('There is nothing here yet');
  });

  it('counts a sign beside "none of these"', async () => {
    const { browser, at } = await opened();
    await browser.press(at, 'send', { signs: ['none', 'voices'] });
    expect(await flagsOf(town)).toMatchObject([{ kind: 'mind-now' }]);
  });

  it('tells both who answer for the body and for the mind, and shows the most urgent help', async () => {
    const { browser, at } = await opened();
    const { text } = await browser.press(at, 'save', { signs: ['voices', 'chest-pain', 'urinary'] });
    expect((await flagsOf(town)).map(({ kind }) => kind)).toEqual(['body-now', 'body-today', 'mind-now']);
    expect(text).toContain('Call 911 now. Do not wait for us.');
    expect((await browser.open(`${at}/saved`)).text).toContain('The clinic was told at once');
  });

  it('tells of a sign though the question has closed', async () => {
    const { browser, at, promptId } = await opened();
    await browser.open(at);
    await town.rows("update prompts set status = 'expired' where id = $1", [promptId]);
    const { text } = await browser.press(at, 'send', { signs: 'breathing' });
    expect(text).toContain('Call 911 now.');
    expect(await flagsOf(town)).toMatchObject([{ kind: 'body-now' }]);
  });

  it('takes nothing that was not offered, and still tells of what was', async () => {
    const { browser, at } = await opened();
    await browser.press(at, 'send', { signs: 'bored' }).expect(400);
    expect(await flagsOf(town)).toEqual([]);
    await browser.press(at, 'send', { signs: ['bored', 'fainting'] });
    expect(await flagsOf(town)).toMatchObject([{ kind: 'body-now' }]);
  });
});

describe('phrases in what was sent', () => {
  let town: ReplyTown;
  const PHRASE = 'some days i want to end my life, then it passes';

  beforeAll(async () => {
    town = await guardedTown();
  });
  beforeEach(async () => {
    town = { ...town, clientId: await aPlannedClient(town) };
  });
  afterAll(() => town.close());

  it('make the page ask once, and tell the clinic', async () => {
    const { browser, at } = await anOpenPrompt(town);
    const { text } = await browser.press(at, 'send', { words: PHRASE });
    expect(text).toContain('Are you safe right now?');
    expect(text).toContain('It misses most, and it can be wrong.');
    expect(await flagsOf(town)).toMatchObject([{ kind: 'phrase', colour: 'amber' }]);
    expect((await browser.open(at)).text).not.toContain('Are you safe right now?');
    expect((await browser.open(at)).text).toContain('Thank you.');
  });

  it('are looked for again when the words are changed', async () => {
    const { browser, at } = await anOpenPrompt(town);
    await browser.press(at, 'send', { words: 'a quiet day' }).expect('location', at);
    expect(await flagsOf(town)).toEqual([]);
    await browser.open(`${at}/change`);
    const { text } = await browser.press(at, 'change', { words: PHRASE });
    expect(text).toContain('Are you safe right now?');
    expect(await flagsOf(town)).toMatchObject([{ kind: 'phrase' }]);
  });

  it('are not looked for in a draft', async () => {
    const { browser, at } = await anOpenPrompt(town);
    await browser.press(at, 'save', { words: PHRASE }).expect(303);
    expect(await flagsOf(town)).toEqual([]);
  });

  it('let the client ask for a call with one tap', async () => {
    const { browser, at } = await anOpenPrompt(town);
    const { text } = await browser.press(at, 'send', { words: PHRASE });
    const nonce = /name="nonce" value="([^"]*)"/.exec(text)![1]!;
    await browser.post(at).type('form').send({ nonce, act: 'call-me' }).expect('location', `${at}/call`);
    expect((await flagsOf(town)).map(({ kind }) => kind)).toEqual(['call-me', 'phrase']);
  });
});
