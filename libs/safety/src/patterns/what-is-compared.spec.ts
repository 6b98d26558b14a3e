import { compared } from '@app/design/words/en/patterns.js';
import { readingGrade } from '@app/design/words/reading-grade.js';
import { gradeOf, HIGHEST_GRADE } from '@app/design/words/tone.js';
import { DEFAULT_THRESHOLDS } from './pattern-thresholds.js';
import type { PatternThresholds } from './pattern.types.js';
import { everythingCompared } from './what-is-compared.js';

/** How the share of answers is taken: told as "most of the ones before". */
const UNTOLD = ['answeredWithinDays', 'answeredOutOf'];

const told = (thresholds: PatternThresholds = DEFAULT_THRESHOLDS) => {
  const { intro, alone, together, weak, also } = everythingCompared(thresholds);
  return [intro, ...alone, together, ...weak, ...also];
};

describe('what a client is told is compared', () => {
  it('names every comparison there is', () => {
    expect(told()).toHaveLength(Object.keys(compared).length);
    const { alone, weak } = everythingCompared(DEFAULT_THRESHOLDS);
    expect(alone.join(' ')).toMatch(/something old came back.*early signs/);
    expect(weak.map((line) => /no reply|taps for ease|trigger|swamped|PHQ-9/.exec(line)?.[0])).toEqual([
      'no reply',
      'taps for ease',
      'trigger',
      'swamped',
      'PHQ-9',
    ]);
  });

  it.each(Object.keys(DEFAULT_THRESHOLDS).filter((name) => !UNTOLD.includes(name)))(
    'says the clinic’s own figure for %s',
    (name) => {
      expect(told({ ...DEFAULT_THRESHOLDS, [name]: 57 }).join(' ')).toMatch(/\b57\b/);
    },
  );

  it.each(told().filter((text) => gradeOf(text) !== null))(
    'can be read at grade 6 or below: "%s"',
    (text) => {
      expect(gradeOf(text)).toBeLessThanOrEqual(HIGHEST_GRADE);
    },
  );

  it('is far below that as a whole, and names no medicine', () => {
    expect(readingGrade(told().join(' '))).toBeLessThanOrEqual(5);
    expect(told().join(' ')).not.toMatch(/ketamine|depress|anxi|disorder|symptom/i);
  });
});
