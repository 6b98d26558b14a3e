import { PassphraseService } from '@app/clients/passphrase.service.js';
import {
  anOpenPrompt,
  aPlannedClient,
  type ReplyTown,
  replyTown,
  TestBrowser,
} from '../reply.test-support.js';
import { aSentNotice, standing, waitingNotices, waitingPrompts } from './pace.test-support.js';

describe('stopping, and starting again', () => {
  let town: ReplyTown;

  beforeAll(async () => {
    town = await replyTown();
  });
  beforeEach(async () => {
    town = { ...town, clientId: await aPlannedClient(town) };
  });
  afterAll(() => town.close());

  const consents = () =>
    town.rows<{ how: string; stands: boolean }>(
      'select how, withdrawn_at is null as stands from consents where client_id = $1 order by given_at',
      [town.clientId],
    );
  /** Stopped from the page of a question, and asked to start again: the mail that asks for a yes, opened. */
  async function asked() {
    const { browser, at, token } = await anOpenPrompt(town);
    await browser.open(`/r/${token}/pace`);
    await browser.press(at, 'stop').expect(303);
    await browser.open(`${at}/stopped`);
    await browser.press(at, 'start-again').expect(303);
    const notice = await aSentNotice(town, 'opt_in');
    const mailbox = new TestBrowser(town);
    const page = await mailbox.open(`/r/${notice.token}`);
    return { ...notice, browser: mailbox, page, question: { browser, at, token } };
  }

  it('stops at one tap, says what holds, and offers the way back', async () => {
    const { browser, at, token } = await anOpenPrompt(town);
    await browser.open(`/r/${token}/pace`);
    const done = await browser.press(at, 'stop').expect(303);
    expect(done.headers.location).toBe(`${at}/stopped`);
    await browser.press(at, 'stop').expect(303);
    expect(await standing(town)).toMatchObject({ stopped: true, consent_on: null });
    expect(await consents()).toEqual([{ how: 'with-staff', stands: false }]);
    expect(await waitingNotices(town)).toEqual(['stopped']);
    expect(await waitingPrompts(town)).toBe(0);
    for (const path of [`${at}/stopped`, `${at}/pace`, `/r/${token}/pace`]) {
      const page = await browser.open(path);
      expect(page.text).toContain('Stopped. You get no more of these e-mails.');
      expect(page.text).toContain('value="start-again"');
    }
    // The question itself is closed, and leads there.
    expect((await browser.open(`/r/${token}`)).text).toContain(`href="${at}/pace"`);
  });

  it('asks by one e-mail, however often it is pressed, and starts nothing before the yes', async () => {
    const { browser, at, token } = await anOpenPrompt(town);
    await browser.open(`/r/${token}/pace`);
    await browser.press(at, 'stop').expect(303);
    await browser.open(`${at}/stopped`);
    const [one] = await Promise.all([browser.press(at, 'start-again'), browser.press(at, 'start-again')]);
    expect(one.headers.location).toBe(`${at}/asked`);
    expect((await browser.open(`${at}/asked`)).text).toContain('An e-mail is on its way to you.');
    expect(await waitingNotices(town)).toEqual(['opt_in', 'stopped']);
    expect(await standing(town)).toMatchObject({ stopped: true });
    expect(await waitingPrompts(town)).toBe(0);
  });

  it('shows what is agreed to, writes down the yes, and lets the questions come', async () => {
    const { browser, at, page } = await asked();
    for (const words of [
      'May we write to you?',
      'Nobody watches what you send',
      'Does anyone else open this mailbox?',
    ])
      expect(page.text).toContain(words);
    const done = await browser.press(at, 'consent', { shared: 'no' }).expect(303);
    expect(done.headers.location).toBe(at);
    expect((await browser.open(at)).text).toContain('Thank you. We write to you from now on.');
    expect(await standing(town)).toMatchObject({ stopped: false, mailbox_shared: false });
    await browser.press(at, 'consent').expect(303);
    expect(await consents()).toEqual([
      { how: 'with-staff', stands: false },
      { how: 'by-link', stands: true },
    ]);
    expect(await waitingPrompts(town)).toBeGreaterThan(0);
  });

  it('offers a passphrase when somebody else opens the mailbox, and sets it once', async () => {
    const { browser, at } = await asked();
    const next = await browser.press(at, 'consent', { shared: 'yes' }).expect(303);
    expect(next.headers.location).toBe(`${at}/passphrase`);
    await browser.open(`${at}/passphrase`);
    const wrongs = [
      { passphrase: 'abc', again: 'abc' },
      { passphrase: 'three quiet words', again: 'three quiet birds' },
    ];
    for (const fields of wrongs) {
      const refused = await browser.press(at, 'set-passphrase', fields);
      expect([refused.status, refused.headers.location]).toEqual([422, undefined]);
      expect(refused.text).toContain('There is a problem');
      expect(refused.text).not.toContain(fields.passphrase);
    }
    const right = { passphrase: 'three quiet words', again: 'three quiet words' };
    await browser.press(at, 'set-passphrase', right).expect(303);
    const [row] = await town.rows<{ hash: string }>(
      'select passphrase_hash as hash from clients where id = $1',
      [town.clientId],
    );
    expect(row!.hash).toMatch(/^\$argon2id\$/);
    // Whoever holds the link later sets no other one.
    const set = jest.spyOn(town.api.app.get(PassphraseService, { strict: false }), 'set');
    await browser.press(at, 'set-passphrase', { passphrase: 'another one now', again: 'another one now' });
    expect(set).not.toHaveBeenCalled();
    set.mockRestore();
  });

  it('takes no yes by a mail from before the last stop, and offers a new one', async () => {
    const { browser, at, token, question } = await asked();
    await browser.press(at, 'consent').expect(303);
    await town.rows("update mailings set send_at = send_at - interval '1 hour' where client_id = $1", [
      town.clientId,
    ]);
    await question.browser.open(`${question.at}/pace`);
    await question.browser.press(question.at, 'stop').expect(303);
    const page = await browser.open(`/r/${token}`);
    expect(page.text).toContain('This link is from before you stopped.');
    await browser.press(at, 'consent').expect(303);
    expect(await standing(town)).toMatchObject({ stopped: true });
    await browser.open(at);
    await browser.press(at, 'start-again').expect(303);
    expect(await waitingNotices(town)).toContain('opt_in');
  });

  it('leads back from a rest by the link of its e-mail, again and again', async () => {
    const { browser, at, token } = await anOpenPrompt(town);
    await browser.open(`/r/${token}/pace`);
    await browser.press(at, 'rest-open').expect(303);
    const notice = await aSentNotice(town, 'rest_begun');
    for (let times = 0; times < 2; times += 1) {
      const mailbox = new TestBrowser(town);
      const page = await mailbox.open(`/r/${notice.token}`);
      expect(page.text).toContain('Your questions rest now.');
      expect(page.text).toContain('value="rest-week"');
      await mailbox.press(notice.at, 'rest-end').expect(303);
      expect((await mailbox.open(notice.at)).text).toContain('Your questions come again.');
      const again = await mailbox.open(`/r/${notice.token}/pace`);
      expect(again.text).toContain('Take the time you need');
      await mailbox.press(notice.at, 'rest-open').expect(303);
    }
    expect(await standing(town)).toMatchObject({ rest_length: 'open' });
  });

  it('sends the way back once more to a browser without its cookie, and not to a flood', async () => {
    const { browser, at, token } = await anOpenPrompt(town);
    await browser.open(`/r/${token}/pace`);
    await browser.press(at, 'rest-open').expect(303);
    const notice = await aSentNotice(town, 'rest_begun');
    const elsewhere = new TestBrowser(town);
    expect((await elsewhere.open(`${notice.at}/pace`)).text).toContain('Send me a fresh link');
    const again = () => elsewhere.post(`${notice.at}/fresh-link`).type('form').send({ act: 'fresh-link' });
    await again().expect(200);
    expect(await waitingNotices(town)).toEqual([]);
    await town.rows("update mailings set send_at = send_at - interval '10 minutes' where id = $1", [
      notice.mailingId,
    ]);
    await again().expect(200);
    await again().expect(200);
    expect(await waitingNotices(town)).toEqual(['rest_begun']);
  });

  it('asks for a call from there, as from any page', async () => {
    const notice = await aSentNotice(town, 'stopped');
    const mailbox = new TestBrowser(town);
    await mailbox.open(`/r/${notice.token}`);
    const asked = await mailbox.press(notice.at, 'call-me').expect(303);
    expect(asked.headers.location).toBe(`${notice.at}/call`);
    expect((await mailbox.open(`${notice.at}/call`)).text).toContain(
      'The clinic has your request for a call.',
    );
    const flags = await town.rows('select 1 from safety_flags where client_id = $1', [town.clientId]);
    expect(flags).toHaveLength(1);
  });

  it.each(['died', 'discharged', 'transferred'])(
    'says nothing of anybody once a client is %s',
    async (status) => {
      const { browser, at, token } = await anOpenPrompt(town);
      const notice = await aSentNotice(town, 'rest_over');
      await browser.open(`/r/${token}/pace`);
      await town.rows('update clients set status = $2 where id = $1', [town.clientId, status]);
      const mailbox = new TestBrowser(town);
      for (const path of [
        `/r/${notice.token}`,
        `/r/${notice.token}/pace`,
        `${notice.at}/stopped`,
        `/r/${token}/pace`,
      ]) {
        const page = await mailbox.open(path);
        expect(page.status).toBe(410);
        expect(page.text).toContain('tel:988');
        expect(page.text).not.toMatch(/Rowan|Maren|<form/);
        expect(page.text.includes('These e-mails have come to an end.')).toBe(status !== 'died');
      }
      for (const act of ['rest-week', 'pace-gentle', 'start-again', 'stop'])
        await browser.press(at, act).expect(303);
      expect(await standing(town)).toMatchObject({ rest_from: null, pace: 'steady' });
      expect(await waitingNotices(town)).toEqual([]);
    },
  );
});
