import type { AskedQuestion } from '@app/plans/prompt-template.types.js';
import { newId } from '@app/platform/ids/ids.js';
import { openThread, openThreadCheck, sealThread } from '@app/threads/thread-body.js';
import { anOpenPrompt, aPlannedClient, type ReplyTown, replyTown } from './reply.test-support.js';

interface ThreadRow {
  id: string;
  body_sealed: Buffer;
  archived_at: Date | null;
  created_by: string | null;
  origin_reflection_id: string | null;
}

describe('threads on the pages of a client', () => {
  let town: ReplyTown;

  beforeAll(async () => {
    town = await replyTown();
  });
  beforeEach(async () => {
    town = { ...town, clientId: await aPlannedClient(town) };
  });
  afterAll(() => town.close());

  const sealing = async () => {
    const { api, clinic, clientId } = town;
    return api.house.db.inClinic(clinic.system, (tx) => api.house.keyring.client(tx, clientId));
  };
  const threads = async () => {
    const key = await sealing();
    const { clinicId } = town.clinic;
    const rows = await town.rows<ThreadRow>(
      'select * from threads where client_id = $1 order by created_at',
      [town.clientId],
    );
    return rows.map(({ id, body_sealed: sealed, ...row }) => ({
      name: openThread(key, { clinicId, rowId: id }, sealed).name,
      isArchived: row.archived_at !== null,
      byClient: row.created_by === null && row.origin_reflection_id !== null,
    }));
  };
  const kept = (name: string | null, isArchived = false) => ({ name, isArchived, byClient: true });
  const asking = () => anOpenPrompt(town, undefined, { namesThread: true });

  it('begin with what is written, with a name or without', async () => {
    for (const [fields, name] of [
      [{ 'keep-thread': 'yes', 'thread-name': ' The stairs ' }, 'The stairs'],
      [{ 'keep-thread': 'yes', 'thread-name': '' }, null],
      // Whoever gives it a name wants it kept.
      [{ 'thread-name': 'The stairs' }, 'The stairs'],
    ] as const) {
      town = { ...town, clientId: await aPlannedClient(town) };
      const { browser, at } = await asking();
      expect((await browser.open(at)).text).toContain('Unnamed is fine.');
      await browser.press(at, 'send', { words: 'again the stairs', ...fields }).expect(303);
      expect(await threads()).toEqual([kept(name)]);
    }
  });

  it('are not begun where nobody asks for one, nor with "nothing came up"', async () => {
    const { browser, at } = await asking();
    await browser.press(at, 'nothing', { 'keep-thread': 'yes', 'thread-name': 'x' }).expect(303);
    expect(await threads()).toEqual([]);
    town = { ...town, clientId: await aPlannedClient(town) };
    const plain = await anOpenPrompt(town);
    await plain.browser.press(plain.at, 'send', { words: 'a', 'keep-thread': 'yes' }).expect(303);
    expect(await threads()).toEqual([]);
  });

  it('follow a change until it is read: named anew, put away, taken up again', async () => {
    const { browser, at } = await asking();
    await browser.press(at, 'send', { words: 'a', 'thread-name': 'One' }).expect(303);
    const change = async (fields: Record<string, string>) => {
      await browser.open(`${at}/change`);
      await browser.press(at, 'change', { words: 'a', ...fields }).expect(303);
      return threads();
    };
    expect(await change({ 'keep-thread': 'yes', 'thread-name': 'Other' })).toEqual([kept('Other')]);
    expect(await change({})).toEqual([kept('Other', true)]);
    expect(await change({ 'keep-thread': 'yes' })).toEqual([kept(null)]);
  });

  it('keep a name in a draft, and refuse one that is too long with the words still there', async () => {
    const { browser, at } = await asking();
    await browser.press(at, 'save', { words: 'a', 'thread-name': 'The stairs' }).expect(303);
    const page = await browser.open(at);
    expect(page.text).toMatch(/name="thread-name"[^>]*value="The stairs"/);
    const refused = await browser.press(at, 'send', { words: 'the heron', 'thread-name': 'x'.repeat(81) });
    expect([refused.status, refused.text.includes('the heron')]).toEqual([422, true]);
    expect(refused.text).toContain('That name is too long.');
    expect(await threads()).toEqual([]);
  });

  it('are reviewed: whether a name fits, and where it stands, beside the therapist’s view', async () => {
    const [id, other] = [newId(), newId()];
    const { clinic, clientId, maren } = town;
    const key = await sealing();
    for (const each of [id, other]) {
      const body = { name: 'The stairs', scale: null, isNamedByClient: false };
      await town.rows(
        `insert into threads (clinic_id, id, client_id, body_sealed, created_by, created_at, shared_at, version)
         values ($1, $2, $3, $4, $5, app_now(), app_now(), 1)`,
        [
          ...[clinic.clinicId, each, clientId],
          sealThread(key, { clinicId: clinic.clinicId, rowId: each }, body),
          maren.staffMemberId,
        ],
      );
    }
    const asked = [id, other].map((each) => `thread:${each}`);
    const more: Partial<AskedQuestion> = {
      reviewsThreads: true,
      choices: asked.map((each) => ({
        id: each,
        ...{ question: 'Does this still fit?', hint: '', many: false },
        options: ['fits', 'not-quite', 'not-sure'].map((option) => ({ id: option, label: option })),
      })),
      ratings: asked.map((each) => ({ id: each, question: 'Where is it?', low: 'far', high: 'close' })),
    };
    const { browser, at } = await anOpenPrompt(town, undefined, more);
    await browser.press(at, 'continue', { page: '1', words: 'a' }).expect(303);
    await browser.open(`${at}?page=2`);
    await browser.press(at, 'continue', { page: '2', [`choice-${asked[0]}`]: 'not-quite' }).expect(303);
    expect((await browser.open(`${at}?page=3`)).text).toContain('Where is it?');
    await browser.press(at, 'send', { page: '3', [`rating-${asked[0]}`]: '4' }).expect(303);
    const checks = async () => {
      const rows = await town.rows<{ id: string; thread_id: string; via: string; body_sealed: Buffer }>(
        'select id, thread_id, via, body_sealed from thread_checks where client_id = $1',
        [clientId],
      );
      return rows.map((row) => ({
        ...openThreadCheck(key, { clinicId: clinic.clinicId, rowId: row.id }, row.body_sealed),
        ...{ thread: row.thread_id, via: row.via },
      }));
    };
    expect(await checks()).toEqual([{ fit: 'not-quite', words: '', rating: 4, thread: id, via: 'review' }]);
    await browser.open(`${at}/change?page=2`);
    await browser.press(at, 'change', { page: '2', [`choice-${asked[0]}`]: 'fits' }).expect(303);
    expect(await checks()).toMatchObject([{ fit: 'fits', rating: 4 }]);
  });
});
