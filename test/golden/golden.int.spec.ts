import { BriefsService } from '@app/briefs/briefs.service.js';
import { patternNoteView } from '@app/briefs/pattern-note.view.js';
import { PatternNotes } from '@app/briefs/pattern-notes.service.js';
import { openPromptHouse, type PromptHouse } from '@app/prompts/prompts.test-support.js';
import { Temporal } from 'temporal-polyfill';
import { GOLDEN } from './courses/courses.js';
import { contentOf } from './expected-brief.js';
import { GOLDEN_ZONE, instantOn, on } from './golden-clock.js';
import type { GoldenCourse } from './golden.types.js';
import { contentIn, reflectionIdsIn } from './lived-brief.js';
import { live, type LivedCourse } from './lived-course.js';
import { flagsIn, scoresIn, stagesIn } from './lived-facts.js';
import { byKind } from './pure-flags.js';

describe('golden courses, lived through the real services', () => {
  let at: PromptHouse;
  beforeAll(async () => {
    at = await openPromptHouse();
  });
  afterAll(() => at.close());

  it.each(GOLDEN.map((course) => [course.name, course] as const))('%s', async (_name, course) => {
    const { expected } = course;
    const lived = await live(at, course);
    expect(await notesOf(lived)).toEqual(wordedNotes(course, lived));
    expect(await quietSince(lived)).toBe(
      expected.quietSince === undefined ? undefined : on(expected.quietSince),
    );
    expect(await flagsIn(at, lived)).toEqual([...(expected.flags ?? [])].sort(byKind));
    expect(await scoresIn(at, lived)).toEqual(realScores(course, lived));
    expect(await stagesIn(at, lived)).toEqual(expected.stages ?? {});
    const brief = await at.get(BriefsService).brief(at.maren, lived.appointmentId);
    expect(contentIn(brief, lived)).toEqual(contentOf(course));
    expect(brief.worthAsking.map((note) => ({ ...note, at: dayOf(note.at) }))).toEqual(
      wordedNotes(course, lived),
    );
    expect(brief.flags.map(({ kind, colour }) => ({ kind: kind!, colour })).sort(byKind)).toEqual(
      await flagsIn(at, lived),
    );
    const own = new Set(lived.ids.values());
    expect(reflectionIdsIn(brief).filter((id) => !own.has(id))).toEqual([]);
  });

  const asMaren = <T>(work: (tx: Parameters<PatternNotes['goneQuiet']>[0]) => Promise<T>) =>
    at.house.db.inClinic(at.maren, work);

  async function notesOf({ clientId }: LivedCourse) {
    const notes = await asMaren((tx) => at.get(PatternNotes).ofClients(tx, [clientId]));
    return (notes.get(clientId) ?? []).map((note) => ({ ...note, at: dayOf(note.at) }));
  }

  async function quietSince({ clientId }: LivedCourse) {
    const quiet = await asMaren((tx) => at.get(PatternNotes).goneQuiet(tx));
    return quiet
      .find((one) => one.clientId === clientId)
      ?.since.toZonedDateTimeISO(GOLDEN_ZONE)
      .toPlainDate()
      .toString();
  }
});

/** The expected notes as staff read them, with the real ids. */
function wordedNotes({ expected }: GoldenCourse, { ids }: LivedCourse) {
  return (expected.notes ?? []).map(({ rule, figures, from, day }) => ({
    ...patternNoteView({
      rule,
      figures,
      reflectionIds: from.map((id) => ids.get(id)!),
      at: instantOn(day, '00:00'),
    }),
    at: on(day),
  }));
}

function realScores({ expected }: GoldenCourse, { ids }: LivedCourse) {
  const finished = Object.entries(expected.scores ?? {}).filter(([, score]) => score !== null);
  return Object.fromEntries(finished.map(([id, score]) => [ids.get(id)!, score]));
}

function dayOf(instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(GOLDEN_ZONE).toPlainDate().toString();
}
