import request from 'supertest';
import { waitFor } from '../../../../test/support/wait-for.js';
import { databaseOutage } from '../../../../test/support/api/outage.js';
import {
  aFreshLink,
  anOpenPrompt,
  aPlannedClient,
  type ReplyTown,
  replyTown,
  TestBrowser,
} from './reply.test-support.js';

const CANARY = 'the heron on the weir at dusk';

describe('a draft', () => {
  let town: ReplyTown;

  beforeAll(async () => {
    town = await replyTown();
  });
  beforeEach(async () => {
    town = { ...town, clientId: await aPlannedClient(town) };
  });
  afterAll(() => town.close());

  const opened = (templateCode?: string) => anOpenPrompt(town, templateCode);
  const count = async (table: string, promptId: string) =>
    (await town.rows(`select 1 from ${table} where prompt_id = $1`, [promptId])).length;

  const waiting = (count: number) =>
    waitFor(`${count} transactions to wait`, async () => {
      const rows = await town.rows(
        "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
      );
      return rows.length === count;
    });

  it('is shown in the browser it was written in, and in no other', async () => {
    const { browser, at, token, promptId } = await opened();
    const saved = await browser.press(at, 'save', { words: CANARY, ease: '2' });
    expect(saved.headers.location).toBe(`${at}/saved`);
    const page = await browser.open(`${at}/saved`);
    expect(page.text).toContain('Nobody has seen this.');
    expect(page.text).not.toContain(CANARY);
    const again = (await browser.open(`/r/${token}`)).text;
    expect(again).toContain(CANARY);
    expect(again).toMatch(/name="ease" checked="" value="2"|name="ease" value="2" checked=""/);
    const other = new TestBrowser(town);
    const elsewhere = await other.open(`/r/${token}`);
    expect(elsewhere.text).toContain('Is there anything you keep coming back to?');
    expect(elsewhere.text).not.toContain(CANARY);
    const refused = await other.press(at, 'save', { words: 'over it' });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('over it');
    expect(refused.text).toContain('Send me a fresh link');
    expect((await browser.open(at)).text).toContain(CANARY);
    expect(await count('drafts', promptId)).toBe(1);
  });

  it('is saved for the script, which is answered in JSON', async () => {
    const { browser, at } = await opened();
    const saved = await browser
      .press(at, 'save', { words: CANARY })
      .set('accept', 'application/json')
      .expect(200);
    expect(saved.body.saved).toMatch(/^Saved at \d+:\d\d [ap]m\. Nobody has seen it yet\.$/);
    const stale = { nonce: 'old', words: CANARY };
    const refused = await browser.press(at, 'save', stale).set('accept', 'application/json').expect(403);
    expect(refused.body).toEqual({ saved: null });
  });

  it('opens elsewhere by a fresh link, once', async () => {
    const { browser, at, promptId } = await opened();
    await browser.press(at, 'save', { words: CANARY }).expect(303);
    const fresh = await aFreshLink(town, promptId);
    const freshAt = `/r/p/${fresh.mailingId}`;
    const other = new TestBrowser(town);
    const button = await other.open(`/r/${fresh.token}`);
    expect(button.text).toContain('Open my question');
    expect(button.text).not.toContain('coming back to');
    const thief = new TestBrowser(town);
    await thief.open(`/r/${fresh.token}`);
    await other.press(freshAt, 'open').expect(303);
    expect((await other.open(freshAt)).text).toContain(CANARY);
    expect((await browser.open(at)).text).not.toContain(CANARY);
    await thief.press(freshAt, 'open').expect(404);
    expect((await thief.open(freshAt)).text).not.toContain(CANARY);
    expect((await thief.open(`/r/${fresh.token}`)).status).toBe(404);
  });

  it('that is opened elsewhere while it is being changed loses no word', async () => {
    const { browser, at, promptId } = await opened();
    await browser.press(at, 'send', { words: 'first' }).expect(303);
    const fresh = await aFreshLink(town, promptId);
    const other = new TestBrowser(town);
    await other.open(`/r/${fresh.token}`);
    await browser.open(`${at}/change`);
    // Both are held until each has come as far as it can.
    await town.rows('begin');
    await town.rows('select 1 from reflections where prompt_id = $1 for update', [promptId]);
    const changed = browser.press(at, 'send', { words: CANARY }).then((answer) => answer.status);
    await waiting(1);
    const spent = other.press(`/r/p/${fresh.mailingId}`, 'open').then((answer) => answer.status);
    await waiting(2).finally(() => town.rows('commit'));
    expect(await Promise.all([changed, spent])).toEqual([303, 303]);
    expect((await other.open(`/r/p/${fresh.mailingId}`)).text).toContain(CANARY);
  });

  it('has one fresh link in five minutes, and the answer differs by where help is alone', async () => {
    const { at, promptId } = await opened();
    const ask = (path: string) =>
      request(town.api.app.getHttpServer()).post(`${path}/fresh-link`).type('form').send({});
    const answers = await Promise.all([ask(at), ask(at), ask('/r/p/01900000-0000-7000-8000-000000000000')]);
    const told = answers.map(({ status, text }) =>
      `${status} ${text}`.replace(/<section class="help".*?<\/section>/s, ''),
    );
    expect(new Set(told).size).toBe(1);
    expect(answers[0]!.text).toContain('A fresh link is on its way.');
    const mailings = await town.rows(
      "select status, counts_for_day from mailings where prompt_id = $1 and kind = 'fresh_link'",
      [promptId],
    );
    expect(mailings).toEqual([{ status: 'scheduled', counts_for_day: false }]);
  });

  it('and what was typed on top of it are still there while the database is away', async () => {
    const { browser, at } = await opened();
    await browser.press(at, 'save', { words: 'saved before' }).expect(303);
    const endOutage = await databaseOutage(town.api.database);
    let retry = '';
    try {
      const page = await browser.press(at, 'send', { words: CANARY });
      expect([page.status, page.headers['content-type']]).toEqual([503, 'text/html; charset=utf-8']);
      expect(page.text).toContain(CANARY);
      expect(page.text).toContain('tel:988');
      retry = page.text;
    } finally {
      await endOutage();
    }
    expect((await browser.open(at)).text).toContain('saved before');
    // The page's own form sends the same once more.
    expect(retry).toMatch(new RegExp(`<form[^>]*action="${at}"`));
    const fields = [...retry.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
      ([, name, value]) => [name, value],
    );
    const sent = await browser
      .post(at)
      .type('form')
      .send({ ...Object.fromEntries(fields), words: CANARY });
    expect(sent.status).toBe(303);
    const thanks = await browser.open(at);
    expect(thanks.text).toContain(CANARY);
  });
});
