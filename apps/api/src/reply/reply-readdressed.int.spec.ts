import request from 'supertest';
import { waitFor } from '../../../../test/support/wait-for.js';
import { ClientCourseService } from '@app/course/client-course.service.js';
import { type LinkPurpose, ReplyLinks } from '@app/prompts/reply-links.js';
import {
  aFreshLink,
  anOpenPrompt,
  aPlannedClient,
  aSentPrompt,
  type ReplyTown,
  replyTown,
  TestBrowser,
} from './reply.test-support.js';

const CANARY = 'the lantern at the end of the pier';
const OURS = 'This link has ended.';

describe('once a client has another address', () => {
  let town: ReplyTown;
  let made = 0;

  beforeAll(async () => {
    town = await replyTown();
  });
  beforeEach(async () => {
    town = { ...town, clientId: await aPlannedClient(town) };
  });
  afterAll(() => town.close());

  const service = <T>(type: new (...needs: never[]) => T): T => town.api.app.get(type, { strict: false });
  const server = () => town.api.app.getHttpServer();
  const anAddress = () => `rowan.new-${(made += 1)}@ellis.example`;
  async function theClient() {
    const find = 'select version from clients where id = $1';
    return (await town.rows<{ version: number }>(find, [town.clientId]))[0]!;
  }
  async function change(wish: { email?: string | null; phone?: string }) {
    const { version } = await theClient();
    return service(ClientCourseService).changeClient(town.maren.actor, town.clientId, {
      version,
      voiceChecked: true,
      ...wish,
    });
  }
  const register = (mailingId: string, purpose: LinkPurpose) =>
    town.api.house.db.inClinic(town.clinic.system, (tx) =>
      service(ReplyLinks).register(tx, mailingId, purpose),
    );
  async function written() {
    const rows = [];
    for (const table of ['reflections', 'safety_flags', 'drafts'])
      rows.push(await town.rows(`select * from ${table} where client_id = $1`, [town.clientId]));
    return rows;
  }
  const ask = (at: string) => request(server()).post(`${at}/fresh-link`).type('form').send({}).expect(200);
  const freshMailings = () =>
    town.rows("select status from mailings where client_id = $1 and kind = 'fresh_link'", [town.clientId]);

  it.each([['another'], ['none']])(
    '(%s) the old links show that they have ended, and write nothing',
    async (which) => {
      const { browser, at, token } = await anOpenPrompt(town);
      await browser.press(at, 'save', { words: CANARY }).expect(303);
      await browser.open(at);
      await change({ email: which === 'none' ? null : anAddress() });
      const before = await written();
      for (const act of ['send', 'nothing', 'save', 'skip', 'tomorrow', 'call-me']) {
        const refused = await browser.press(at, act, { words: 'typed too late' });
        expect([act, refused.status, refused.text.includes('typed too late')]).toEqual([act, 410, true]);
      }
      expect(await written()).toEqual(before);
      for (const path of [
        `/r/${token}`,
        at,
        `${at}/change`,
        `${at}/saved`,
        `${at}/later`,
        `${at}/who-reads`,
      ]) {
        const page = await browser.open(path);
        expect([path, page.status, page.text.includes(OURS)]).toEqual([path, 410, true]);
        // Help stays. What this browser saved does not show: its link has ended too.
        expect(page.text).toContain('tel:988');
        expect(page.text).toContain('tel:+12085550142');
        expect(page.text).not.toContain(CANARY);
      }
    },
  );

  it('a fresh link to the new address does not open the draft of before, but for the browser that wrote it', async () => {
    const { browser, at, promptId } = await anOpenPrompt(town);
    await browser.press(at, 'save', { words: CANARY }).expect(303);
    await change({ email: anAddress() });
    const open = async (who: TestBrowser) => {
      const { mailingId, token } = await aFreshLink(town, promptId);
      await who.open(`/r/${token}`);
      await who.press(`/r/p/${mailingId}`, 'open').expect(303);
      return (await who.open(`/r/p/${mailingId}`)).text;
    };
    const elsewhere = await open(new TestBrowser(town));
    expect(elsewhere).toContain('Is there anything you keep coming back to?');
    expect(elsewhere).not.toContain(CANARY);
    expect(await open(browser)).toContain(CANARY);
  });

  it('nor what was sent before', async () => {
    const { browser, at, promptId } = await anOpenPrompt(town);
    await browser.press(at, 'send', { words: CANARY }).expect(303);
    await change({ email: anAddress() });
    const { mailingId, token } = await aFreshLink(town, promptId);
    const other = new TestBrowser(town);
    await other.open(`/r/${token}`);
    await other.press(`/r/p/${mailingId}`, 'open').expect(303);
    for (const path of ['', '/change'])
      expect((await other.open(`/r/p/${mailingId}${path}`)).text).not.toContain(CANARY);
  });

  it('a fresh link on its way to the old address is withdrawn, and the old page gets no other', async () => {
    const { at, mailingId } = await anOpenPrompt(town);
    await ask(at);
    expect(await freshMailings()).toEqual([{ status: 'scheduled' }]);
    await change({ email: anAddress() });
    expect(await freshMailings()).toEqual([{ status: 'withdrawn' }]);
    await town.rows("update mailings set send_at = send_at - interval '1 hour' where kind = 'fresh_link'");
    await ask(at);
    expect(await freshMailings()).toEqual([{ status: 'withdrawn' }]);
    // A page that came with an e-mail to the new address does.
    await register(mailingId, 'reply');
    await ask(at);
    expect(await freshMailings()).toHaveLength(2);
  });

  it('a fresh link that lay open in the old mailbox cannot be spent', async () => {
    const { promptId } = await aSentPrompt(town);
    const { mailingId, token } = await aFreshLink(town, promptId);
    await register(mailingId, 'unsubscribe');
    const browser = new TestBrowser(town);
    await browser.open(`/r/${token}`);
    await change({ email: anAddress() });
    const refused = await browser.press(`/r/p/${mailingId}`, 'open');
    expect([refused.status, refused.text.includes(OURS)]).toEqual([410, true]);
    expect((await browser.open(`/r/${token}`)).status).toBe(410);
  });

  it('a fresh link that is being opened in that moment opens nothing that stays open', async () => {
    const { browser, at, promptId } = await anOpenPrompt(town);
    await browser.press(at, 'save', { words: CANARY }).expect(303);
    const { mailingId, token } = await aFreshLink(town, promptId);
    const other = new TestBrowser(town);
    await other.open(`/r/${token}`);
    const waiting = (count: number) =>
      waitFor(`${count} transactions to wait`, async () => {
        const rows = await town.rows(
          "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
        );
        return rows.length === count;
      });
    // The opening has spent the link, and is held before it goes on.
    await town.rows('begin');
    await town.rows('select 1 from drafts where prompt_id = $1 for update', [promptId]);
    const opened = other.press(`/r/p/${mailingId}`, 'open').then(({ status }) => status);
    await waiting(1);
    const changed = change({ email: anAddress() });
    await waiting(2).finally(() => town.rows('commit'));
    expect(await opened).toBe(303);
    await changed;
    expect((await other.open(`/r/p/${mailingId}`)).text).not.toContain(CANARY);
  });

  it('a mailing that goes out again carries another link, and the old one stays dead', async () => {
    const { mailingId, token } = await aSentPrompt(town);
    expect(await register(mailingId, 'reply')).toBe(token);
    await change({ email: anAddress() });
    const again = await register(mailingId, 'reply');
    expect(again).not.toBe(token);
    expect(await register(mailingId, 'reply')).toBe(again);
    expect((await new TestBrowser(town).open(`/r/${again}`)).status).toBe(200);
    expect((await new TestBrowser(town).open(`/r/${token}`)).status).toBe(410);
  });

  it('unsubscribing by an old e-mail finds nothing to do, and leaves the new address alone', async () => {
    const { mailingId } = await aSentPrompt(town);
    const stop = `/r/stop/${await register(mailingId, 'unsubscribe')}`;
    await change({ email: anAddress() });
    const page = await request(server()).get(stop).expect(200);
    expect(page.text).not.toContain('Stop these e-mails?');
    const click = () =>
      request(server()).post(stop).type('form').send('List-Unsubscribe=One-Click').expect(200);
    for (const { text } of [page, await click(), await click()]) {
      expect(text).toContain('No e-mail goes to this address any more.');
      expect(text).toContain('tel:988');
    }
    const stopped = () =>
      town.rows('select 1 from clients where id = $1 and stopped_at is not null', [town.clientId]);
    expect(await stopped()).toEqual([]);
    // The next e-mail's own link stops the mail as ever.
    const next = `/r/stop/${await register(mailingId, 'unsubscribe')}`;
    await request(server()).post(next).type('form').send('List-Unsubscribe=One-Click').expect(200);
    expect(await stopped()).toHaveLength(1);
  });

  it('which is not so when the rest changes, or the same address is written in another way', async () => {
    const { browser, at } = await anOpenPrompt(town);
    await browser.press(at, 'save', { words: CANARY }).expect(303);
    const { email } = await change({ phone: '+1 208 555 0171' });
    await change({ email: email!.toUpperCase() });
    expect((await browser.open(at)).text).toContain(CANARY);
  });

  it('sends nothing anew by itself, and writes one row to the audit log', async () => {
    const { promptId } = await aSentPrompt(town);
    const mailings = () =>
      town.rows('select id, kind, status from mailings where prompt_id = $1 order by id', [promptId]);
    const events = () =>
      town.rows('select action from audit_events where $1 = any (client_ids)', [town.clientId]);
    const [sent, noted] = [await mailings(), await events()];
    await change({ email: anAddress() });
    expect(await mailings()).toEqual(sent);
    expect((await events()).length).toBe(noted.length + 1);
    expect(await events()).toContainEqual({ action: 'client.changed' });
  });
});
