import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  courseFacts,
  instantAgo,
  NOTHING,
  NOW,
  promptFact,
  restFact,
} from './course-arbitraries.test-support.js';
import { DEFAULT_THRESHOLDS } from './pattern-thresholds.js';
import type { CourseFacts } from './pattern.types.js';
import { goneQuiet, patternNotes, quietReturn, weakSigns } from './quiet-return.rules.js';
import { silence } from './silence.rules.js';

const notes = (facts: CourseFacts) => patternNotes(facts, DEFAULT_THRESHOLDS, NOW);
const signs = (facts: CourseFacts) => weakSigns(facts, DEFAULT_THRESHOLDS, NOW);
const isSilent = (facts: CourseFacts) => silence(facts, DEFAULT_THRESHOLDS, NOW) !== null;
const RUNS = { numRuns: 500 };

describe('quiet return, whatever the course', () => {
  it('needs two of the five: a single weak sign never makes a note', () => {
    fc.assert(
      fc.property(courseFacts, (facts) => {
        const kinds = signs(facts).map(({ kind }) => kind);
        expect(new Set(kinds).size).toBe(kinds.length);
        expect(quietReturn(facts, DEFAULT_THRESHOLDS, NOW) !== null).toBe(kinds.length >= 2);
      }),
      RUNS,
    );
  });

  it('is seen at all by these courses, each sign of the five', () => {
    const seen = fc
      .sample(courseFacts, { numRuns: 3000, seed: 1 })
      .flatMap((facts) => signs(facts).map(({ kind }) => kind));
    expect([...new Set(seen)].sort()).toEqual([
      'given-back', 'measure-up', 'same-trigger', 'silence', 'swamped',
    ]); // prettier-ignore
  });

  it('does not depend on the order in which facts come, and says the same twice', () => {
    const shuffled = courseFacts.chain((facts) =>
      fc
        .tuple(
          fc.shuffledSubarray([...facts.reflections], { minLength: facts.reflections.length }),
          fc.shuffledSubarray([...facts.prompts], { minLength: facts.prompts.length }),
          fc.shuffledSubarray([...facts.measures], { minLength: facts.measures.length }),
          fc.shuffledSubarray([...facts.sessionsHeldAt], { minLength: facts.sessionsHeldAt.length }),
        )
        .map(([reflections, prompts, measures, sessionsHeldAt]) => [
          facts,
          { ...facts, reflections, prompts, measures, sessionsHeldAt },
        ]),
    );
    fc.assert(
      fc.property(shuffled, ([facts, other]) => {
        expect(notes(other!)).toEqual(notes(facts!));
        expect(goneQuiet(other!, DEFAULT_THRESHOLDS, NOW)).toEqual(
          goneQuiet(facts!, DEFAULT_THRESHOLDS, NOW),
        );
        expect(notes(facts!)).toEqual(notes(facts!));
      }),
      RUNS,
    );
  });

  it('rests on nothing that was taken back, and on nothing of tomorrow', () => {
    fc.assert(
      fc.property(courseFacts, fc.integer({ min: 1, max: 60 }), (facts, days) => {
        const kept = facts.reflections.filter(({ withdrawn }) => !withdrawn);
        expect(notes({ ...facts, reflections: kept })).toEqual(notes(facts));
        const then = NOW.subtract({ hours: days * 24 });
        for (const { at } of patternNotes(facts, DEFAULT_THRESHOLDS, then)) {
          expect(Temporal.Instant.compare(at, then)).toBeLessThanOrEqual(0);
        }
      }),
      RUNS,
    );
  });

  it('names only reflections of the course, oldest first and each once', () => {
    fc.assert(
      fc.property(courseFacts, (facts) => {
        const order = new Map(facts.reflections.map(({ id, sentAt }) => [id, sentAt.epochMilliseconds]));
        const ofMeasures = new Set(facts.measures.map(({ reflectionId }) => reflectionId));
        for (const { reflectionIds } of notes(facts)) {
          const known = reflectionIds.filter((id) => order.has(id));
          expect(reflectionIds.filter((id) => !order.has(id) && !ofMeasures.has(id))).toEqual([]);
          expect(new Set(reflectionIds).size).toBe(reflectionIds.length);
          expect(known.map((id) => order.get(id)!)).toEqual(
            known.map((id) => order.get(id)!).sort((a, b) => a - b),
          );
        }
      }),
      RUNS,
    );
  });
});

