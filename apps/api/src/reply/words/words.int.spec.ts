import { PassphraseService } from '@app/clients/passphrase.service.js';
import { everythingOf, waitingNotices } from '../pace/pace.test-support.js';
import {
  anOpenPrompt,
  aPlannedClient,
  type ReplyTown,
  replyTown,
  TestBrowser,
} from '../reply.test-support.js';
import { anOpenedWordsLink, aSentReflection, aWordsLink, clientOf } from './words.test-support.js';

const HERON = 'The heron on the weir at dusk. I stood still.';
const PHARMACY = 'Tuesday, in the queue at the pharmacy.';
const PASSPHRASE = 'green lamp at night';

describe('a client’s own words', () => {
  let town: ReplyTown;

  beforeAll(async () => {
    town = await replyTown();
  });
  beforeEach(async () => {
    town = { ...town, clientId: await aPlannedClient(town) };
  });
  afterAll(() => town.close());

  const audits = async (action: string) =>
    (
      await town.rows('select 1 from audit_events where action = $1 and $2 = any (client_ids)', [
        action,
        town.clientId,
      ])
    ).length;
  const change = (sql: string) => town.rows(`update clients set ${sql} where id = $1`, [town.clientId]);

  describe('are asked for', () => {
    it.each([
      ['after sending', ''],
      ['where the pace is set', '/pace'],
      ['where it stands who reads', '/who-reads'],
    ])('%s, and a link goes to the client’s own address, once', async (_where, path) => {
      const { browser, at } = await anOpenPrompt(town);
      await browser.press(at, 'send', { words: HERON }).expect(303);
      const page = await browser.open(`${at}${path}`);
      expect(page.text).toContain('Read what you sent');
      const asked = await browser.press(`${at}/words-link`, '');
      expect([asked.status, asked.text.includes('Look in your mail')]).toEqual([200, true]);
      expect(await waitingNotices(town)).toEqual(['my_words']);
      const again = await browser.press(`${at}/words-link`, '');
      expect([again.status, again.text]).toEqual([200, asked.text]);
      expect(await waitingNotices(town)).toEqual(['my_words']);
      const [mail] = await town.rows<{ minutes: number }>(
        `select extract(epoch from send_until - send_at)::integer / 60 as minutes from mailings
         where client_id = $1 and kind = 'my_words'`,
        [town.clientId],
      );
      expect(mail!.minutes).toBe(15);
      expect(await audits('words.link-requested')).toBe(1);
    });

    it.each([
      "suppressed_at = now(), suppressed_why = 'bounced'",
      'email_sealed = null',
      "status = 'discharged'",
    ])('in vain where %s, and it says the same', async (sql) => {
      const { browser, at } = await anOpenPrompt(town);
      const before = (await browser.press(`${at}/words-link`, '')).text;
      await town.rows("update mailings set status = 'withdrawn' where client_id = $1", [town.clientId]);
      await change(sql);
      const asked = await browser.press(`${at}/words-link`, '');
      expect([asked.status, asked.text]).toEqual([200, before]);
      expect(await waitingNotices(town)).toEqual([]);
    });

    it('with the nonce of a page, and a link, only', async () => {
      const { browser, at } = await anOpenPrompt(town);
      const forged = await browser.post(`${at}/words-link`).type('form').send({ nonce: 'x' });
      expect([forged.status, forged.text.includes('Read what you sent')]).toEqual([403, true]);
      const stranger = await new TestBrowser(town).post(`${at}/words-link`);
      expect(stranger.status).toBe(404);
      expect(await waitingNotices(town)).toEqual([]);
    });
  });

  describe('are opened', () => {
    it('by a button, once, in one browser', async () => {
      await aSentReflection(town, HERON, { daysAgo: 40 });
      await aSentReflection(town, PHARMACY, { daysAgo: 2 });
      const { at, token, browser, mailingId } = await aWordsLink(town);
      const door = await browser.open(`/r/${token}`);
      expect(door.text).toContain('What you sent is ready to read.');
      expect(door.text).not.toMatch(/heron|pharmacy|Rowan/);
      await browser.press(at, 'open').expect(303);
      const page = await browser.open(at);
      expect(page.headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow',
      });
      expect(page.text).toContain('id="help"');
      expect(page.text.indexOf(PHARMACY)).toBeGreaterThan(0);
      expect(page.text.indexOf(HERON)).toBeGreaterThan(page.text.indexOf(PHARMACY));
      expect(page.text.match(/<section class="month"><h2>/g)).toHaveLength(2);
      expect(await audits('words.read')).toBe(1);
      const late = new TestBrowser(town);
      expect((await late.open(`/r/${token}`)).status).toBe(404);
      for (const path of [at, `/r/p/${mailingId}`, `${at}/copy`]) {
        const elsewhere = await late.open(path);
        expect(elsewhere.text).not.toMatch(/heron|pharmacy|Rowan|Maren|Fernhollow/);
        expect(elsewhere.text).toContain('tel:');
      }
    });

    it('and nothing is written by opening any of it', async () => {
      const id = await aSentReflection(town, HERON);
      const { at, token, browser } = await aWordsLink(town);
      const before = await everythingOf(town);
      for (const path of [`/r/${token}`, at, `${at}/copy`, `${at}/${id}`, `/r/${token}`]) {
        expect((await browser.open(path)).text).toContain('What you sent is ready to read.');
      }
      expect(await everythingOf(town)).toEqual(before);
      await browser.press(at, 'open').expect(303);
      const opened = await everythingOf(town);
      for (const path of ['', '/copy', `/${id}`, `/${id}/line`, `/${id}/line-again`, `/${id}/take-back`]) {
        expect((await browser.open(`${at}${path}`)).status).toBe(200);
      }
      expect(await everythingOf(town)).toEqual(opened);
    });

    it('by nobody’s link but their own', async () => {
      await aSentReflection(town, HERON);
      const { browser, mailingId } = await anOpenPrompt(town);
      const page = await browser.open(`/r/p/${mailingId}/words`);
      expect(page.text).not.toContain('heron');
      const forged = await browser.press(`/r/p/${mailingId}/words`, 'copy', { as: 'data' });
      expect([forged.status, forged.text.includes('heron')]).toEqual([404, false]);
    });

    it('behind the passphrase, where there is one', async () => {
      const id = await aSentReflection(town, HERON);
      const visit = await anOpenedWordsLink(town);
      const asker = await anOpenPrompt(town);
      await town.api.house.db.inClinic(clientOf(town), (tx) =>
        town.api.app.get(PassphraseService, { strict: false }).set(tx, town.clientId, PASSPHRASE),
      );
      const { browser, at } = visit;
      for (const path of ['', '/copy', `/${id}`, `/${id}/take-back`]) {
        const page = await browser.open(`${at}${path}`);
        expect(page.text).toContain('name="passphrase"');
        expect(page.text).not.toMatch(/heron|Rowan|Maren|Fernhollow/);
      }
      for (const act of ['copy', 'take-back', 'close']) {
        const page = await browser.press(at, act, { as: 'data', reflection: id });
        expect([page.status, page.text.includes('heron')]).toEqual([403, false]);
      }
      expect((await asker.browser.press(`${asker.at}/words-link`, '')).status).toBe(403);
      expect(await waitingNotices(town)).toEqual([]);
      await browser.open(at);
      await browser
        .press(`/r/p/${visit.mailingId}`, 'unlock', { passphrase: PASSPHRASE, to: 'words' })
        .expect(303);
      expect((await browser.open(at)).text).toContain('heron');
    });

    it('for half an hour, or until they are closed', async () => {
      await aSentReflection(town, HERON);
      const { browser, at, mailingId } = await anOpenedWordsLink(town);
      const [link] = await town.rows<{ minutes: number }>(
        `select round(extract(epoch from expires_at - app_now()) / 60)::integer as minutes from link_directory
         where mailing_id = $1 and purpose = 'reply'`,
        [mailingId],
      );
      expect(link!.minutes).toBe(30);
      await town.rows(
        "update link_directory set expires_at = app_now() where mailing_id = $1 and purpose = 'reply'",
        [mailingId],
      );
      const lapsed = await browser.open(at);
      expect([lapsed.status, lapsed.text.includes('heron')]).toEqual([410, false]);
      expect(lapsed.text).toContain('This page has closed.');
      expect(lapsed.text).toContain('tel:988');
      expect((await browser.press(at, 'copy', { as: 'data' })).status).toBe(410);

      const other = await anOpenedWordsLink(town);
      await other.browser.press(other.at, 'close').expect(303);
      const closed = await other.browser.open(other.at);
      expect([closed.status, closed.text.includes('heron')]).toEqual([410, false]);
      expect(closed.text).toContain('Nobody can read it here now.');
      // From there, the next link.
      await other.browser.post(`/r/p/${other.mailingId}/fresh-link`).expect(200);
      expect(await waitingNotices(town)).toEqual([]);
      await town.rows("update mailings set send_at = app_now() - interval '1 hour' where kind = 'my_words'");
      await other.browser.post(`/r/p/${other.mailingId}/fresh-link`).expect(200);
      expect(await waitingNotices(town)).toEqual(['my_words']);
    });

    it('not by who is in care no more', async () => {
      await aSentReflection(town, HERON);
      const { browser, at } = await anOpenedWordsLink(town);
      await change("status = 'discharged'");
      const page = await browser.open(at);
      expect([page.status, page.text.includes('heron')]).toEqual([410, false]);
      expect(page.text).toContain('These e-mails have come to an end.');
      expect(page.text).toContain('tel:988');
      const copy = await browser.press(at, 'copy', { as: 'data' });
      expect([copy.status, copy.text.includes('heron')]).toEqual([410, false]);
    });

    it('from an address that is not theirs any more they open nothing, and what was sent before it stays shut', async () => {
      const old = await aSentReflection(town, HERON, { daysAgo: 20 });
      const { browser, at } = await anOpenedWordsLink(town);
      const cookie = await town.api.signIn(town.maren);
      const { body } = await town.api.call('get', `/api/clients/${town.clientId}`, cookie).expect(200);
      await town.api
        .call('patch', `/api/clients/${town.clientId}`, cookie)
        .send({ version: body.version, email: `new-${town.clientId}@letterbox.example`, voiceChecked: true })
        .expect(200);
      const ended = await browser.open(at);
      expect([ended.status, ended.text.includes('heron')]).toEqual([410, false]);
      expect(ended.text).toContain('Your e-mails go to another address now');
      await aSentReflection(town, PHARMACY, { daysAgo: -1 });
      const next = await anOpenedWordsLink(town);
      const page = await next.browser.open(next.at);
      expect(page.text).toContain('pharmacy');
      expect(page.text).not.toContain('heron');
      expect(page.text).toContain('Your care team still has it');
      expect((await next.browser.open(`${next.at}/${old}`)).status).toBe(404);
      const copy = await next.browser.press(next.at, 'copy', { as: 'data' });
      expect(JSON.stringify(copy.body)).not.toContain('heron');
    });
  });

  it('lead to a call, and to who reads and what is compared', async () => {
    const { browser, at, mailingId } = await anOpenedWordsLink(town);
    await browser.press(`/r/p/${mailingId}`, 'call-me').expect(303);
    const flags = await town.rows("select 1 from safety_flags where client_id = $1 and kind = 'call-me'", [
      town.clientId,
    ]);
    expect(flags).toHaveLength(1);
    expect((await browser.open(`/r/p/${mailingId}/call`)).text).toContain(
      'The clinic has your request for a call.',
    );
    expect((await browser.open(at)).text).toContain(`/r/p/${mailingId}/who-reads`);
    expect((await browser.open(`/r/p/${mailingId}/who-reads`)).text).toContain('Maren');
  });
});
