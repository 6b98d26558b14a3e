import { SHIFT_TRIGGERS } from '@app/reflections/answer.types.js';
import type { PatternFigure } from '@app/safety/patterns/pattern.types.js';
import { COMPARED_LINES } from '@app/safety/patterns/pattern.types.js';
import { Temporal } from 'temporal-polyfill';
import { figureWords, patternNoteView } from './pattern-note.view.js';

const words = (figure: PatternFigure) => figureWords(figure, 'en-US');

describe('a pattern note in words', () => {
  it.each<[PatternFigure, string]>([
    [
      { code: 'said-old-returned', params: { on: '2026-11-05' } },
      'Thu 5 Nov 2026: yes, something old has slipped back in.',
    ],
    [
      { code: 'signs-chosen', params: { count: 2, on: '2026-11-05' } },
      'Thu 5 Nov 2026: 2 of the agreed early signs.',
    ],
    [
      { code: 'unanswered', params: { count: 2, since: '2026-11-05', answered: 7, asked: 10 } },
      '2 questions in a row closed without an answer, the first from Thu 5 Nov 2026. Before them, 7 of 10 were answered.',
    ],
    [
      {
        code: 'given-back',
        params: { line: 'sleep', before: 1.7, best: 5, bestOn: '2026-11-05', mean: 2.7, percent: 70 },
      },
      'Sleep: 1.7 before, 5 at its best on Thu 5 Nov 2026, 2.7 as the mean of the last three. 70 % of the gain went back.',
    ],
    [
      { code: 'same-trigger', params: { trigger: 'work', count: 3, from: '2026-11-05', to: '2026-11-12' } },
      '“Work”: 3 times from Thu 5 Nov 2026 to Thu 12 Nov 2026, each time “I reacted as I used to”.',
    ],
    [
      { code: 'swamped', params: { count: 2, from: '2026-11-05', to: '2026-11-12' } },
      'Life was “swamped” on 2 days, Thu 5 Nov 2026 to Thu 12 Nov 2026.',
    ],
    [
      {
        code: 'measure-up',
        params: { measure: 'phq-9', total: 16, on: '2026-11-05', points: 6, before: 10, results: 2 },
      },
      'PHQ-9: 16 on Thu 5 Nov 2026, 6 points above the mean of the two before it (10).',
    ],
    [
      {
        code: 'measure-up',
        params: { measure: 'gad-7', total: 9, on: '2026-11-05', points: 4, before: 5, results: 1 },
      },
      'GAD-7: 9 on Thu 5 Nov 2026, 4 points above the one before it (5).',
    ],
  ])('says the figures of %j', (figure, text) => {
    expect(words(figure)).toBe(text);
  });

  it('has words for every trigger and every line', () => {
    const range = { count: 3, from: '2026-11-05', to: '2026-11-12' };
    for (const trigger of SHIFT_TRIGGERS) {
      expect(words({ code: 'same-trigger', params: { trigger, ...range } })).not.toContain(`“${trigger}”`);
    }
    const gain = { before: 1, best: 5, bestOn: '2026-11-05', mean: 2, percent: 75 };
    for (const line of COMPARED_LINES) {
      expect(words({ code: 'given-back', params: { line, ...gain } })).toMatch(/^[A-Z][a-z]+: 1 before/);
    }
  });

  it.each(['own-word', 'early-sign', 'quiet-return', 'gone-quiet'] as const)(
    'asks a question or says that it is worth one, and names no cause: %s',
    (rule) => {
      const at = Temporal.Instant.from('2026-11-05T17:00:00Z');
      const view = patternNoteView({ rule, figures: [], reflectionIds: ['a'], at });
      expect(view).toEqual({
        rule,
        title: expect.stringMatching(/\?$|Worth asking\.$/) as string,
        figures: [],
        reflectionIds: ['a'],
        at: '2026-11-05T17:00:00Z',
      });
      expect(view.title).not.toMatch(/relapse|because|due to|risk|warning|depress|symptom|worse/i);
    },
  );
});
