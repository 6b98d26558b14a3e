import { newId } from '@app/platform/ids/ids.js';
import type { ThreadListView, ThreadView } from '@app/threads/thread.view.js';
import { shiftClock } from '../../../../test/support/api/clock.js';
import { problemOf, spanOf, WordsTown } from './words.test-support.js';

const WORDS = 'I paused on the stairs. 🌾 Then I called her.';

describe('the threads of a client', () => {
  let town: WordsTown;
  let reflection: string;

  beforeAll(async () => {
    town = await WordsTown.open();
    reflection = await town.read(WORDS);
  });
  afterEach(() => shiftClock(town.api.database, '0'));
  afterAll(() => town.close());

  const aThread = async (body: object = {}): Promise<ThreadView> =>
    (await town.post(`/clients/${town.rowan}/threads`, body).expect(201)).body as ThreadView;
  const stage = (thread: ThreadView, body: object, as?: string) =>
    town.post(
      `/threads/${thread.id}/stages`,
      {
        version: thread.version,
        stage: 'insight',
        evidence: [spanOf(reflection, WORDS, 'I paused')],
        ...body,
      },
      as,
    );
  const one = async (id: string): Promise<ThreadView> => {
    const { body } = await town.get(`/clients/${town.rowan}/threads`).expect(200);
    return (body as ThreadListView).items.find((thread) => thread.id === id)!;
  };

  it('are named, left unnamed, shared, put away and brought back, each time the next version', async () => {
    const unnamed = await aThread({ name: null });
    expect(unnamed).toMatchObject({
      name: null,
      version: 1,
      createdByName: 'Maren Okoye',
      stage: null,
      scale: null,
    });
    const scale = { low: 'far off', high: 'right here' };
    const thread = await aThread({ name: 'The stairs', scale, originReflectionId: reflection });
    expect(thread).toMatchObject({
      name: 'The stairs',
      scale,
      origin: { reflectionId: reflection },
      sharedAt: null,
    });
    const path = `/threads/${thread.id}`;
    const shared = (await town.patch(path, { version: 1, shared: true }).expect(200)).body as ThreadView;
    expect(shared).toMatchObject({ version: 2, name: 'The stairs', scale });
    expect(shared.sharedAt).not.toBeNull();
    const renamed = await town
      .patch(path, { version: 2, name: null, scale: null, shared: false })
      .expect(200);
    expect(renamed.body).toMatchObject({ version: 3, name: null, scale: null, sharedAt: null });
    expect(problemOf(await town.patch(path, { version: 2, name: 'Late' }).expect(409))).toBe(
      'conflict-version',
    );
    const away = (await town.post(`${path}/archiving`, { version: 3 }).expect(200)).body as ThreadView;
    expect(away.archivedAt).not.toBeNull();
    expect(problemOf(await stage(away, {}).expect(409))).toBe('thread-archived');
    const back = await town.post(`${path}/restoration`, { version: 4 }).expect(200);
    expect(back.body).toMatchObject({ version: 5, archivedAt: null });
  });

  it('stand where a person says, with initials, date and the client’s words; moving back is neutral', async () => {
    let thread = await aThread({ name: 'Stairs' });
    for (const [name, quote] of [
      ['change', 'I paused on the stairs.'],
      ['insight', '🌾'],
      ['choice', 'Then I called her.'],
    ] as const) {
      const set = await stage(thread, { stage: name, evidence: [spanOf(reflection, WORDS, quote)] }).expect(
        201,
      );
      thread = set.body as ThreadView;
      expect(thread.stage).toMatchObject({ stage: name, setByInitials: 'MO', setByName: 'Maren Okoye' });
      expect(thread.stage!.evidence).toMatchObject([{ reflectionId: reflection, quote }]);
    }
    expect(thread.history.map((each) => each.stage)).toEqual(['change', 'insight', 'choice']);
    expect((await one(thread.id)).stage).toEqual(thread.stage);
    const { body } = await town.get(`/clients/${town.rowan}/reflections`).expect(200);
    expect(body.items[0].threads).toContainEqual({ threadId: thread.id, name: 'Stairs' });
  });

  describe('take no stage without evidence', () => {
    let thread: ThreadView;
    let unread: string;
    let junes: string;
    let priyas: string;
    beforeAll(async () => {
      thread = await aThread({ name: 'Unmoved' });
      unread = await town.sent(WORDS);
      junes = await town.read(WORDS, { clientId: town.june });
      priyas = await town.sent(WORDS, { clientId: town.priya });
    });

    const good = () => spanOf(reflection, WORDS, 'I paused');
    it.each<[string, () => object, number, string?]>([
      ['none at all', () => ({ evidence: undefined }), 400],
      ['an empty list', () => ({ evidence: [] }), 422, 'required'],
      ['six spans', () => ({ evidence: Array.from({ length: 6 }, good) }), 422, 'arrayMaxSize'],
      [
        'words that are not there',
        () => ({ evidence: [{ ...good(), quote: 'I waited' }] }),
        422,
        'notVerbatim',
      ],
      ['words in another place', () => ({ evidence: [{ ...good(), from: 1, to: 9 }] }), 422, 'notVerbatim'],
      ['the words of a longer part', () => ({ evidence: [{ ...good(), to: 10 }] }), 422, 'notVerbatim'],
      [
        'a part that is not there',
        () => ({ evidence: [{ ...good(), from: 900, to: 908 }] }),
        422,
        'notVerbatim',
      ],
      [
        'a second span that is wrong',
        () => ({ evidence: [good(), { ...good(), quote: 'i paused' }] }),
        422,
        'notVerbatim',
      ],
      ['what nobody has read', () => ({ evidence: [spanOf(unread, WORDS, 'I paused')] }), 422, 'notRead'],
      ['another client of hers', () => ({ evidence: [spanOf(junes, WORDS, 'I paused')] }), 404],
      ['a client of a colleague', () => ({ evidence: [spanOf(priyas, WORDS, 'I paused')] }), 404],
      ['nobody', () => ({ evidence: [spanOf(newId(), WORDS, 'I paused')] }), 404],
      ['a stage that is none', () => ({ stage: 'healed' }), 400],
      ['an older version', () => ({ version: 0 }), 400],
    ])('%s', async (_, body, status, code = '') => {
      const answer = await stage(thread, body()).expect(status);
      if (code) expect(answer.body.errors.map((error: { code: string }) => error.code)).toEqual([code]);
      expect(await one(thread.id)).toEqual(thread);
      expect(await town.rows('select 1 from thread_stages where thread_id = $1', [thread.id])).toEqual([]);
    });
  });

  it('let who has not read it themselves quote nothing, whatever a colleague read', async () => {
    const thread = await aThread({});
    const refused = await stage(thread, {}, town.supervisor).expect(422);
    expect(refused.body.errors).toMatchObject([{ field: 'evidence.0.reflectionId', code: 'notRead' }]);
    await town.post(`/reflections/${reflection}/reading`, {}, town.supervisor).expect(201);
    await stage(thread, {}, town.supervisor).expect(201);
    await town.remove(`/reflections/${reflection}/reading`, town.supervisor).expect(200);
  });

  it('give a stage back within ten minutes, to who set it', async () => {
    let thread = await aThread({ name: 'Twice' });
    thread = (await stage(thread, { stage: 'insight' }).expect(201)).body as ThreadView;
    thread = (await stage(thread, { stage: 'choice' }).expect(201)).body as ThreadView;
    const path = `/threads/${thread.id}/stages/${thread.stage!.id}`;
    await town.remove(path, town.supervisor).expect(404);
    await town.remove(`/threads/${newId()}/stages/${thread.stage!.id}`).expect(404);
    const undone = (await town.remove(path).expect(200)).body as ThreadView;
    expect(undone.stage!.stage).toBe('insight');
    expect(undone.history.map((each) => each.stage)).toEqual(['insight']);
    expect(undone.version).toBe(thread.version + 1);
    await shiftClock(town.api.database, '11 minutes');
    const late = await town.remove(`/threads/${thread.id}/stages/${undone.stage!.id}`).expect(409);
    expect(problemOf(late)).toBe('too-late-to-undo');
    expect((await one(thread.id)).stage).toEqual(undone.stage);
  });

  it('hold what the client says of them on the call, beside the therapist’s view', async () => {
    let thread = await aThread({ name: 'Asked' });
    thread = (await stage(thread, {}).expect(201)).body as ThreadView;
    const said = { fit: 'not-quite', words: 'More like before.', rating: 4 };
    const checked = (await town.post(`/threads/${thread.id}/checks`, said).expect(201)).body as ThreadView;
    expect(checked.checks).toMatchObject([{ ...said, via: 'call', recordedByName: 'Maren Okoye' }]);
    expect(checked.stage).toEqual(thread.stage);
    for (const wrong of [
      { ...said, rating: 11 },
      { ...said, rating: 1.5 },
      { ...said, fit: 'maybe' },
    ])
      await town.post(`/threads/${thread.id}/checks`, wrong).expect(400);
    const [row] = await town.rows<{ stage_id: string; body: string }>(
      `select stage_id, encode(body_sealed, 'escape') as body from thread_checks where thread_id = $1`,
      [thread.id],
    );
    expect(row!.stage_id).toBe(thread.stage!.id);
    expect(row!.body).not.toContain('before');
  });

  it('are not there for who does not read the client’s words', async () => {
    const thread = await aThread({ name: 'Hidden' });
    const set = (await stage(thread, {}).expect(201)).body as ThreadView;
    const path = `/threads/${thread.id}`;
    for (const [who, cookie] of Object.entries(town.outsiders)) {
      const { rowan } = town;
      const answers = [
        await town.get(`/clients/${rowan}/threads`, cookie),
        await town.post(`/clients/${rowan}/threads`, { name: 'Mine' }, cookie),
        await town.get(`/clients/${rowan}/thread-suggestions`, cookie),
        await town.patch(path, { version: 2, name: 'Mine' }, cookie),
        await town.post(`${path}/archiving`, { version: 2 }, cookie),
        await town.post(`${path}/restoration`, { version: 2 }, cookie),
        await stage(set, {}, cookie),
        await town.remove(`${path}/stages/${set.stage!.id}`, cookie),
        await town.post(`${path}/checks`, { fit: 'fits', words: '' }, cookie),
      ];
      expect([who, ...answers.map(({ status }) => status)]).toEqual([who, ...answers.map(() => 404)]);
    }
    expect(await one(thread.id)).toEqual(set);
    expect(
      (await town.get(`/clients/${town.rowan}/threads`, town.brokeGlass).expect(200)).body.items,
    ).not.toEqual([]);
  });

  it('are written down, and not with their words', async () => {
    await town.audited();
    const thread = await aThread({ name: 'A name nobody else may see' });
    const set = (await stage(thread, {}).expect(201)).body as ThreadView;
    await town.remove(`/threads/${thread.id}/stages/${set.stage!.id}`).expect(200);
    await town.post(`/threads/${thread.id}/checks`, { fit: 'fits', words: 'Yes.' }).expect(201);
    await town.patch(`/threads/${thread.id}`, { version: 4, shared: true }).expect(200);
    await town.get(`/clients/${town.rowan}/thread-suggestions`).expect(200);
    expect(await town.audited()).toEqual([
      'thread.added',
      'thread.stage-set',
      'thread.stage-undone',
      'thread.checked',
      'thread.changed',
      'thread.suggestions-listed',
    ]);
    const kept = await town.rows<{ all: string }>(
      `select coalesce(string_agg(t::text, ''), '') as all from threads t`,
    );
    expect(kept[0]!.all).not.toContain('nobody else');
  });

  it('lose every quote of what its client takes back', async () => {
    const words = 'The garden at night, again.';
    const taken = await town.read(words);
    const thread = await aThread({ name: 'Garden', originReflectionId: taken });
    await stage(thread, { evidence: [spanOf(taken, words, 'The garden at night')] }).expect(201);
    await town.rows('update reflections set withdrawn_at = now() where id = $1', [taken]);
    const after = await one(thread.id);
    expect(after.stage!.evidence).toMatchObject([{ reflectionId: taken, quote: null }]);
    const again = await stage(after, { evidence: [spanOf(taken, words, 'at night')] }).expect(422);
    expect(again.body.errors).toMatchObject([{ code: 'wasWithdrawn' }]);
    const { body } = await town.get(`/clients/${town.rowan}/reflections`).expect(200);
    const view = body.items.find(({ id }: { id: string }) => id === taken);
    expect(view).toMatchObject({ words: '', question: null, threads: [], chips: [], withdrawn: {} });
    expect(JSON.stringify(await one(thread.id))).not.toContain('at night');
  });
});
