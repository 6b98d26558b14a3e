import type { MeasureResultBody } from '@app/measures/measure-result.types.js';
import { findMeasure } from '@app/measures/measures.data.js';
import { type KeptResult, measurePoints } from './measure-course.rules.js';

const PHQ_9 = findMeasure('phq-9', 1)!;

describe('the totals of a course', () => {
  const kept = (
    reflectionId: string,
    total: number | null,
    over: Partial<MeasureResultBody> = {},
  ): KeptResult => ({
    reflectionId,
    body: {
      ...{ code: 'phq-9', version: 1, items: {}, total, bandCode: null, label: 'after' },
      ...{ windowFrom: '2026-10-01', completedOn: '2026-10-15' },
      ...over,
    },
  });

  it('are each compared with the mean of the two before it', () => {
    const points = measurePoints(PHQ_9, [kept('a', 10), kept('b', 13), kept('c', 5)]);
    expect(points.map(({ change }) => change)).toEqual([
      null,
      { points: 3, isReliable: false },
      { points: -6.5, isReliable: true },
    ]);
    expect(points[0]).toMatchObject({ reflectionId: 'a', on: '2026-10-15', total: 10, label: 'after' });
  });

  it('leave out what is unfinished, another measure, and another version', () => {
    const results = [
      kept('unfinished', null),
      kept('other', 9, { code: 'gad-7' }),
      kept('older', 9, { version: 2 }),
      kept('a', 10),
    ];
    expect(measurePoints(PHQ_9, results).map(({ reflectionId, change }) => [reflectionId, change])).toEqual([
      ['a', null],
    ]);
  });

  it.each([
    [0, 4],
    [5, 9],
    [10, 14],
    [15, 19],
    [20, 27],
  ])('from %i to %i stand in one published band', (from, to) => {
    const bands = [from, to].map((total) => measurePoints(PHQ_9, [kept('a', total)])[0]!.bandLabel);
    expect(bands[0]).toBe(bands[1]);
    expect(bands[0]).toMatch(/\S/);
  });
});
