import fc from 'fast-check';
import type { MeasureDefinition } from './measure.types.js';
import { bandOf, measureChange, safetyAnswer, scoreOf, worsenedBy } from './measure-score.rules.js';
import { MEASURES, newestMeasure } from './measures.data.js';

const phq9 = newestMeasure('phq-9')!;
const gad7 = newestMeasure('gad-7')!;
const named = MEASURES.map((one) => [one.title, one] as const);

/** As published: the first and last total of each band. */
const TABLES: Record<string, [from: number, to: number, band: string | null][]> = {
  'phq-9': [
    [0, 4, 'minimal'],
    [5, 9, 'mild'],
    [10, 14, 'moderate'],
    [15, 19, 'moderately-severe'],
    [20, 27, 'severe'],
  ],
  'phq-8': [
    [0, 4, 'minimal'],
    [5, 9, 'mild'],
    [10, 14, 'moderate'],
    [15, 19, 'moderately-severe'],
    [20, 24, 'severe'],
  ],
  'phq-2': [
    [0, 2, null],
    [3, 6, 'cut-point'],
  ],
  'gad-7': [
    [0, 4, 'minimal'],
    [5, 9, 'mild'],
    [10, 14, 'moderate'],
    [15, 21, 'severe'],
  ],
  'pcl-5': [[0, 80, null]],
};
const vectors = Object.entries(TABLES).flatMap(([code, rows]) =>
  rows.flatMap(([from, to, band]) =>
    Array.from({ length: to - from + 1 }, (_, index) => [code, from + index, band] as const),
  ),
);

/** Answers that add up to a total: as many as fit of the highest, then the rest. */
function answersFor({ items, options }: MeasureDefinition, total: number): Record<string, number> {
  const highest = Math.max(...options.map(({ value }) => value));
  let left = total;
  return Object.fromEntries(
    items.map(({ id }) => {
      const value = Math.min(highest, left);
      left -= value;
      return [id, value];
    }),
  );
}

const complete = (definition: MeasureDefinition) =>
  fc
    .tuple(...definition.items.map(() => fc.constantFrom(...definition.options.map(({ value }) => value))))
    .map((values) => Object.fromEntries(definition.items.map(({ id }, index) => [id, values[index]!])));

describe('the published tables', () => {
  it.each(vectors)('%s: a total of %i is %s', (code, total, band) => {
    const definition = newestMeasure(code)!;
    const score = scoreOf(definition, answersFor(definition, total));
    expect(score).toEqual({ total, band: band === null ? null : expect.objectContaining({ code: band }) });
  });

  it.each([
    ['phq-9', 0, 27, 9],
    ['phq-8', 0, 24, 8],
    ['phq-2', 0, 6, 2],
    ['gad-7', 0, 21, 7],
    ['pcl-5', 0, 80, 20],
  ])('%s runs from %i to %i over %i items', (code, from, to, count) => {
    const definition = newestMeasure(code)!;
    expect(definition.items).toHaveLength(count);
    expect(definition.range).toEqual({ from, to });
    expect(vectors.filter(([one]) => one === code)).toHaveLength(to - from + 1);
  });

  it('are told to nobody as a number that was not published', () => {
    const figures = Object.fromEntries(MEASURES.map(({ code, change }) => [code, change?.points ?? null]));
    expect(figures).toEqual({ 'phq-9': 6, 'gad-7': 4, 'phq-8': null, 'phq-2': null, 'pcl-5': null });
  });
});

describe('a measure that is not finished', () => {
  const incomplete = named.flatMap(([title, one]) => one.items.map(({ id }) => [title, id, one] as const));

  it.each(incomplete)('%s without item %s has no score', (_title, id, definition) => {
    const answers = answersFor(definition, definition.range.to);
    delete answers[id];
    expect(scoreOf(definition, answers)).toBeNull();
  });

  it.each(named)(
    '%s: there is no path to a score with an item missing or not offered',
    (_title, definition) => {
      const other = fc.oneof(
        fc.constant(undefined),
        fc.constantFrom(-1, 5, 1.5, NaN, Infinity, -0.5, 99),
        fc.constantFrom('1', null, true, [1], {}),
      );
      fc.assert(
        fc.property(
          complete(definition),
          fc.dictionary(fc.string({ minLength: 1 }), fc.integer()),
          fc.subarray([...definition.items], { minLength: 1 }),
          other,
          (answers, more, spoiled, value) => {
            const given: Record<string, unknown> = { ...more, ...answers };
            for (const { id } of spoiled) {
              if (value === undefined) delete given[id];
              else given[id] = value;
            }
            expect(scoreOf(definition, given as Record<string, number>)).toBeNull();
          },
        ),
      );
    },
  );

  it('takes no answer from what every object has', () => {
    const definition = { ...gad7, items: [{ id: 'answered', text: 'One' }] };
    const inherited = Object.create({ answered: 1 }) as Record<string, number>;
    expect(scoreOf(definition, inherited)).toBeNull();
    expect(scoreOf(definition, { answered: 1 })).toMatchObject({ total: 1 });
  });
});

