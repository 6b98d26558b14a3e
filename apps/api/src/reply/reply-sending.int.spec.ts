import { Database } from '@app/platform/database/database.js';
import { anOpenPrompt, aPlannedClient, type ReplyTown, replyTown } from './reply.test-support.js';

const CANARY = 'the heron on the weir at dusk';
const OTHER = 'the path behind the mill';

describe('the short way of an answer', () => {
  let town: ReplyTown;

  beforeAll(async () => {
    town = await replyTown();
  });
  beforeEach(async () => {
    town = { ...town, clientId: await aPlannedClient(town) };
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => town.close());

  const stands = async (promptId: string) => {
    const [row] = await town.rows(
      `select p.status, p.version::integer,
         (select count(*)::integer from reflections r where r.prompt_id = p.id) as sent,
         (select count(*)::integer from drafts d where d.prompt_id = p.id) as drafts,
         (select count(*)::integer from mailings m where m.prompt_id = p.id and m.status = 'scheduled') as to_leave,
         (select count(*)::integer from audit_events e join audit_unsealed u on u.event_id = e.id
          where e.action = 'reflection.sent' and e.subject_ids && array(
            select r.id from reflections r where r.prompt_id = p.id)) as told
       from prompts p where p.id = $1`,
      [promptId],
    );
    return row;
  };
  /** How often the database is waited for. */
  const waits = () => {
    const db = town.api.app.get(Database);
    const doors = (['atOnceAsFound', 'atOnce', 'inClinic', 'acrossClinics'] as const).map((name) =>
      jest.spyOn(db, name),
    );
    return () => doors.map((door) => door.mock.calls.length);
  };

  it('waits for the database twice: for what it rests on, and for being written', async () => {
    const { browser, at, promptId } = await anOpenPrompt(town);
    await browser.press(at, 'save', { words: OTHER }).expect(303);
    await town.rows(
      `insert into mailings (clinic_id, id, client_id, prompt_id, kind, status, send_at, send_until, counts_for_day,
         message_id, attempts, retried)
       select clinic_id, gen_random_uuid(), client_id, id, 'nudge', 'scheduled', app_now(), app_now(), true, 'x', 0, false
       from prompts where id = $1`,
      [promptId],
    );
    expect(await stands(promptId)).toMatchObject({ status: 'sent', drafts: 1, to_leave: 1 });
    const waited = waits();
    const sent = await browser.press(at, 'send', { words: CANARY, ease: '4', chips: ['C1'] });
    expect(waited()).toEqual([1, 1, 0, 0]);
    expect([sent.status, sent.headers.location]).toEqual([303, at]);
    const after = { status: 'answered', version: 2, sent: 1, drafts: 0, to_leave: 0, told: 1 };
    expect(await stands(promptId)).toEqual(after);
    expect((await browser.open(at)).text).toContain(CANARY);
  });

  it('writes all of it or nothing: what was typed can be sent once it works again', async () => {
    const { browser, at, promptId } = await anOpenPrompt(town);
    await browser.press(at, 'save', { words: OTHER }).expect(303);
    const before = await stands(promptId);
    await town.rows('revoke insert on audit_unsealed from throughline_app');
    const failed = await browser.press(at, 'send', { words: CANARY });
    await town.rows('grant insert on audit_unsealed to throughline_app');
    expect(failed.status).toBeGreaterThanOrEqual(500);
    expect(await stands(promptId)).toEqual(before);
    await browser.press(at, 'send', { words: CANARY }).expect(303);
    expect(await stands(promptId)).toMatchObject({ status: 'answered', sent: 1, told: 1 });
  });

  it('is no way past a prompt that closed after its page was read', async () => {
    const { browser, at, promptId } = await anOpenPrompt(town);
    const db = town.api.app.get(Database);
    const { atOnce } = db;
    jest.spyOn(db, 'atOnce').mockImplementationOnce(async (...asked) => {
      await town.rows('update prompts set closes_at = app_now() where id = $1', [promptId]);
      return atOnce.apply(db, asked) as never;
    });
    const late = await browser.press(at, 'send', { words: CANARY });
    expect(late.status).toBe(410);
    expect(late.text).toContain(CANARY);
    expect(await stands(promptId)).toMatchObject({ status: 'sent', sent: 0, told: 0 });
  });

  it('is no way past who has stopped after the page was read', async () => {
    const { browser, at, promptId } = await anOpenPrompt(town);
    const db = town.api.app.get(Database);
    const { atOnce } = db;
    jest.spyOn(db, 'atOnce').mockImplementationOnce(async (...asked) => {
      await town.rows('update clients set stopped_at = app_now() where id = $1', [town.clientId]);
      return atOnce.apply(db, asked) as never;
    });
    await browser.press(at, 'send', { words: CANARY });
    expect(await stands(promptId)).toMatchObject({ status: 'sent', sent: 0, told: 0 });
  });

  it.each<[string, Record<string, string>]>([
    ['with words beside "nothing came up", which stay a draft', { act: 'nothing', words: CANARY }],
    ['with nothing in it', { act: 'send', words: ' ' }],
    ['with a phrase after which somebody should look', { act: 'send', words: 'I want to kill myself' }],
    ['that asks for a call', { act: 'send', words: CANARY, wait: 'call-me' }],
    ['with a nonce of another page', { act: 'send', words: CANARY, nonce: 'x' }],
    [
      'that gives it a name to keep',
      { act: 'send', words: CANARY, 'keep-thread': 'yes', 'thread-name': 'rain' },
    ],
  ])('is not taken by one %s', async (_, { act, ...fields }) => {
    const { browser, at } = await anOpenPrompt(town, 'keeps-coming-back', { namesThread: true });
    const waited = waits();
    await browser.press(at, act!, fields);
    const [found, atOnce, inClinic] = waited();
    expect([found, atOnce]).toEqual([1, 0]);
    expect(inClinic).toBeGreaterThan(0);
  });
});
