import type { BriefView } from '@app/briefs/brief.view.js';
import type { TodayView } from '@app/briefs/today.view.js';
import type { ClientView } from '@app/clients/client.view.js';
import type { PromptView } from '@app/prompts/prompt.view.js';
import type { ReflectionView } from '@app/reflections/reflection.view.js';
import type { FlagView } from '@app/safety/flag.view.js';
import type { AppointmentView } from '@app/sessions/appointment.view.js';
import type { MadeStaffMember } from '../factories/staff-member.factory.js';
import { ClientBrowser, type ShownPage, textOf, wordsIn } from '../support/product/client-browser.js';
import { WHAT_STAYED } from '../support/product/client-with-plan.js';
import { Desk } from '../support/product/desk.js';
import { foundClinic } from '../support/product/founding.js';
import { LetterBox, replyLinkIn } from '../support/product/letter-box.js';
import { Product, WEDNESDAY_NOON } from '../support/product/product.js';
import { tableContents, tablesHolding } from '../support/product/table-contents.js';
import { describeWithRedis, type TestRedis, testRedis } from '../support/redis.js';
import { waitFor } from '../support/wait-for.js';

const ADDRESS = 'rowan@ellis.example';
const DRAFT = 'A field, very wide, and';
const WORDS =
  'A field, very wide, and nobody wanting anything.\n\n  “Enough”, it said – <b>so</b> I stayed 🌾 & slept.';
const PRINTABLE = /A field, very wide/;

describe('on the PostgreSQL queue', () => wholeCase(async () => null));
describeWithRedis('on the Redis queue', () => wholeCase(testRedis));

