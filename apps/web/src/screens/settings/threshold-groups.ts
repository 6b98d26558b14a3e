import type { Thresholds } from '../../api-client/calls-safety-settings.js';

export type ThresholdName = keyof Thresholds;
export type ThresholdUnit = 'days' | 'hours' | 'percent' | 'prompts' | 'steps' | 'times' | 'points';

/** The figures by the rule they belong to, in the order in which the rule is told. */
export const GROUPS = [
  { code: 'fresh', names: ['freshDays'] },
  {
    code: 'silence',
    names: ['silentPrompts', 'answeredPercent', 'answeredOutOf', 'answeredWithinDays'],
  },
  { code: 'back', names: ['gainSteps', 'givenBackPercent', 'afterSessionHours'] },
  { code: 'trigger', names: ['sameTriggerTimes', 'sameTriggerWithinDays'] },
  { code: 'swamped', names: ['swampedTimes', 'swampedWithinDays'] },
  { code: 'measures', names: ['phq9Points', 'gad7Points'] },
] as const satisfies readonly { code: string; names: readonly ThresholdName[] }[];

/** What a figure counts. */
export const UNIT_OF: Readonly<Record<ThresholdName, ThresholdUnit>> = {
  freshDays: 'days',
  silentPrompts: 'prompts',
  answeredPercent: 'percent',
  answeredWithinDays: 'days',
  answeredOutOf: 'prompts',
  gainSteps: 'steps',
  givenBackPercent: 'percent',
  afterSessionHours: 'hours',
  sameTriggerTimes: 'times',
  sameTriggerWithinDays: 'days',
  swampedTimes: 'days',
  swampedWithinDays: 'days',
  phq9Points: 'points',
  gad7Points: 'points',
};
