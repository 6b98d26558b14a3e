import type { PlanStepDraft } from '../../api-client/calls-library.js';
import { wallClock } from '../../when.js';
import { say } from '../../words-library.js';

type Timing = Pick<PlanStepDraft, 'anchor' | 'days' | 'everyDays' | 'localTime'>;

/** When a step comes, as the server words it once it is published: "3 days after the ketamine session, 7:00 pm". */
export function stepWhen(step: Timing): string {
  return step.localTime ? `${stepDay(step)}, ${wallClock(step.localTime)}` : stepDay(step);
}

/** The day alone: "3 days after the ketamine session". */
export function stepDay({ anchor, days, everyDays }: Omit<Timing, 'localTime'>): string {
  const n = Math.abs(days);
  switch (anchor) {
    case 'rhythm':
      return say('reason.rhythm', { everyDays: everyDays ?? 0 });
    case 'series-rhythm':
      return say('reason.series-rhythm', { everyDays: everyDays ?? 0 });
    case 'next-appointment':
      return days === -1
        ? say('reason.eve-of-appointment')
        : say('reason.days-before-appointment', { days: n });
    case 'first-session':
      return say('reason.days-before-session', { days: n });
    case 'every-session':
    case 'latest-session':
      return days < 0
        ? say('reason.days-before-session', { days: n })
        : say('reason.days-after-session', { days: n });
  }
}