describe('a finished measure', () => {
  it.each(named)(
    '%s: is the sum of its items, in range, in the highest band it reached',
    (_title, definition) => {
      const { from, to } = definition.range;
      fc.assert(
        fc.property(complete(definition), fc.integer(), (answers, difficulty) => {
          const score = scoreOf(definition, { ...answers, difficulty });
          const sum = Object.values(answers).reduce((one, other) => one + other, 0);
          expect(score!.total).toBe(sum);
          expect(sum >= from && sum <= to).toBe(true);
          expect(score!.band).toEqual(definition.bands.findLast((band) => band.from <= sum) ?? null);
        }),
      );
    },
  );

  it('keeps the same total whatever was said about how hard it makes life', () => {
    const answers = answersFor(phq9, 12);
    for (const difficulty of [0, 1, 2, 3]) {
      expect(scoreOf(phq9, { ...answers, difficulty })!.total).toBe(12);
    }
    expect(scoreOf(phq9, { difficulty: 3 })).toBeNull();
  });

  it('has a band for a total that was kept', () => {
    expect(bandOf(phq9, 19)?.code).toBe('moderately-severe');
    expect(bandOf(newestMeasure('pcl-5')!, 44)).toBeNull();
  });
});

describe('a change', () => {
  it.each([
    [[], 9, null],
    [[9], 14, { points: 5, isReliable: false, against: 'last' }],
    [[9], 15, { points: 6, isReliable: true, against: 'last' }],
    [[15], 9, { points: -6, isReliable: true, against: 'last' }],
    [[4, 7], 11, { points: 5.5, isReliable: false, against: 'mean-of-two' }],
    [[4, 7], 12, { points: 6.5, isReliable: true, against: 'mean-of-two' }],
    [[27, 4, 6], 11, { points: 6, isReliable: true, against: 'mean-of-two' }],
  ])('of PHQ-9 after %j to %i is %j', (before, now, change) => {
    expect(measureChange(phq9, before, now)).toEqual(change);
  });

  it('is never called reliable where no figure is published', () => {
    for (const code of ['phq-8', 'phq-2', 'pcl-5']) {
      const definition = newestMeasure(code)!;
      expect(measureChange(definition, [0], definition.range.to)!.isReliable).toBe(false);
    }
  });
});

describe('what makes a pattern note', () => {
  it.each([
    ['phq-9', [], 27, null],
    ['phq-9', [8], 13, null],
    ['phq-9', [8], 14, 6],
    ['phq-9', [8, 8], 13, null],
    ['phq-9', [20, 8, 9], 14, null],
    ['phq-9', [20, 8, 9], 15, 6.5],
    ['phq-9', [20], 4, null],
    ['gad-7', [6, 7], 10, null],
    ['gad-7', [6, 7], 11, 4.5],
    ['gad-7', [6, 8], 11, 4],
    ['gad-7', [11], 7, null],
    ['phq-8', [0], 24, null],
    ['pcl-5', [0], 80, null],
  ])('%s after %j at %i rose by %p', (code, before, total, points) => {
    expect(worsenedBy(newestMeasure(code)!, before, total)?.points ?? null).toBe(points);
  });

  it('leaves a clinic’s own measure out: it may count the other way up', () => {
    const own = { ...gad7, code: 'our-ease' };
    expect(worsenedBy(own, [0], 21)).toBeNull();
  });
});

describe('the item about being better off dead', () => {
  it.each([
    [{ '9': 0 }, 0],
    [{ '9': 1 }, 1],
    [{ '9': 3, '1': 0 }, 3],
    [{}, null],
    [{ '9': 4 }, null],
    [{ '8': 3 }, null],
  ])('%j was answered with %p', (items, value) => {
    expect(safetyAnswer(phq9, items)).toBe(value);
  });

  it('is in PHQ-9 alone', () => {
    expect(MEASURES.filter(({ safetyItem }) => safetyItem !== null)).toEqual([phq9]);
    expect(phq9.items.find(({ id }) => id === phq9.safetyItem)!.text).toMatch(/better off dead/);
    expect(safetyAnswer(newestMeasure('phq-8')!, { '9': 3 })).toBeNull();
  });
});
