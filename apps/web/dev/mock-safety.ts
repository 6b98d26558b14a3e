import type { PatternThresholds, SafetyPhrases, Webhook } from '../src/api-client/calls-safety-settings.js';
import type { SafetyLogItem } from '../src/api-client/calls-safety.js';
import { problem, stepUp, type Answer, type Route } from './mock-accounts.js';
import { me, NOW } from './mock-clients.js';
import { today } from './mock-day.js';
import { flag } from './mock-flag.js';
import { ago } from './mock-staff.js';

/** The safety lane as the clinic sets it, and its log. Invented, and it forgets when the server stops. */
const phrases: SafetyPhrases = {
  looksForPhrases: true,
  lists: [
    {
      language: 'en',
      version: 1,
      phrases: ['end it all', 'better off without me', 'no reason to live', 'want to die', 'hurt myself'],
    },
  ],
};

let webhook: Webhook = { url: null, version: null, createdAt: null, deliveries: [] };
const delivered: Webhook['deliveries'] = [
  { event: 'safety-flag.unclaimed', outcome: 'accepted', attempts: 1, at: ago(62) },
  { event: 'safety-flag.raised', outcome: 'waiting', attempts: 3, at: ago(93) },
  { event: 'safety-flag.raised', outcome: 'failed', attempts: 6, at: ago(60 * 30) },
];

const defaults = {
  freshDays: 28,
  silentPrompts: 2,
  answeredPercent: 70,
  answeredWithinDays: 42,
  answeredOutOf: 3,
  gainSteps: 2,
  givenBackPercent: 70,
  afterSessionHours: 72,
  sameTriggerTimes: 3,
  sameTriggerWithinDays: 14,
  swampedTimes: 2,
  swampedWithinDays: 28,
  phq9Points: 6,
  gad7Points: 4,
};
const reach: Partial<Record<string, [number, number]>> = {
  answeredPercent: [50, 100],
  givenBackPercent: [50, 100],
  afterSessionHours: [72, 168],
  phq9Points: [6, 15],
  gad7Points: [4, 12],
};
let thresholds: PatternThresholds = {
  version: 3,
  thresholds: { ...defaults, freshDays: 21 },
  defaults,
  ranges: Object.keys(defaults).map((name) => {
    const [from, to] = reach[name] ?? [1, 60];
    return { name, from, to };
  }),
};

const logged = (flagNumber: string, more: Partial<SafetyLogItem>): SafetyLogItem => ({
  flagNumber,
  lane: 'psychological',
  colour: 'red',
  raisedAt: ago(60 * 26),
  toldAt: ago(60 * 26 - 1),
  openedAt: ago(60 * 26 - 9),
  claimedAt: ago(60 * 26 - 11),
  claimedByName: 'Maren Okoye',
  minutesToClaim: 11,
  closedAt: ago(60 * 24),
  late: false,
  escalations: 0,
  ...more,
});
const open = { claimedAt: null, claimedByName: null, minutesToClaim: null, closedAt: null };
const log: SafetyLogItem[] = [
  logged('7C1E-09AB', { raisedAt: ago(50), ...open, escalations: 1 }),
  logged('41D0-77F2', {}),
  logged('B2A8-13C4', { lane: 'medical', colour: 'amber', late: true, escalations: 2 }),
];

const setWebhook = (url: string): Answer => {
  if (!url.startsWith('https://'))
    return problem(400, 'invalid', [
      { field: 'url', code: 'isUrl', params: {}, message: 'Write the whole address, beginning with https.' },
    ]);
  const version = (webhook.version ?? 0) + 1;
  webhook = { url, version, createdAt: ago(0), deliveries: delivered };
  return [200, { url, version, createdAt: ago(0), secret: 'mQ2vZ8rT1xK5yN7wB3pL9cH4sD6fJ0aG_eU-iOqRtYw' }];
};

export const routes: Route[] = [
  ['GET', /^\/safety-flags$/, () => [200, { items: today.flags, next: null }]],
  ['GET', /^\/safety-flags\/([^/]+)$/, () => [200, flag]],
  [
    'POST',
    /^\/safety-flags\/([^/]+)\/acknowledgement$/,
    (_, body) => {
      const acknowledged = { at: NOW, byName: me.name, byMe: true, callBy: String(body.callBy) };
      return [201, Object.assign(flag, { version: 2, acknowledged })];
    },
  ],
  [
    'POST',
    /^\/safety-flags\/([^/]+)\/closing$/,
    () => {
      today.flags = [];
      return [201, flag];
    },
  ],
  ['GET', /^\/clinic\/safety-phrases$/, () => [200, phrases]],
  ['GET', /^\/clinic\/safety-webhook$/, () => [200, webhook]],
  ['PUT', /^\/clinic\/safety-webhook$/, (_, body) => stepUp(() => setWebhook(String(body.url)))],
  ['POST', /^\/clinic\/safety-webhook\/test$/, () => stepUp(() => [202, { accepted: false }])],
  [
    'DELETE',
    /^\/clinic\/safety-webhook$/,
    () =>
      stepUp(() => {
        webhook = { url: null, version: null, createdAt: null, deliveries: [] };
        return [204];
      }),
  ],
  ['GET', /^\/clinic\/pattern-thresholds$/, () => [200, thresholds]],
  [
    'PUT',
    /^\/clinic\/pattern-thresholds$/,
    (_, { version, ...figures }) => {
      if (version !== thresholds.version) return problem(409, 'conflict-version');
      thresholds = {
        ...thresholds,
        version: thresholds.version + 1,
        thresholds: figures as PatternThresholds['thresholds'],
      };
      return [200, thresholds];
    },
  ],
  ['GET', /^\/safety-log$/, () => [200, { items: log, next: null }]],
  ['GET', /^\/safety-log\.csv$/, () => stepUp(() => [200, 'flag,lane,colour'])],
];
