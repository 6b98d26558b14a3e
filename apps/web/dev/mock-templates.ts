import type {
  PlanTemplateStepView,
  PlanVersionView,
  PromptTemplateView,
} from '../src/api-client/calls-library.js';
import { problem, type Route } from './mock-accounts.js';
import { LIBRARY, type PromptContent } from './mock-plan-library.js';
import { list } from './mock-staff.js';

/** Templates of prompts and plans: ours, and what is made of them until the server restarts. */
type Prompt = PromptTemplateView & { versions: { number: number; content: PromptContent }[] };
type Plan = {
  id: string;
  starter: boolean;
  startedFrom: string | null;
  version: number;
  archivedAt: string | null;
  versions: PlanVersionView[];
};
const AT = '2026-10-12T16:20:00Z';
const BARE = { starter: true, startedFrom: null, version: 0, archivedAt: null };

const prompts = new Map<string, Prompt>(
  [...LIBRARY].map(([id, content]) => [id, promptOf(id, content, { ...BARE, usedBy: 1 })]),
);

function promptOf(id: string, content: PromptContent, over: object): Prompt {
  const versions = [{ number: 1, publishedAt: null, publishedByName: null, content }];
  return { ...BARE, id, number: 1, content, minutes: 2, usedBy: 0, versions, ...over } as unknown as Prompt;
}

/** A step as the API shows it; what it asks is read from the library. */
export const stepOf = (
  stepId: string,
  template: string,
  more: Partial<PlanTemplateStepView> = {},
): PlanTemplateStepView => {
  const content = prompts.get(template)?.content ?? LIBRARY.get(template);
  return {
    stepId,
    prompt: { template, number: 1 },
    title: content?.title ?? template,
    informs: template === 'evening-help',
    measure: content?.measure?.code ?? null,
    asks: [
      ...(content?.safetyCheck ? ['safety-check' as const] : []),
      ...(content?.asksEarlySigns ? ['early-signs' as const] : []),
      ...(content?.reviewsThreads ? ['thread-review' as const] : []),
    ],
    midSeries: false,
    when: '',
    anchor: 'latest-session',
    days: 0,
    everyDays: null,
    localTime: '19:00',
    latenessHours: 48,
    nudgeAfterDays: null,
    openDays: 14,
    slowestPace: 'gentle',
    content: { question: content?.question ?? null },
    ...more,
  };
};

const FIRST = [
  stepOf('1', 'evening-help', { anchor: 'every-session', localTime: '20:00' }),
  stepOf('2', 'what-stayed', { days: 2, localTime: '09:00' }),
  stepOf('3', 'keeps', { days: 3 }),
  stepOf('4', 'small-shift', { days: 7, localTime: '12:30' }),
  stepOf('6', 'routine', { days: 14, localTime: '06:10', slowestPace: 'steady' }),
  stepOf('7', 'not-to-miss', { anchor: 'next-appointment', days: -1, localTime: '20:00' }),
];
const version = (number: number, title: string, steps: PlanTemplateStepView[]): PlanVersionView => ({
  number,
  title,
  steps,
  publishedAt: null,
  publishedByName: null,
});
const plans: Plan[] = [
  {
    ...BARE,
    id: 'steady',
    versions: [
      version(2, 'Steady', [
        ...FIRST.filter(({ stepId }) => stepId !== '6'),
        stepOf('11', 'safety-check', { days: 8, localTime: '10:00' }),
        stepOf('12', 'signs', { days: 10, localTime: '08:30' }),
        stepOf('13', 'phq-9', { days: 15, localTime: '09:00', latenessHours: 120 }),
        stepOf('14', 'threads', { days: 28, localTime: '18:00' }),
      ]),
      version(1, 'Steady', FIRST),
    ],
  },
  { ...BARE, id: 'series', versions: [version(1, 'Series', FIRST.slice(0, 4))] },
];
const planView = ({ versions, ...plan }: Plan) => {
  const { number, title, steps } = versions[0]!;
  return { ...plan, number, title, steps };
};

const stepsIn = (body: Record<string, unknown>) =>
  (body.steps as PlanTemplateStepView[]).map(({ prompt, ...step }, at) =>
    stepOf(`m-${at}`, prompt.template, {
      ...step,
      stepId: `m-${at}`,
      prompt: { ...prompt, number: prompt.number ?? 1 },
    }),
  );
const publishedNow = { publishedAt: AT, publishedByName: 'Maren Okoye' };

/** Which version of a plan a preview or a start is about. */
export const stepsOfVersion = (id: unknown, number: unknown) => {
  const versions = plans.find((plan) => plan.id === id)?.versions ?? [];
  return (versions.find((one) => one.number === number) ?? versions[0])?.steps;
};

const preview = (content: PromptContent) =>
  `<!doctype html><html><head><title>x</title></head><body><main><p>Fernhollow</p><h1>${content.question ?? content.title}</h1><p style="color:gray">${content.hint}</p><textarea></textarea><button>Send to Maren</button></main></body></html>`;

export const routes: Route[] = [
  ['GET', /^\/prompt-templates$/, () => list([...prompts.values()])],
  [
    'GET',
    /^\/prompt-templates\/([^/]+)$/,
    ([id = '']) => {
      const found = prompts.get(id);
      return found ? [200, found] : problem(404, 'not-found');
    },
  ],
  [
    'POST',
    /^\/prompt-templates$/,
    (_, body) => {
      const id = `own-${prompts.size}`;
      const made = promptOf(id, body.content as PromptContent, { starter: false, version: 1 });
      prompts.set(id, made);
      return [201, made];
    },
  ],
  ['GET', /^\/plan-templates$/, () => list(plans.map(planView))],
  [
    'GET',
    /^\/plan-templates\/([^/]+)$/,
    ([id]) => {
      const found = plans.find((plan) => plan.id === id);
      return found ? [200, { ...planView(found), versions: found.versions }] : problem(404, 'not-found');
    },
  ],
  [
    'POST',
    /^\/plan-templates$/,
    (_, body) => {
      const only = { ...version(1, String(body.title), stepsIn(body)), ...publishedNow };
      const made = { ...BARE, id: `plan-${plans.length}`, starter: false, version: 1, versions: [only] };
      plans.unshift(made);
      return [201, planView(made)];
    },
  ],
  [
    'POST',
    /^\/plan-templates\/([^/]+)\/versions$/,
    ([id], body) => {
      const found = plans.find((plan) => plan.id === id);
      if (!found) return problem(404, 'not-found');
      const number = found.versions.length + 1;
      found.versions.unshift({ ...version(number, String(body.title), stepsIn(body)), ...publishedNow });
      found.version += 1;
      return [201, planView(found)];
    },
  ],
  [
    'POST',
    /^\/prompt-previews$/,
    (_, body) => [
      200,
      {
        pages: [preview(body.content as PromptContent)],
        email: {
          subject: 'A short question from Maren',
          html: '<body style="margin:0;background:#eee"><p style="color:green;padding:20px">Hello</p><a href="https://x.example">Answer</a></body>',
          text: '',
        },
      },
    ],
  ],
];
