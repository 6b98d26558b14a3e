import { wordsIn } from '@app/design/words/say.js';
import type { PatternThresholds } from './pattern.types.js';

/** What is compared, as the client is told. */
export interface ComparedForClient {
  intro: string;
  /** Each suffices alone. */
  alone: string[];
  /** "Of the next five …" */
  together: string;
  weak: string[];
  /** What else there is to say. */
  also: string[];
}

/** Every comparison, with the clinic's figures, in plain words. Locale: BCP 47. */
export function everythingCompared(thresholds: PatternThresholds, locale = 'en-US'): ComparedForClient {
  const say = wordsIn(locale);
  return {
    intro: say('compared.intro'),
    alone: [say('compared.own-word'), say('compared.early-sign')],
    together: say('compared.two', { days: thresholds.freshDays }),
    weak: [
      say('compared.unanswered', {
        count: thresholds.silentPrompts,
        percent: thresholds.answeredPercent,
      }),
      say('compared.given-back', {
        steps: thresholds.gainSteps,
        percent: thresholds.givenBackPercent,
        hours: thresholds.afterSessionHours,
      }),
      say('compared.same-trigger', {
        count: thresholds.sameTriggerTimes,
        days: thresholds.sameTriggerWithinDays,
      }),
      say('compared.swamped', { count: thresholds.swampedTimes, days: thresholds.swampedWithinDays }),
      say('compared.measure-up', { phq9: thresholds.phq9Points, gad7: thresholds.gad7Points }),
    ],
    also: [say('compared.quiet'), say('compared.nothing-else')],
  };
}
