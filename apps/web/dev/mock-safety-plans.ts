import type { PatternNoteView } from '../src/api-client/calls-patterns.js';
import type { SafetyPlanSteps, SafetyPlanView } from '../src/api-client/calls-safety-plan.js';
import { problem, type Route } from './mock-accounts.js';
import { MAREN } from './mock-clients.js';
import { list } from './mock-staff.js';

const line = (text: string, byClient = true, phone: string | null = null) => ({ text, byClient, phone });
const steps: SafetyPlanSteps = {
  warningSigns: [line('I stop opening the curtains'), line('Two nights without sleep'), line('Sundays')],
  onMyOwn: [line('Walk to the weir and count to the third post'), line('Cold water on my wrists')],
  company: [line('Ilse’s kitchen', true, '+1 555 0161'), line('The late café on Alder St')],
  helpers: [line('Ilse, my sister', true, '+1 555 0161'), line('Teo from work')],
  professionals: [
    line('Fernhollow, Maren Okoye, weekdays 9 to 5', false, '+1 555 0100'),
    line('988, call or text, any hour', false, '988'),
  ],
  surroundings: [
    line('Ilse keeps the pills and gives them out a week at a time, until we agree otherwise', false),
  ],
};
const plan = (
  id: string,
  madeAt: string,
  version: number | null,
  of: SafetyPlanSteps | null,
): SafetyPlanView => ({
  id,
  madeAt,
  madeByName: MAREN.name,
  version,
  steps: of,
});
/** Of one client; newest first. */
const plans: SafetyPlanView[] = [
  plan('sp-3', '2026-10-20T16:00:00Z', null, null),
  plan('sp-2', '2026-10-13T16:00:00Z', 2, steps),
  plan('sp-1', '2026-09-22T16:00:00Z', 1, { ...steps, company: [], surroundings: [] }),
];
const notes: PatternNoteView[] = [
  {
    rule: 'quiet-return',
    title: 'Has something old come back quietly?',
    figures: [
      'Two prompts in a row were not answered, after 8 of 10 before (80 %).',
      'Life felt “swamped” twice in a row, 22 Oct and 25 Oct.',
    ],
    reflectionIds: ['r2', 'r1'],
    at: '2026-10-25T19:55:00Z',
  },
];
const newest = () => plans.find((each) => each.steps) ?? null;

/** Safety plans and pattern notes of an invented client. */
export const routes: Route[] = [
  ['GET', /^\/clients\/([^/]+)\/safety-plans$/, ([id]) => list(id === 'teodor' ? plans : [])],
  [
    'POST',
    /^\/clients\/([^/]+)\/safety-plans$/,
    (_, body) => {
      if (body.version !== (newest()?.version ?? 0)) {
        return problem(409, 'conflict-version');
      }
      const version = body.steps ? (newest()?.version ?? 0) + 1 : null;
      const made = plan(
        `sp-${plans.length + 1}`,
        new Date().toISOString(),
        version,
        (body.steps as SafetyPlanSteps | undefined) ?? null,
      );
      plans.unshift(made);
      return [201, made];
    },
  ],
  [
    'GET',
    /^\/safety-flags\/([^/]+)\/safety-plan$/,
    () => [200, { plan: newest(), lastAt: plans[0]?.madeAt ?? null }],
  ],
  ['GET', /^\/clients\/([^/]+)\/pattern-notes$/, ([id]) => list(id === 'rowan' ? notes : [])],
];
