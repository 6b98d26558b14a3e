import { Temporal } from 'temporal-polyfill';
import { dateWords } from '@app/design/words/when.js';
import { AppointmentCourseService } from '@app/course/appointment-course.service.js';
import {
  anOpenPrompt,
  aPlannedClient,
  type ReplyTown,
  replyTown,
  TestBrowser,
} from '../reply.test-support.js';
import { aSentNotice, everythingOf, standing, waitingNotices, waitingPrompts } from './pace.test-support.js';

describe('the client’s own pace', () => {
  let town: ReplyTown;
  let today: Temporal.PlainDate;

  beforeAll(async () => {
    town = await replyTown();
  });
  beforeEach(async () => {
    town = { ...town, clientId: await aPlannedClient(town) };
    today = (await town.api.house.db.now()).toZonedDateTimeISO('America/Boise').toPlainDate();
  });
  afterAll(() => town.close());

  const midnightIn = (days: number) => `${today.add({ days }).toString()} 00:00`;
  const dayIn = (days: number) => dateWords(today.add({ days }).toString(), 'en-US');
  const audits = async (action: string) =>
    (
      await town.rows('select 1 from audit_events where action = $1 and $2 = any (client_ids)', [
        action,
        town.clientId,
      ])
    ).length;
  const appointments = () => town.api.app.get(AppointmentCourseService, { strict: false });
  const book = (days: number) =>
    appointments().bookAppointment(town.maren.actor, town.clientId, {
      startsAt: today
        .add({ days })
        .toZonedDateTime({ timeZone: 'America/Boise', plainTime: '15:00' })
        .toInstant(),
      minutes: 50,
    });

  it('is two taps from the e-mail: the link, then a button that says when the rest ends', async () => {
    const { browser, token, at } = await anOpenPrompt(town);
    const page = await browser.open(`/r/${token}/pace`);
    expect(page.status).toBe(200);
    for (const words of ['Take the time you need', `Back on ${dayIn(3)}`, `Back on ${dayIn(7)}`])
      expect(page.text).toContain(words);
    for (const act of ['rest-open', 'tonight', 'skip', 'pace-gentle', 'stop']) {
      if (act !== 'tonight') expect(page.text).toContain(`value="${act}"`);
    }
    expect(page.text).not.toContain('value="rest-next-call"');
    expect(page.text).toContain('tel:988');
    const before = await waitingPrompts(town);
    const done = await browser.press(at, 'rest-three-days').expect(303);
    expect(done.headers.location).toBe(`${at}/resting`);
    const result = await browser.open(`${at}/resting`);
    expect(result.text).toContain(`They come back on ${dayIn(3)}.`);
    expect(result.text).toContain('Start again now');
    expect(await standing(town)).toMatchObject({
      rest_until: midnightIn(3),
      rest_by: 'client',
      rest_length: 'three-days',
    });
    expect(await waitingNotices(town)).toEqual(['rest_begun', 'rest_over']);
    expect(await waitingPrompts(town)).toBeLessThanOrEqual(before);
    const [over] = await town.rows<{ at: string }>(
      `select to_char(send_at at time zone 'America/Boise', 'YYYY-MM-DD HH24:MI') as at from mailings
       where client_id = $1 and kind = 'rest_over'`,
      [town.clientId],
    );
    expect(over!.at > midnightIn(3)).toBe(true);
  });

  it('rests once for two taps, and begins anew for another length', async () => {
    const { browser, at, token } = await anOpenPrompt(town);
    await browser.open(`/r/${token}/pace`);
    await Promise.all([browser.press(at, 'rest-week'), browser.press(at, 'rest-week')]);
    expect(await audits('client.rested')).toBe(1);
    expect(await waitingNotices(town)).toEqual(['rest_begun', 'rest_over']);
    await browser.press(at, 'rest-open').expect(303);
    expect(await standing(town)).toMatchObject({ rest_until: null, rest_length: 'open' });
    // What was planned for the end of the first rest is taken back.
    expect(await waitingNotices(town)).toEqual(['rest_begun']);
    expect(await waitingPrompts(town)).toBe(0);
  });

  it('drops what falls into the rest, and starts again at one tap', async () => {
    const { browser, at, token } = await anOpenPrompt(town);
    const before = await waitingPrompts(town);
    await browser.open(`/r/${token}/pace`);
    await browser.press(at, 'tomorrow').expect(303);
    await browser.press(at, 'rest-open').expect(303);
    expect(await waitingPrompts(town)).toBe(0);
    // What was put off does not wait behind the rest either.
    const left = await town.rows(
      "select 1 from mailings where client_id = $1 and prompt_id is not null and status = 'scheduled'",
      [town.clientId],
    );
    expect(left).toEqual([]);
    const page = await browser.open(`${at}/pace`);
    expect(page.text).toContain('Your questions rest now.');
    const done = await browser.press(at, 'rest-end').expect(303);
    expect(done.headers.location).toBe(`${at}/started`);
    expect((await browser.open(`${at}/started`)).text).toContain('Your questions come again.');
    expect(await standing(town)).toMatchObject({ rest_from: null, rest_until: null, rest_by: null });
    expect(await waitingNotices(town)).toEqual([]);
    expect(await waitingPrompts(town)).toBe(before);
    await browser.press(at, 'rest-end').expect(303);
    expect(await audits('client.rest-ended')).toBe(1);
  });

  it('rests until the next call, and follows that call', async () => {
    const call = await book(5);
    const { browser, at, token } = await anOpenPrompt(town);
    const page = await browser.open(`/r/${token}/pace`);
    expect(page.text).toContain(`Back after ${dayIn(5)}`);
    await browser.press(at, 'rest-next-call').expect(303);
    expect((await browser.open(`${at}/resting`)).text).toContain(
      `They come back after your call on ${dayIn(5)}.`,
    );
    expect(await standing(town)).toMatchObject({ rest_until: midnightIn(6) });
    const later = today.add({ days: 9 }).toZonedDateTime({ timeZone: 'America/Boise', plainTime: '09:00' });
    await appointments().moveAppointment(town.maren.actor, call.id, {
      version: call.version,
      startsAt: later.toInstant(),
    });
    expect(await standing(town)).toMatchObject({ rest_until: midnightIn(10) });
    expect(await waitingNotices(town)).toEqual(['rest_begun', 'rest_over']);
    await appointments().cancelAppointment(town.maren.actor, call.id);
    expect(await standing(town)).toMatchObject({ rest_until: null, rest_length: 'next-call' });
    expect(await waitingNotices(town)).toEqual(['rest_begun']);
    await book(4);
    expect(await standing(town)).toMatchObject({ rest_until: midnightIn(5) });
    // A call after the one it lasts until moves nothing.
    await book(8);
    expect(await standing(town)).toMatchObject({ rest_until: midnightIn(5) });
  });

  it('does not rest until a call that nobody has booked', async () => {
    const { browser, at, token } = await anOpenPrompt(town);
    await browser.open(`/r/${token}/pace`);
    const refused = await browser.press(at, 'rest-next-call').expect(303);
    expect(refused.headers.location).toBe(`${at}/pace`);
    expect(await standing(town)).toMatchObject({ rest_from: null });
  });

  it('asks less often or more often, and back', async () => {
    const { browser, at, token } = await anOpenPrompt(town);
    const before = await waitingPrompts(town);
    await browser.open(`/r/${token}/pace`);
    const done = await browser.press(at, 'pace-gentle').expect(303);
    expect(done.headers.location).toBe(`${at}/paced`);
    expect((await browser.open(`${at}/paced`)).text).toContain('We ask you less often now.');
    expect(await standing(town)).toMatchObject({ pace: 'gentle' });
    expect(await waitingPrompts(town)).toBeLessThan(before);
    await browser.press(at, 'pace-gentle').expect(303);
    expect(await audits('client.pace-set')).toBe(1);
    await browser.press(at, 'pace-steady').expect(303);
    expect(await waitingPrompts(town)).toBe(before);
  });

  it('puts off or skips one question from there', async () => {
    const { browser, at, token, promptId } = await anOpenPrompt(town);
    await browser.open(`/r/${token}/pace`);
    const later = await browser.press(at, 'tomorrow').expect(303);
    expect(later.headers.location).toBe(`${at}/later`);
    await browser.open(`${at}/pace`);
    await browser.press(at, 'skip').expect(303);
    const [prompt] = await town.rows<{ status: string }>('select status from prompts where id = $1', [
      promptId,
    ]);
    expect(prompt!.status).toBe('skipped');
    const page = await browser.open(`${at}/pace`);
    expect(page.text).not.toContain('value="skip"');
    expect(page.text).toContain('value="rest-week"');
  });

  it('is refused without the page’s nonce, from another browser, and to another client', async () => {
    const { browser, at, token } = await anOpenPrompt(town);
    await browser.open(`/r/${token}/pace`);
    const before = await everythingOf(town);
    await browser.post(at).type('form').send({ act: 'rest-week' }).expect(403);
    await new TestBrowser(town).post(at).type('form').send({ act: 'stop' }).expect(404);
    const other = await anOpenPrompt({ ...town, clientId: await aPlannedClient(town) });
    await other.browser.open(`/r/${other.token}/pace`);
    await other.browser.press(at, 'rest-week').expect(404);
    expect(await everythingOf(town)).toEqual(before);
  });

  it('is changed by no scanner: whatever link it opens, nothing is written', async () => {
    const { browser, token, at } = await anOpenPrompt(town);
    const notices = [];
    for (const kind of ['rest_begun', 'rest_over', 'stopped', 'opt_in'] as const)
      notices.push(await aSentNotice(town, kind));
    const before = await everythingOf(town);
    const pages = [
      'pace',
      'resting',
      'started',
      'paced',
      'stopped',
      'asked',
      'passphrase',
      'call',
      'who-reads',
    ];
    for (const path of [`/r/${token}`, `/r/${token}/pace`, ...pages.map((page) => `${at}/${page}`)])
      expect((await browser.open(path)).status).toBeLessThan(500);
    for (const notice of notices) {
      const scanner = new TestBrowser(town);
      for (const path of [`/r/${notice.token}`, `/r/${notice.token}/pace`]) {
        expect((await scanner.open(path)).status).toBe(200);
        await scanner.head(path);
      }
      for (const page of pages) expect((await scanner.open(`${notice.at}/${page}`)).status).toBeLessThan(500);
    }
    expect(await everythingOf(town)).toEqual(before);
  });
});
