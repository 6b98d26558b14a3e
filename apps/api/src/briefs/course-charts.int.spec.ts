import type { MeasureCourseListView } from '@app/briefs/course-charts.view.js';
import { findMeasure } from '@app/measures/measures.data.js';
import { MeasureResultsService } from '@app/reflections/measure-results.service.js';
import type { ReflectionView } from '@app/reflections/reflection.view.js';
import { problemOf, WordsTown } from '../threads/words.test-support.js';

const PHQ_9 = findMeasure('phq-9', 1)!;

describe('the figures of a course', () => {
  let town: WordsTown;
  let finished: string[];
  let unfinished: string;

  beforeAll(async () => {
    town = await WordsTown.open();
    finished = [await answered(2), await answered(2), await answered(1)];
    unfinished = await answered(3, ['1', '2']);
  });
  afterAll(() => town.close());

  /** A PHQ-9 with the same answer to every item, or to some; kept as a reflection keeps it. */
  const answered = async (value: number, asked = PHQ_9.items.map(({ id }) => id)): Promise<string> => {
    const items = Object.fromEntries(asked.map((id) => [id, value]));
    const question = { measure: { code: 'phq-9', version: 1 } };
    const id = await town.sent('', { question, measure: items });
    const { clinicId } = town.clinic;
    const { db, keyring } = town.api.house;
    await db.inClinic({ kind: 'client', clinicId, clientId: town.rowan }, async (tx) => {
      const results = town.api.app.get(MeasureResultsService, { strict: false });
      const given = { clientId: town.rowan, reflectionId: id, definition: PHQ_9, items };
      await results.insert(tx, await keyring.client(tx, town.rowan), given);
    });
    return id;
  };
  const measures = async (as?: string) =>
    (await town.get(`/clients/${town.rowan}/measures`, as).expect(200)).body as MeasureCourseListView;

  it('are totals with their published bands and changes, each with its reflection', async () => {
    const { items } = await measures();
    expect(items).toMatchObject([{ code: 'phq-9', title: PHQ_9.title }]);
    expect(items[0]!.points.map(({ reflectionId, total, change }) => [reflectionId, total, change])).toEqual([
      [finished[0], 18, null],
      [finished[1], 18, { points: 0, isReliable: false }],
      [finished[2], 9, { points: -9, isReliable: true }],
    ]);
    expect(items[0]!.points.every(({ label, bandLabel }) => label === 'baseline' && bandLabel)).toBe(true);
  });

  it('are there for every seat of the care team, the body seat too, and for nobody else', async () => {
    const { body, ...strangers } = town.outsiders;
    const all = await measures();
    for (const cookie of [body, town.supervisor, town.brokeGlass])
      expect(await measures(cookie)).toEqual(all);
    for (const cookie of Object.values(strangers))
      await town.get(`/clients/${town.rowan}/measures`, cookie).expect(404);
    // No words come with them.
    for (const path of ['reflections', 'check-ins', 'threads', 'early-signs', 'process-notes'])
      await town.get(`/clients/${town.rowan}/${path}`, body).expect(404);
  });

  it('stand beside the reflection they were answered in, unscored while unfinished', async () => {
    const { body } = await town.get(`/clients/${town.rowan}/reflections`).expect(200);
    const of = (id: string) => (body.items as ReflectionView[]).find((view) => view.id === id)!.measure!;
    expect(of(finished[2]!)).toMatchObject({
      code: 'phq-9',
      total: 9,
      label: 'baseline',
      change: { points: -9 },
    });
    expect(of(finished[2]!).items).toHaveLength(9);
    expect(of(finished[2]!).items[0]).toEqual({
      text: PHQ_9.items[0]!.text,
      answer: PHQ_9.options[1]!.label,
    });
    expect(of(unfinished)).toMatchObject({ total: null, bandLabel: null, change: null, label: null });
    expect(of(unfinished).items).toHaveLength(2);
  });

  it('are check-ins of the whole course and everyday shifts, for who reads the words', async () => {
    const tapped = await town.sent('', { checkIns: { ease: 2 }, chips: ['S1', 'C1'] });
    const logged = await town.sent('', {
      checkIns: { ease: 4, energy: 1 },
      shift: { trigger: 'family', response: 'paused', chip: 'S3' },
    });
    await town.rows(`update reflections set sent_at = sent_at - interval '40 days' where id = $1`, [tapped]);
    const { body } = await town.get(`/clients/${town.rowan}/check-ins`).expect(200);
    expect(
      body.points.map((point: { reflectionId: string; ease: number }) => [point.reflectionId, point.ease]),
    ).toEqual([
      [tapped, 2],
      [logged, 4],
    ]);
    expect(body.from).toBe(body.points[0].on);
    expect(
      body.shifts.map((shift: { code: string; reflectionId: string }) => [shift.code, shift.reflectionId]),
    ).toEqual([
      ['S1', tapped],
      ['S3', logged],
    ]);
    const { body: sent } = await town.get(`/clients/${town.rowan}/reflections`).expect(200);
    const view = (sent.items as ReflectionView[]).find(({ id }) => id === logged)!;
    expect(view.shift).toMatchObject({
      triggerLabel: 'Family',
      chipLabel: expect.stringContaining('kindness'),
    });
  });

  it('come with what is worth asking about, for who reads the words', async () => {
    const path = `/clients/${town.rowan}/pattern-notes`;
    const calm = await town.get(path).expect(200);
    expect(calm.body).toEqual({ items: [], next: null });
    const logs = [];
    for (let n = 0; n < 3; n += 1)
      logs.push(await town.sent('', { shift: { trigger: 'work', response: 'reacted', chip: null } }));
    await town.sent('', { checkIns: { crowded: 5 } });
    const before = await town.sent('', { checkIns: { crowded: 5 } });
    await town.rows(`update reflections set sent_at = sent_at - interval '3 days' where id = $1`, [before]);
    const { body } = await town.get(path).expect(200);
    const [note] = body.items as { rule: string; figures: string[]; reflectionIds: string[] }[];
    expect(note).toMatchObject({
      rule: 'quiet-return',
      figures: [expect.stringContaining('3 times'), expect.stringContaining('swamped')],
    });
    expect(note!.reflectionIds).toEqual(expect.arrayContaining(logs));
    for (const cookie of Object.values(town.outsiders)) await town.get(path, cookie).expect(404);
  });

  it('are written down', async () => {
    await town.audited();
    await measures();
    await town.get(`/clients/${town.rowan}/check-ins`).expect(200);
    expect(await town.audited()).toEqual(['measures.listed', 'check-ins.listed']);
    expect(problemOf(await town.get(`/clients/${town.priya}/measures`).expect(404))).toBe('not-found');
  });
});
