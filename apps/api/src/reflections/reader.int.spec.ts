import { newId } from '@app/platform/ids/ids.js';
import type { ReaderListView, SearchHitListView } from '@app/reflections/reader.view.js';
import type { ReflectionView } from '@app/reflections/reflection.view.js';
import { problemOf, WordsTown } from '../threads/words.test-support.js';

const WORDS = 'A locked door, and then a field 🌾.';

describe('reading over several clients', () => {
  let town: WordsTown;
  let rowans: string[];
  let junes: string;
  let priyas: string;

  beforeAll(async () => {
    town = await WordsTown.open();
    rowans = [await town.sent('The café on the corner'), await town.sent(WORDS)];
    junes = await town.sent('Another CAFE, with my mother’s cup', { clientId: town.june });
    priyas = await town.sent('The café is hers', { clientId: town.priya });
    await town.rows(
      `insert into safety_flags (clinic_id, id, client_id, kind, colour, lane, raised_at, reflection_id, version)
       values ($1, $2, $3, 'phrase', 'amber', 'psychological', now(), $4, 1)`,
      [town.clinic.clinicId, newId(), town.rowan, rowans[1]],
    );
  });
  afterAll(() => town.close());

  const list = async (query: string, as?: string) =>
    (await town.get(`/reflections?${query}`, as).expect(200)).body as ReaderListView;
  const ids = async (query: string, as?: string) => (await list(query, as)).items.map(({ id }) => id);

  it('shows those of one’s own clients, of one of them, or those a safety flag rests on', async () => {
    const all = [junes, ...[...rowans].reverse()];
    expect(await ids('view=mine')).toEqual(all);
    expect(await ids('')).toEqual(all);
    expect(await ids(`view=client&clientId=${town.rowan}`)).toEqual([...rowans].reverse());
    expect(await ids('view=flagged')).toEqual([rowans[1]]);
    expect((await list('view=mine')).items[0]!.client).toEqual({ id: town.june, name: 'June Abara' });
    expect(await ids('view=mine', town.supervisor)).toEqual([...rowans].reverse());
    expect(await ids('view=mine', town.outsiders.off)).toEqual([priyas]);
    // No seat of her own: what she sees for an hour is not hers.
    expect(await ids('view=mine', town.brokeGlass)).toEqual([]);
    expect(await ids('view=flagged', town.brokeGlass)).toEqual([rowans[1]]);
    expect(await ids('view=mine', town.outsiders.body)).toEqual([]);
    expect(await ids('view=flagged', town.outsiders.body)).toEqual([]);
  });

  it('comes in slices', async () => {
    const first = await list('limit=2');
    expect(first.next).toBe(rowans[1]);
    const rest = await list(`limit=2&after=${first.next}`);
    expect([rest.items.map(({ id }) => id), rest.next]).toEqual([[rowans[0]], null]);
  });

  it('refuses what is no view, no client of theirs and no place to go on from', async () => {
    await town.get('/reflections?view=all').expect(400);
    await town.get('/reflections?view=client').expect(400);
    await town.get(`/reflections?after=${newId()}`).expect(400);
    await town.get(`/reflections?after=${priyas}`).expect(400);
    await town.get(`/reflections?clientId=${town.priya}`).expect(404);
    await town.get(`/reflections?clientId=${town.rowan}`, town.outsiders.body).expect(404);
    await town.get('/reflections', town.outsiders.coordinator).expect(404);
  });

  const search = async (q: string, body: object = {}, as?: string) =>
    (await town.post('/reflections/search', { q, ...body }, as).expect(200)).body as SearchHitListView;

  it('finds words whatever their capitals and accents, with their places, newest first', async () => {
    const { items } = await search('Café');
    expect(items.map(({ reflection, client, matches }) => [reflection.id, client.name, matches])).toEqual([
      [junes, 'June Abara', [{ from: 8, to: 12 }]],
      [rowans[0], 'Rowan Ellis', [{ from: 4, to: 8 }]],
    ]);
    expect((await search("mother's")).items.map(({ reflection }) => reflection.id)).toEqual([junes]);
    expect((await search('cafe', { clientId: town.rowan })).items).toHaveLength(1);
    expect((await search('field 🌾')).items[0]!.matches).toEqual([{ from: 26, to: 34 }]);
    expect((await search('window')).items).toEqual([]);
    expect(
      (await search('café', {}, town.outsiders.off)).items.map(({ reflection }) => reflection.id),
    ).toEqual([priyas]);
    for (const who of ['body', 'admin', 'nextDoor'] as const)
      expect((await search('cafe', {}, town.outsiders[who])).items).toEqual([]);
    await town.post('/reflections/search', { q: 'cafe' }, town.outsiders.coordinator).expect(404);
    await town.post('/reflections/search', { q: 'cafe', clientId: town.priya }).expect(404);
    for (const q of ['c', 'x'.repeat(81), '   ', undefined])
      await town.post('/reflections/search', { q }).expect(400);
  });

  it('leaves no trace of what was looked for', async () => {
    const secret = 'zzyzx road';
    await town.audited();
    await search(secret);
    await search('locked door');
    const [row] = await town.rows<{ all: string }>(
      'select string_agg(e::text, chr(10)) as all from audit_events e',
    );
    expect(row!.all).not.toContain('zzyzx');
    expect(row!.all).not.toContain('locked');
    expect(row!.all).toContain('reflection.searched');
    // Nothing of Rowan's was shown by the first.
    expect(await town.audited()).toEqual(['reflection.searched']);
  });

  it('finds nothing in what was taken back', async () => {
    const taken = await town.sent('a lighthouse');
    expect((await search('lighthouse')).items).toHaveLength(1);
    await town.rows('update reflections set withdrawn_at = now() where id = $1', [taken]);
    expect((await search('lighthouse')).items).toEqual([]);
    const shown = (await list('limit=1')).items[0]!;
    expect(shown).toMatchObject({ id: taken, words: '', withdrawn: { at: expect.any(String) } });
    await town.rows('delete from reflections where id = $1', [taken]);
  });

  describe('marks', () => {
    const put = (id: string, body: object, as?: string) =>
      town.put(`/reflections/${id}/marks`, { version: 0, highlights: [], tags: [], ...body }, as);

    it('are refused while one has not read it, and when its client took it back', async () => {
      const id = await town.sent(WORDS);
      const marks = { highlights: [{ from: 2, to: 13 }], tags: ['C4'] };
      expect(problemOf(await put(id, marks).expect(409))).toBe('not-read');
      await town.post(`/reflections/${id}/reading`, {}, town.supervisor).expect(201);
      expect(problemOf(await put(id, marks).expect(409))).toBe('not-read');
      expect(await town.rows('select 1 from reflection_marks where reflection_id = $1', [id])).toEqual([]);
      await town.post(`/reflections/${id}/reading`).expect(201);
      await put(id, marks).expect(200);
      await town.rows('update reflections set withdrawn_at = now() where id = $1', [id]);
      expect(problemOf(await put(id, { ...marks, version: 1 }).expect(409))).toBe('reflection-withdrawn');
      const shown = (await list('limit=1')).items[0]!;
      expect(shown).toMatchObject({ id, marks: { version: 0, highlights: [], tags: [] }, others: [] });
      await town.rows('delete from reflection_marks where reflection_id = $1', [id]);
    });

    it('are each reader’s own, beside what the client chose; colleagues see whose they are', async () => {
      const id = await town.read(WORDS, { chips: ['C1'] });
      const first = await put(id, {
        highlights: [
          { from: 9, to: 13 },
          { from: 2, to: 10 },
        ],
        tags: ['C4'],
      }).expect(200);
      expect(first.body).toMatchObject({
        chips: [{ code: 'C1' }],
        marks: { version: 1, highlights: [{ from: 2, to: 13 }], tags: [{ code: 'C4' }] },
        others: [],
      });
      expect(problemOf(await put(id, {}).expect(409))).toBe('conflict-version');
      await town.post(`/reflections/${id}/reading`, {}, town.supervisor).expect(201);
      const second = await put(id, { tags: ['S1'] }, town.supervisor).expect(200);
      expect(second.body).toMatchObject({
        marks: { version: 1, highlights: [], tags: [{ code: 'S1' }] },
        others: [{ byInitials: 'MO', highlights: [{ from: 2, to: 13 }] }],
      });
      const cleared = await put(id, { version: 1 }).expect(200);
      expect(cleared.body).toMatchObject({
        marks: { version: 2, highlights: [] },
        others: [{ byInitials: 'SW' }],
      });
      const [row] = await town.rows<{ all: string }>(
        `select string_agg(encode(body_sealed, 'escape'), '') as all from reflection_marks`,
      );
      expect(row!.all).not.toContain('C4');
    });

    it('are parts of the words, whole characters', async () => {
      const id = await town.read(WORDS);
      for (const range of [
        { from: 0, to: 99 },
        { from: 5, to: 5 },
        { from: 33, to: 34 },
      ]) {
        const refused = await put(id, { highlights: [{ from: 0, to: 1 }, range] }).expect(422);
        expect(refused.body.errors).toMatchObject([{ field: 'highlights.1', code: 'notInWords' }]);
      }
      for (const wrong of [
        { tags: ['C9'] },
        { tags: ['C1', 'C1'] },
        { highlights: [{ from: -1, to: 2 }] },
        { version: -1 },
      ])
        await put(id, wrong).expect(400);
    });

    it('are not there for who does not read the client’s words', async () => {
      const id = await town.read(WORDS);
      for (const cookie of Object.values(town.outsiders)) await put(id, { tags: ['C1'] }, cookie).expect(404);
      await put(newId(), {}).expect(404);
      expect(await town.rows('select 1 from reflection_marks where reflection_id = $1', [id])).toEqual([]);
    });

    it('are written down', async () => {
      const id = await town.read(WORDS);
      await town.audited();
      await put(id, { tags: ['C1'] }).expect(200);
      expect(await town.audited()).toEqual(['reflection.marked']);
      const { body } = await town.get(`/clients/${town.rowan}/reflections`).expect(200);
      expect((body.items as ReflectionView[])[0]!.marks.tags).toMatchObject([{ code: 'C1' }]);
    });
  });
});
