import type { MeasureDefinition } from '@app/measures/measure.types.js';
import type { PlanStepSpec } from './plan-step.types.js';

/** Of a measure, what its timing goes by. */
export type TimedMeasure = Pick<MeasureDefinition, 'windowDays' | 'safetyItem'>;

/** What a measure asks of its step: how far it looks back, and that somebody is there for what it may bring up. */
export function measureTiming(
  definition: TimedMeasure | undefined,
): Pick<PlanStepSpec, 'recallDays' | 'staffedMornings'> {
  if (!definition) return {};
  return {
    recallDays: definition.windowDays,
    ...(definition.safetyItem !== null && { staffedMornings: true as const }),
  };
}