function wholeCase(startRedis: () => Promise<TestRedis | null>): void {
  let redis: TestRedis | null;
  let box: LetterBox;
  let product: Product;
  let maren: MadeStaffMember;

  beforeAll(async () => {
    redis = await startRedis();
    box = await LetterBox.open();
    product = await Product.start({ smtpUrl: box.smtpUrl, queueUrl: redis?.url });
    await product.startWorker();
    [maren] = (await foundClinic(product)) as [MadeStaffMember];
  });

  afterAll(async () => {
    await product?.stop();
    await box?.close();
    await redis?.stop();
  });

  it('carries a ketamine session to the words in the brief, and a call request to its acknowledgement', async () => {
    const desk = await Desk.signIn(product.baseUrl, maren);
    const client = await admit(desk);
    const prompt = await recordSession(desk, client);
    const link = await dispatch(desk, prompt);
    const browser = new ClientBrowser(product.baseUrl);
    await saveAndComeBack(browser, link, prompt);
    expect(await desk.list(`/clients/${client.id}/reflections`)).toEqual([]);
    const thanks = await answer(browser, link);
    await readInTheBrief(desk, client);
    await askForACall(desk, browser, thanks);
    await desk.delete('/sign-ins/current', 204);
    await expect(desk.get('/me')).rejects.toThrow('401');
    await nothingLeaked(link);
  }, 90_000);

  async function admit(desk: Desk): Promise<ClientView> {
    const client = await desk.post<ClientView>('/clients', {
      name: 'Rowan Ellis',
      email: ADDRESS,
      phone: '+1 208 555 0177',
      timeZone: 'America/Boise',
      emailConsent: { givenOn: '2026-10-05', how: 'on paper, at the first visit' },
      careTeam: [{ staffMemberId: maren.staffMemberId, seat: 'words' }],
    });
    expect(client.careTeam).toEqual([
      { staffMemberId: maren.staffMemberId, name: maren.name, seat: 'words' },
    ]);
    await desk.post(`/clients/${client.id}/plans`, { template: 'steady', number: 2 });
    return client;
  }

  async function recordSession(desk: Desk, client: ClientView): Promise<PromptView> {
    const heldAt = WEDNESDAY_NOON.subtract({ hours: 2 }).toString();
    await desk.post(`/clients/${client.id}/ketamine-sessions`, { heldAt, route: 'im', status: 'completed' });
    const prompts = await desk.list<PromptView>(`/clients/${client.id}/prompts`);
    for (const { reasons } of prompts) expect(reasons.map(({ text }) => text)).not.toContain('');
    const prompt = prompts.find(({ title }) => title === WHAT_STAYED.title)!;
    expect(prompt).toMatchObject({
      status: 'scheduled',
      question: WHAT_STAYED.question,
      sendAt: '2026-11-05T17:00:00.000Z',
      localText: expect.stringMatching(/^Thu 5 Nov( 2026)?, 10:00 am$/),
      timeZone: 'America/Boise',
    });
    expect(prompt.reasons.length).toBeGreaterThan(0);
    return prompt;
  }

  async function dispatch(desk: Desk, { id, title, question }: PromptView): Promise<string> {
    await desk.post(`/prompts/${id}/dispatch`);
    const mail = await box.mailTo(ADDRESS);
    expect(mail.subject).toBe('A short question from Maren');
    for (const secret of [title, question!, 'ketamine', 'ession', 'Ellis']) {
      expect(`${mail.subject} ${mail.from} ${mail.text} ${mail.html}`).not.toContain(secret);
    }
    return replyLinkIn(mail);
  }

  async function saveAndComeBack(browser: ClientBrowser, link: string, prompt: PromptView): Promise<void> {
    const page = await browser.open(link);
    expect(page).toMatchObject({ status: 200, path: expect.stringMatching(/^\/r\/p\/[0-9a-f-]{36}$/) });
    expect(textOf(page)).toContain(prompt.question);
    expect(wordsIn(page)).toBe('');
    const saved = await browser.press(page, 'save', { words: DRAFT });
    expect(saved).toMatchObject({ status: 200, path: `${page.path}/saved` });
    expect(saved.html).not.toMatch(PRINTABLE);
    expect(wordsIn(await browser.open(link))).toBe(DRAFT);
    const elsewhere = await new ClientBrowser(product.baseUrl).open(link);
    expect(elsewhere.html).not.toMatch(PRINTABLE);
  }

  async function answer(browser: ClientBrowser, link: string): Promise<ShownPage> {
    const page = await browser.open(link);
    const thanks = await browser.press(page, 'send', { words: WORDS, ease: '4', chips: ['C1', 'C5'] });
    expect(thanks).toMatchObject({ status: 200, path: page.path });
    expect(textOf(thanks)).toContain('It’s with Maren now.');
    return thanks;
  }

  async function readInTheBrief(desk: Desk, client: ClientView): Promise<void> {
    const startsAt = WEDNESDAY_NOON.add({ hours: 3 }).toString();
    const booked = await desk.post<AppointmentView>(`/clients/${client.id}/appointments`, {
      startsAt,
      minutes: 50,
    });
    const today = await desk.get<TodayView>('/today');
    expect(today.nextCall).toMatchObject({ appointmentId: booked.id, newReflections: 1 });
    const brief = await desk.get<BriefView>(`/appointments/${booked.id}/brief`);
    expect(brief.reflections).toHaveLength(1);
    const [reflection] = brief.reflections as [ReflectionView];
    expect(reflection).toMatchObject({
      words: WORDS,
      question: WHAT_STAYED.question,
      dayNumber: 0,
      checkIns: { ease: 4, energy: null, sleep: null, crowded: null },
      reading: null,
    });
    expect(reflection.chips.map(({ code }) => code)).toEqual(['C1', 'C5']);
    const read = await desk.post<ReflectionView>(`/reflections/${reflection.id}/reading`);
    expect(read.reading).toMatchObject({ byName: maren.name, byMe: true });
    const undone = await desk.delete<ReflectionView>(`/reflections/${reflection.id}/reading`);
    expect(undone.reading).toBeNull();
    const [prompt] = (await desk.list<PromptView>(`/clients/${client.id}/prompts`)).filter(
      ({ status }) => status === 'answered',
    );
    expect(prompt).toMatchObject({ title: WHAT_STAYED.title, answeredAt: expect.any(String) });
  }

  async function askForACall(desk: Desk, browser: ClientBrowser, thanks: ShownPage): Promise<void> {
    const asked = await browser.press(thanks, 'call-me');
    expect(asked).toMatchObject({ status: 200, path: `${thanks.path}/call` });
    const notice = await box.mailTo(maren.email, 'Someone asked for a call');
    for (const secret of ['Rowan', 'Ellis', 'Fernhollow', 'field']) {
      expect(`${notice.subject} ${notice.from} ${notice.text} ${notice.html}`).not.toContain(secret);
    }
    const [request] = (await desk.get<TodayView>('/today')).flags as [FlagView];
    expect(request).toMatchObject({
      client: { name: 'Rowan Ellis', phone: '+1 208 555 0177' },
      acknowledged: null,
    });
    await desk.get(`/safety-flags/${request.id}`);
    const callBy = WEDNESDAY_NOON.add({ hours: 1 }).toString();
    await desk.post(`/safety-flags/${request.id}/acknowledgement`, { version: request.version, callBy });
    const [known] = (await desk.get<TodayView>('/today')).flags as [FlagView];
    expect(known.acknowledged).toMatchObject({ byName: maren.name, callBy });
  }

  /** No word and no way to them in a dump of tables and queue, in a log, or in an e-mail. */
  async function nothingLeaked(link: string): Promise<void> {
    await waitFor('the logs to tell of the mail', () => product.logs.includes('mailingId'));
    const contents = await tableContents(product.database, { schemas: ['public', 'bullmq'] });
    const token = link.split('/').at(-1)!;
    const mails = JSON.stringify(await box.mails());
    for (const secret of ['very wide', 'Rowan', ADDRESS, '555 0177', token]) {
      expect({ secret, tables: tablesHolding(contents, secret) }).toEqual({ secret, tables: [] });
      expect(product.logs).not.toContain(secret);
    }
    expect(mails).not.toContain('very wide');
  }
}
