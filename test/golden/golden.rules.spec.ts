import { DEFAULT_THRESHOLDS } from '@app/safety/patterns/pattern-thresholds.js';
import { goneQuiet, patternNotes } from '@app/safety/patterns/quiet-return.rules.js';
import type { PatternNote } from '@app/safety/patterns/pattern.types.js';
import { GOLDEN } from './courses/courses.js';
import { GOLDEN_ZONE, on } from './golden-clock.js';
import { answersOf, factsOf, readAtOf, resultOf } from './pure-course.js';
import { byKind, flagsOf } from './pure-flags.js';

describe.each(GOLDEN.map((course) => [course.name, course] as const))('%s', (_name, course) => {
  const { expected } = course;
  const now = readAtOf(course);

  it('gives exactly the notes it should', () => {
    const notes = patternNotes(factsOf(course), DEFAULT_THRESHOLDS, now).map(
      ({ reflectionIds, ...note }) => ({
        ...note,
        at: dayOf(note),
        from: reflectionIds,
      }),
    );
    expect(notes).toEqual((expected.notes ?? []).map(({ day, ...note }) => ({ ...note, at: on(day) })));
  });

  it('is quiet since when it should', () => {
    const since = goneQuiet(factsOf(course), DEFAULT_THRESHOLDS, now)?.since;
    const day = since?.toZonedDateTimeISO(GOLDEN_ZONE).toPlainDate().toString();
    expect(day).toBe(expected.quietSince === undefined ? undefined : on(expected.quietSince));
  });

  it('raises exactly the flags it should', () => {
    expect(flagsOf(course)).toEqual([...(expected.flags ?? [])].sort(byKind));
  });

  it('has exactly the scores it should', () => {
    const scores = answersOf(course).flatMap((given) => {
      const body = resultOf(course, given);
      if (!body) return [];
      const { total, bandCode: band, label } = body;
      return [[given.id, total === null ? null : { total, band, label }] as const];
    });
    expect(Object.fromEntries(scores)).toEqual(expected.scores ?? {});
  });
});

describe('the golden courses', () => {
  it('are more than thirty, each with a name of its own, over 90 days', () => {
    expect(new Set(GOLDEN.map(({ name }) => name)).size).toBe(GOLDEN.length);
    expect(GOLDEN.length).toBeGreaterThan(30);
    const days = GOLDEN.flatMap(({ readOn, events }) => [readOn, ...events.map(({ day }) => day)]);
    expect(Math.max(...days)).toBeLessThanOrEqual(90);
    expect(Math.max(...days)).toBeGreaterThanOrEqual(88);
  });

  it('show each figure at least twice, and each beside near misses', () => {
    const figures = GOLDEN.flatMap(({ expected }) => expected.notes ?? []).flatMap(({ figures: all }) =>
      all.map(({ code }) => code),
    );
    const codes = [...new Set(figures)].sort();
    expect(codes).toEqual([
      'given-back', 'measure-up', 'said-old-returned', 'same-trigger', 'signs-chosen', 'swamped', 'unanswered',
    ]); // prettier-ignore
    for (const code of codes) expect(figures.filter((one) => one === code).length).toBeGreaterThanOrEqual(2);
    expect(GOLDEN.filter(({ name }) => name.startsWith('near miss')).length).toBeGreaterThanOrEqual(20);
  });
});

function dayOf({ at }: Pick<PatternNote, 'at'>): string {
  return at.toZonedDateTimeISO(GOLDEN_ZONE).toPlainDate().toString();
}
