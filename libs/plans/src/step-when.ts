import { type CodedReason, wordReason } from '@app/design/words/coded.js';
import { clockWords } from '@app/design/words/when.js';
import type { PlanStepSpec } from './plan-step.types.js';

type Timing = Pick<PlanStepSpec, 'anchor' | 'days' | 'everyDays' | 'localTime'>;

/** When a step is asked: "3 days after the ketamine session, 7:00 pm". */
export function stepWhen(timing: Timing, locale = 'en-US'): string {
  return `${wordReason(baseReason(timing), locale)}, ${clockWords(timing.localTime, locale)}`;
}

function baseReason({ anchor, days, everyDays }: Timing): CodedReason {
  switch (anchor) {
    case 'rhythm':
      return { code: 'rhythm', params: { everyDays: everyDays ?? 0 } };
    case 'series-rhythm':
      return { code: 'series-rhythm', params: { everyDays: everyDays ?? 0 } };
    case 'next-appointment':
      if (days === -1) return { code: 'eve-of-appointment', params: {} };
      return { code: 'days-before-appointment', params: { days: Math.abs(days) } };
    case 'first-session':
      return { code: 'days-before-session', params: { days: Math.abs(days) } };
    case 'every-session':
    case 'latest-session':
      return {
        code: days < 0 ? 'days-before-session' : 'days-after-session',
        params: { days: Math.abs(days) },
      };
  }
}