describe('silence, whatever the course', () => {
  it('never comes of a rest alone', () => {
    fc.assert(
      fc.property(fc.array(restFact), fc.array(promptFact), (rests, prompts) => {
        const rested = prompts.map((prompt) => ({ ...prompt, outcome: 'rested' as const }));
        const facts = { ...NOTHING, rests, prompts: rested };
        expect(isSilent(facts)).toBe(false);
        expect(notes(facts)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('never comes of what bounced, however often, nor of what is open', () => {
    fc.assert(
      fc.property(
        fc.array(promptFact),
        fc.array(instantAgo),
        fc.constantFrom('bounced' as const, 'open' as const),
        (prompts, more, outcome) => {
          const answered = prompts.map((prompt) =>
            prompt.outcome === 'expired' ? { ...prompt, outcome: 'answered' as const } : prompt,
          );
          const lost = more.map((sendAt) => ({ sendAt, closedAt: outcome === 'open' ? null : NOW, outcome }));
          const facts = { ...NOTHING, prompts: [...answered, ...lost] };
          expect(isSilent(facts)).toBe(false);
          expect(notes(facts)).toEqual([]);
        },
      ),
      RUNS,
    );
  });

  it('is over with a rest that runs', () => {
    fc.assert(
      fc.property(courseFacts, instantAgo, (facts, from) => {
        expect(isSilent({ ...facts, rests: [...facts.rests, { from, until: null }] })).toBe(false);
      }),
      RUNS,
    );
  });

  it('never begins with an answer: one that comes last ends it, and one in its place does', () => {
    fc.assert(
      fc.property(courseFacts, fc.constantFrom('answered' as const, 'skipped' as const), (facts, outcome) => {
        const last = { sendAt: NOW.subtract({ hours: 2 }), closedAt: NOW.subtract({ hours: 1 }), outcome };
        expect(isSilent({ ...facts, prompts: [...facts.prompts, last] })).toBe(false);
        const run = silence(facts, DEFAULT_THRESHOLDS, NOW);
        if (!run) return;
        const instead = facts.prompts.map((prompt) =>
          prompt.outcome === 'expired' && Temporal.Instant.compare(prompt.sendAt, run.since) >= 0
            ? { ...prompt, outcome }
            : prompt,
        );
        expect(isSilent({ ...facts, prompts: instead })).toBe(false);
      }),
      RUNS,
    );
  });

  it('alone is told to Today, and is no note', () => {
    const asked = ['2026-11-02', '2026-11-04', '2026-11-06', '2026-11-10', '2026-11-14'].map((day, index) => {
      const sendAt = Temporal.Instant.from(`${day}T17:00:00Z`);
      const outcome = index < 3 ? ('answered' as const) : ('expired' as const);
      return { sendAt, closedAt: sendAt.add({ hours: outcome === 'expired' ? 14 * 24 : 1 }), outcome };
    });
    const facts = { ...NOTHING, prompts: asked };
    expect(notes(facts)).toEqual([]);
    expect(goneQuiet(facts, DEFAULT_THRESHOLDS, NOW)).toEqual({
      since: Temporal.Instant.from('2026-11-10T17:00:00Z'),
      note: {
        rule: 'gone-quiet',
        figures: [{ code: 'unanswered', params: { count: 2, since: '2026-11-10', answered: 3, asked: 3 } }],
        reflectionIds: [],
        at: Temporal.Instant.from('2026-11-28T17:00:00Z'),
      },
    });
  });
});
