import {
  anOpenPrompt,
  aPlannedClient,
  type ReplyTown,
  replyTown,
  TestBrowser,
} from './reply.test-support.js';

const CANARY = 'the heron on the weir at dusk';
const TELLING = { weekday: 'long', day: 'numeric', month: 'long' } as const;

describe('"Can this wait?"', () => {
  let town: ReplyTown;

  beforeAll(async () => {
    town = await replyTown();
    // Read on one day of the week alone, six days from now: the next working day comes before it.
    await town.rows(
      `update clinics set reading_days =
         array[extract(isodow from (now() at time zone 'America/Boise') + interval '6 days')::integer]`,
    );
    await town.rows(`update locations set open_days = '{1,2,3,4,5,6,7}'`);
  });
  beforeEach(async () => {
    town = { ...town, clientId: await aPlannedClient(town) };
  });
  afterAll(() => town.close());

  const kept = async (promptId: string) => {
    const [row] = await town.rows<{ wait: string; by: Date | null; sent: Date }>(
      'select wait, promised_by as by, sent_at as sent from reflections where prompt_id = $1',
      [promptId],
    );
    return row!;
  };
  const dayOf = (at: Date) => at.toLocaleDateString('en-US', { ...TELLING, timeZone: 'America/Boise' });
  const daysAhead = ({ by, sent }: { by: Date | null; sent: Date }) =>
    by && Math.round((by.getTime() - sent.getTime()) / 86_400_000);
  const flags = () =>
    town.rows("select 1 from safety_flags where client_id = $1 and kind = 'call-me'", [town.clientId]);

  it('promises the reading day when it can, and says so afterwards', async () => {
    const { browser, at, promptId } = await anOpenPrompt(town);
    await browser.press(at, 'send', { words: CANARY, wait: 'can-wait' }).expect(303);
    const row = await kept(promptId);
    expect([row.wait, [6, 5, 7].includes(daysAhead(row)!)]).toEqual(['can-wait', true]);
    expect(await flags()).toEqual([]);
  });

  it('promises the next working day when it cannot, on the page, afterwards and to staff', async () => {
    const { browser, at, promptId } = await anOpenPrompt(town);
    await browser.press(at, 'send', { words: CANARY, wait: 'next-working-day' }).expect(303);
    const row = await kept(promptId);
    expect(row.wait).toBe('next-working-day');
    expect(daysAhead(row)).toBeLessThanOrEqual(2);
    const [weekday] = dayOf(row.by!).split(',');
    expect((await browser.open(at)).text).toContain(`reads this by ${weekday}`);
    const cookie = await town.api.signIn(town.maren);
    const { body } = await town.api
      .call('get', `/api/clients/${town.clientId}/reflections`, cookie)
      .expect(200);
    expect(body.items[0].askedReadBy).toMatchObject({ at: row.by!.toISOString().replace('.000Z', 'Z') });
  });

  it('keeps the promise when the words change, and makes it anew when the wish does', async () => {
    const { browser, at, promptId } = await anOpenPrompt(town);
    await browser.press(at, 'send', { words: 'first' }).expect(303);
    const first = await kept(promptId);
    await browser.open(`${at}/change`);
    await browser.press(at, 'change', { words: CANARY, wait: 'can-wait' }).expect(303);
    expect((await kept(promptId)).by).toEqual(first.by);
    const again = await browser.open(`${at}/change`);
    expect(again.text).toMatch(/checked="" value="can-wait"/);
    await browser.press(at, 'change', { words: CANARY, wait: 'next-working-day' }).expect(303);
    const sooner = await kept(promptId);
    expect(sooner.wait).toBe('next-working-day');
    expect(sooner.by!.getTime()).toBeLessThan(first.by!.getTime());
    expect((await browser.open(`${at}/change`)).text).toMatch(/checked="" value="next-working-day"/);
  });

  it('sends and asks for a call in one', async () => {
    const { browser, at, promptId } = await anOpenPrompt(town);
    await browser.press(at, 'send', { words: CANARY, wait: 'call-me' }).expect(303);
    expect((await kept(promptId)).wait).toBe('next-working-day');
    expect(await flags()).toHaveLength(1);
    expect((await browser.open(at)).text).toContain('The clinic has your request for a call.');
  });

  it('asks for the call whatever is wrong with the words, and with none of them', async () => {
    const { browser, at, promptId } = await anOpenPrompt(town);
    const long = await browser.press(at, 'send', { words: 'a'.repeat(10_001), wait: 'call-me' });
    expect(long.status).toBe(422);
    expect(long.text).toContain('The clinic has your request for a call.');
    expect(await flags()).toHaveLength(1);
    await browser.press(at, 'send', { words: '', wait: 'call-me' }).expect('location', `${at}/call`);
    expect(await town.rows('select 1 from reflections where prompt_id = $1', [promptId])).toEqual([]);
  });

  it('greets by name, and says what was read, only where the clinic wants it', async () => {
    const first = await anOpenPrompt(town);
    await first.browser.press(first.at, 'send', { words: CANARY }).expect(303);
    const cookie = await town.api.signIn(town.maren);
    const list = await town.api.call('get', `/api/clients/${town.clientId}/reflections`, cookie).expect(200);
    await town.api.call('post', `/api/reflections/${list.body.items[0].id}/reading`, cookie).expect(201);
    const next = await anOpenPrompt(town, 'small-shift');
    const page = async () => (await new TestBrowser(town).open(`/r/${next.token}`)).text;
    const told = await page();
    expect(told).toMatch(/has read what you sent on \w+day/);
    expect(told).toMatch(/Hello \w/);
    await town.rows('update clinics set greets_by_name = false, tells_when_read = false');
    const silent = await page();
    expect(silent).not.toContain('has read what you sent');
    expect(silent).not.toMatch(/Hello \w/);
    await town.rows('update clinics set greets_by_name = true, tells_when_read = true');
  });
});
