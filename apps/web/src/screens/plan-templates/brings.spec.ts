import type { Anchor, PlanTemplateStepView } from '../../api-client/calls-library.js';
import { asksSafety, bringsWords } from './brings.js';

type Bringing = Parameters<typeof bringsWords>[0][number];
const at = (anchor: Anchor, days: number, more: Partial<PlanTemplateStepView> = {}): Bringing => ({
  anchor,
  days,
  everyDays: null,
  measure: null,
  asks: [],
  ...more,
});
const PLAIN = [at('every-session', 0), at('latest-session', 7), at('rhythm', 56, { everyDays: 28 })];
const STEADY = [
  ...PLAIN,
  at('first-session', -8, { measure: 'phq-9' }),
  at('first-session', -7, { measure: 'gad-7' }),
  at('every-session', 1, { asks: ['safety-check'] }),
  at('latest-session', 3, { asks: ['thread-name'] }),
  at('latest-session', 7, { asks: ['safety-check'] }),
  at('latest-session', 10, { asks: ['early-signs'] }),
  at('latest-session', 15, { measure: 'phq-9' }),
  at('latest-session', 16, { measure: 'gad-7' }),
  at('latest-session', 21, { asks: ['early-signs'] }),
  at('latest-session', 28, { asks: ['thread-review'] }),
];
const SERIES = [
  at('first-session', -8, { measure: 'phq-9' }),
  at('series-rhythm', 6, { everyDays: 7, asks: ['safety-check'] }),
  at('series-rhythm', 10, { everyDays: 21, measure: 'phq-9' }),
  at('latest-session', 15, { measure: 'phq-9' }),
];
const words = (steps: readonly Bringing[]) => bringsWords(steps, (measure) => measure.toUpperCase());

describe('what a version of a plan brings', () => {
  it('is told in one sentence, with the days', () => {
    expect(words(STEADY)).toBe(
      'It brings a safety check on days 1 and 7, the early signs on days 10 and 21, a place to name a thread on day 3, ' +
        'a look back at the threads on day 28, PHQ-9 8 days before the first session and on day 15, ' +
        'and GAD-7 7 days before the first session and on day 16.',
    );
  });

  it('is told of a series by its weeks', () => {
    expect(words(SERIES)).toContain('a safety check every week while a series runs and ');
    expect(words(SERIES)).toContain(
      'PHQ-9 8 days before the first session, every 21 days while a series runs, and on day 15',
    );
  });

  it('is nothing where it asks nothing of the kind', () => {
    expect(words(PLAIN)).toBe('It asks no measure, and nothing about safety.');
    expect([asksSafety(PLAIN), asksSafety(STEADY)]).toEqual([false, true]);
  });

  it('counts one day as one, and names a rhythm and a call', () => {
    const said = words([
      at('first-session', -1, { measure: 'gad-7' }),
      at('rhythm', 56, { everyDays: 28, measure: 'gad-7' }),
      at('next-appointment', -1, { measure: 'gad-7' }),
      at('latest-session', -2, { measure: 'gad-7' }),
    ]);
    expect(said).toBe(
      'It brings GAD-7 1 day before the first session, 2 days before a session, every 28 days, and before each call.',
    );
  });
});
