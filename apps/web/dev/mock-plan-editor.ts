import type { PlanView } from '../src/api-client/views.js';
import type { PlanStepDto, PlanStepView, PreviewRow } from '../src/api-client/calls-plans.js';
import { BOISE, clients, NOW, PACIFIC } from './mock-clients.js';
import { LIBRARY } from './mock-plan-library.js';
import { routes as templates, stepOf, stepsOfVersion } from './mock-templates.js';
import { clockWords, shortDayWords, timeWords } from '../../../libs/design/src/words/when.js';

type Answer = [status: number, body?: unknown];
type Body = Record<string, unknown>;
/** A plan, and its preview, with a schedule that knows days, quiet hours and no more. */
const step = stepOf;
const plan: PlanView = {
  id: 'pl-1',
  version: 1,
  clientId: 'rowan',
  template: { code: 'steady', version: 1, title: 'Steady' },
  status: 'live',
  liveFrom: '2026-09-01T17:00:00Z',
  changedAt: null,
  steps: [
    step('1', 'evening-help', { anchor: 'every-session', localTime: '20:00' }),
    step('2', 'what-stayed', { days: 2, localTime: '09:00' }),
    step('3', 'keeps', { days: 3 }),
    step('4', 'small-shift', { days: 7, localTime: '12:30' }),
    step('5', 'loop', {
      days: 10,
      localTime: '08:30',
      slowestPace: 'steady',
      nudgeAfterDays: 1,
      openDays: 7,
    }),
    step('6', 'routine', { days: 14, localTime: '06:10', slowestPace: 'steady' }),
    step('7', 'not-to-miss', { anchor: 'next-appointment', days: -1, localTime: '20:00' }),
    step('8', 'with-yourself', {
      anchor: 'rhythm',
      days: 56,
      everyDays: 28,
      localTime: '18:00',
      slowestPace: 'often',
    }),
  ],
};
const PACES = ['gentle', 'steady', 'often'];
const SESSION = '2026-10-22';
const CALLS = ['2026-10-27', '2026-11-10'];
const held = new Set<string>();
const instant = (on: string, time: string) => {
  const offset = on >= '2026-11-01' ? '-07:00' : '-06:00';
  return new Date(`${on}T${time}:00${offset}`).toISOString();
};
const later = (on: string, days: number) =>
  new Date(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const words = (at: string, timeZone: string) =>
  `${shortDayWords(at, { timeZone, locale: 'en-US' })}, ${timeWords(at, { timeZone, locale: 'en-US' })}`;

function rowsOf(each: PlanStepDto, stepIndex: number, pace: string): PreviewRow[] {
  if (PACES.indexOf(each.slowestPace) > PACES.indexOf(pace)) return [];
  if (each.anchor === 'rhythm' || each.anchor === 'series-rhythm') return [];
  const anchors = each.anchor === 'next-appointment' ? CALLS : [SESSION];
  return anchors.map((anchor) => {
    const on = later(anchor, each.days);
    const isQuiet = each.localTime < '08:00' || each.localTime >= '21:00';
    const sendAt = instant(on, isQuiet ? '08:00' : each.localTime);
    const isSent = sendAt < NOW;
    const id = each.stepId ?? null;
    const template = LIBRARY.get(each.prompt.template);
    const days = Math.abs(each.days);
    return {
      key: `${id ?? `new-${stepIndex}`}/${anchor}/0`,
      stepId: id ?? `new-${stepIndex}`,
      stepIndex,
      promptId: id ? `q-${id}-${anchor}` : null,
      title: template?.title ?? '',
      status: isSent ? 'answered' : 'scheduled',
      held: held.has(`q-${id}-${anchor}`),
      sendAt,
      localText: words(sendAt, BOISE),
      hereText: words(sendAt, PACIFIC),
      reasons: [
        {
          code: 'days-after-session',
          params: {},
          text:
            each.anchor === 'next-appointment'
              ? 'The evening before the appointment'
              : `${days} days after the ketamine session`,
        },
        ...(isQuiet
          ? [
              {
                code: 'quiet-hours',
                params: {},
                text: `${clockWords(each.localTime, 'en-US')} falls in quiet hours, so 8:00 am`,
              },
            ]
          : []),
        ...(on > '2026-11-01' && on < '2026-11-04'
          ? [
              {
                code: 'first-after-clock-change',
                params: {},
                text: `The clocks went back, and it stays at ${clockWords(each.localTime, 'en-US')}`,
              },
            ]
          : []),
      ],
      change: 'none',
      sentAt: isSent ? sendAt : null,
      answeredAt: isSent ? new Date(Date.parse(sendAt) + 2_400_000).toISOString() : null,
      version: id ? 1 : null,
    };
  });
}

function preview(body: Body): Answer {
  const pace = (body.pace as string | undefined) ?? 'steady';
  const steps =
    (body.steps as PlanStepDto[] | undefined) ?? stepsOfVersion(body.template, body.number) ?? plan.steps;
  const asks = steps.map(({ prompt }) => LIBRARY.get(prompt.template));
  const live = new Map(plan.steps.flatMap((each, i) => rowsOf(each, i, pace)).map((row) => [row.key, row]));
  const rows = steps
    .flatMap((each, i) => rowsOf(each, i, pace))
    .map((row): PreviewRow => {
      const was = live.get(row.key);
      live.delete(row.key);
      if (was?.sentAt) return was;
      return {
        ...row,
        change: !was ? 'added' : was.sendAt === row.sendAt && was.title === row.title ? 'none' : 'changed',
      };
    });
  const gone = [...live.values()].map((row): PreviewRow =>
    row.sentAt ? row : { ...row, stepIndex: null, change: 'removed' },
  );
  return [
    200,
    {
      rows: [...rows, ...gone],
      minutesAWeek: 9,
      until: '2026-12-26',
      timeZone: BOISE,
      locationTimeZone: PACIFIC,
      missing: asks.some((content) => content?.safetyCheck) ? ['rosters'] : [],
      withoutMornings: asks.some((content) => content?.measure?.code === 'phq-9'),
    },
  ];
}

function makeLive(body: Body): Answer {
  if (body.version !== plan.version)
    return [
      409,
      { type: 'urn:throughline:problem:conflict-version', title: 'changed', status: 409, errors: [] },
    ];
  plan.steps = (body.steps as PlanStepDto[]).map((each, i) =>
    step(each.stepId ?? `n-${plan.version}-${i}`, each.prompt.template, {
      ...(each as Partial<PlanStepView>),
      stepId: each.stepId ?? `n-${plan.version}-${i}`,
    }),
  );
  plan.version += 1;
  if (typeof body.number === 'number') plan.template.version = body.number;
  return [200, plan];
}

const list = (items: unknown[]): Answer => [200, { items, next: null }];
export const routes: [string, RegExp, (params: string[], body: Body) => Answer][] = [
  ['GET', /^\/clients\/rowan\/plans$/, () => list([plan])],
  ['POST', /^\/clients\/[^/]+\/plan-preview$/, (_, body) => preview(body)],
  ['PUT', /^\/plans\/pl-1\/steps$/, (_, body) => makeLive(body)],
  ['POST', /^\/prompts\/(q-[^/]+)\/hold$/, ([id = '']) => [201, { held: Boolean(held.add(id)) }]],
  ['DELETE', /^\/prompts\/(q-[^/]+)\/hold$/, ([id = '']) => [200, { held: !held.delete(id) }]],
  [
    'POST',
    /^\/clients\/rowan\/rest$/,
    () => [
      201,
      Object.assign(clients.find(({ id }) => id === 'rowan') ?? {}, {
        rest: { from: NOW, until: '2026-10-30T17:00:00Z', by: 'clinic' },
      }),
    ],
  ],
  [
    'DELETE',
    /^\/clients\/rowan\/rest$/,
    () => [200, Object.assign(clients.find(({ id }) => id === 'rowan') ?? {}, { rest: null })],
  ],
  ...templates,
];
