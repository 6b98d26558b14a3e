import { waitFor } from '../../../../test/support/wait-for.js';
import {
  anOpenPrompt,
  aPlannedClient,
  type ReplyTown,
  replyTown,
  TestBrowser,
} from './reply.test-support.js';

const CANARY = 'the heron on the weir at dusk';

describe('answering', () => {
  let town: ReplyTown;

  beforeAll(async () => {
    town = await replyTown();
  });
  beforeEach(async () => {
    town = { ...town, clientId: await aPlannedClient(town) };
  });
  afterAll(() => town.close());

  const opened = (templateCode?: string) => anOpenPrompt(town, templateCode);
  const statusOf = async (promptId: string) =>
    (await town.rows<{ status: string }>('select status from prompts where id = $1', [promptId]))[0]!.status;
  const count = async (table: string, promptId: string) =>
    (await town.rows(`select 1 from ${table} where prompt_id = $1`, [promptId])).length;
  const bothWait = () =>
    waitFor('two sends to wait for the prompt', async () => {
      const waiting = await town.rows(
        "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
      );
      return waiting.length === 2;
    });
  const reflections = async () => {
    const cookie = await town.api.signIn(town.maren);
    const { body } = await town.api
      .call('get', `/api/clients/${town.clientId}/reflections`, cookie)
      .expect(200);
    return {
      cookie,
      items: body.items as { id: string; words: string; version: number; reading: unknown }[],
    };
  };

  it('sends words, taps and chips, and says thank you', async () => {
    const { browser, at, promptId } = await opened();
    const fields = { words: `${CANARY}\r\nand then`, ease: '4', chips: ['C1', 'C3'] };
    const sent = await browser.press(at, 'send', fields);
    expect([sent.status, sent.headers.location]).toEqual([303, at]);
    const thanks = await browser.open(at);
    expect(thanks.text).toContain('It’s with Maren now.');
    expect(thanks.text).toContain(CANARY);
    expect(await statusOf(promptId)).toBe('answered');
    expect((await reflections()).items).toMatchObject([
      {
        words: `${CANARY}\nand then`,
        nothingCameUp: false,
        checkIns: { ease: 4, energy: null, sleep: null, crowded: null },
        chips: [{ code: 'C1' }, { code: 'C3' }],
        question: 'Is there anything you keep coming back to?',
        version: 1,
        dayNumber: 1,
        reading: null,
      },
    ]);
  });

  it('takes "nothing came up" for a full answer, and keeps a half sentence unsent', async () => {
    const { browser, at, promptId } = await opened();
    await browser.press(at, 'nothing', { words: CANARY }).expect(303);
    expect((await browser.open(at)).text).toContain('that’s a full answer');
    expect((await reflections()).items).toMatchObject([{ words: '', nothingCameUp: true }]);
    expect(await count('drafts', promptId)).toBe(1);
  });

  it('offers skip, and no error, when everything is empty', async () => {
    const { browser, at, promptId } = await opened();
    const page = await browser.press(at, 'send', { words: '  \n' });
    expect(page.status).toBe(200);
    expect(page.text).toContain('Skip this one');
    expect(page.text).toContain('There is nothing here yet, and that’s fine.');
    expect(await statusOf(promptId)).toBe('sent');
  });

  it('makes one reflection of two sends, one after the other or at once', async () => {
    const one = await opened();
    await one.browser.press(one.at, 'send', { words: CANARY }).expect(303);
    await one.browser.press(one.at, 'send', { words: CANARY }).expect(303);
    expect(await count('reflections', one.promptId)).toBe(1);
    const two = await opened('small-shift');
    // Both are held at the prompt until each has come that far.
    await town.rows('begin');
    await town.rows('select 1 from prompts where id = $1 for update', [two.promptId]);
    const both = Promise.all([1, 2].map(() => two.browser.press(two.at, 'send', { words: CANARY })));
    await Promise.all([both, bothWait().finally(() => town.rows('commit'))]);
    expect((await both).map(({ status }) => status)).toEqual([303, 303]);
    expect(await count('reflections', two.promptId)).toBe(1);
  });

  it('may be changed in the same browser until the first reading, and undoing it opens nothing', async () => {
    const { browser, at, promptId, token } = await opened();
    await browser.press(at, 'send', { words: 'first' }).expect(303);
    const page = await browser.open(`${at}/change`);
    expect(page.text).toContain('>first</textarea>');
    await browser.press(at, 'send', { words: CANARY }).expect(303);
    const other = new TestBrowser(town);
    expect((await other.open(`/r/${token}`)).text).toContain('You have sent this one.');
    expect((await other.open(`${at}/change`)).text).not.toContain(CANARY);
    const { cookie, items } = await reflections();
    expect(items).toMatchObject([{ words: CANARY, version: 2 }]);
    await browser.open(`${at}/change`);
    const reading = `/api/reflections/${items[0]!.id}/reading`;
    const { body } = await town.api.call('post', reading, cookie).expect(201);
    expect(body.reading).toMatchObject({ byName: 'Maren Okoye', byMe: true });
    const late = await browser.press(at, 'send', { words: 'too late' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('This has been read');
    expect(late.text).toContain('too late');
    expect((await town.api.call('delete', reading, cookie).expect(200)).body.reading).toBeNull();
    await browser.open(`${at}/change`);
    expect((await browser.press(at, 'send', { words: 'still too late' })).status).not.toBe(303);
    expect((await reflections()).items).toMatchObject([{ words: CANARY, version: 2 }]);
    expect(await count('reflections', promptId)).toBe(1);
  });

  it('refuses a post without cookie or nonce, and shows what was typed', async () => {
    const { browser, at, promptId } = await opened();
    const stranger = await new TestBrowser(town).post(at).type('form').send({ act: 'send', words: CANARY });
    expect([stranger.status, stranger.text.includes(CANARY)]).toEqual([404, true]);
    expect(stranger.text).not.toContain('Fernhollow');
    const stale = await browser.press(at, 'send', { nonce: 'x', words: CANARY });
    expect([stale.status, stale.text.includes(CANARY)]).toEqual([403, true]);
    expect(stale.text).toContain('Send once more.');
    const long = await browser.press(at, 'send', { words: 'a'.repeat(10_001) });
    expect([long.status, long.text.includes('There is a problem')]).toEqual([422, true]);
    const invented = await browser.press(at, 'send', { words: CANARY, ease: '9' });
    expect([invented.status, invented.text.includes(CANARY)]).toEqual([400, true]);
    expect(await count('reflections', promptId)).toBe(0);
    expect(await statusOf(promptId)).toBe('sent');
  });

  it('says which number is called, and asks for a call to the clinic when there is none', async () => {
    const { browser, at } = await opened();
    await browser.press(at, 'call-me').expect(303);
    expect((await browser.open(`${at}/call`)).text).toContain('They call the number they have for you.');
    await town.rows('update clients set phone_sealed = null where id = $1', [town.clientId]);
    const { text } = await browser.open(`${at}/call`);
    expect(text).not.toContain('They call the number they have for you.');
    expect(text).toContain('They have no phone number for you. Please call the clinic, +1 208 555 0142.');
  });

  it('takes multipart forms too', async () => {
    const { browser, at } = await opened();
    const page = await browser.open(at);
    const nonce = /name="nonce" value="([^"]*)"/.exec(page.text)![1]!;
    await browser
      .post(at)
      .field('nonce', nonce)
      .field('act', 'send')
      .field('words', CANARY)
      .field('chips', 'C1')
      .expect(303);
    expect((await reflections()).items).toMatchObject([{ words: CANARY, chips: [{ code: 'C1' }] }]);
  });

  it('skips, and comes back later, without asking why', async () => {
    const skipped = await opened();
    await skipped.browser.press(skipped.at, 'skip', { words: CANARY }).expect(303);
    expect((await skipped.browser.open(skipped.at)).text).toContain('Skipped, and that’s fine.');
    expect(await statusOf(skipped.promptId)).toBe('skipped');
    const later = await opened('small-shift');
    for (const act of ['tomorrow', 'tomorrow', 'tonight']) {
      await later.browser.press(later.at, act).expect(303).expect('location', `${later.at}/later`);
    }
    expect((await later.browser.open(`${later.at}/later`)).text).toMatch(
      /the same question, (tonight|on \w+ \d+ \w+) at \d/,
    );
    const mailings = await town.rows(
      "select counts_for_day, status from mailings where prompt_id = $1 and kind = 'snoozed'",
      [later.promptId],
    );
    expect(mailings).toEqual([{ counts_for_day: false, status: 'scheduled' }]);
    expect(await statusOf(later.promptId)).toBe('sent');
    expect((await later.browser.open(later.at)).text).toContain('that went a little differently?');
  });

  it('leaves no word in plain text in any table', async () => {
    const { browser, at } = await opened();
    await browser.press(at, 'save', { words: CANARY }).expect(303);
    const sent = await opened('small-shift');
    await sent.browser.press(sent.at, 'send', { words: CANARY }).expect(303);
    const columns = await town.rows<{ place: string; type: string }>(
      `select format('%I.%I', table_name, column_name) as place, data_type as type
       from information_schema.columns where table_schema = 'public' and table_name not like 'pg\\_%'`,
    );
    expect(columns.length).toBeGreaterThan(100);
    for (const { place, type } of columns) {
      const [table, column] = place.split('.');
      const text = type === 'bytea' ? `encode(${column}, 'escape')` : `${column}::text`;
      const found = await town.rows(`select 1 from ${table} where ${text} ~ 'heron|coming back to' limit 1`);
      expect([place, found]).toEqual([place, []]);
    }
  });
});
