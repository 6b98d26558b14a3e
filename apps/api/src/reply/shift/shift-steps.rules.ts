import {
  type LoggedShift,
  SHIFT_RESPONSES,
  SHIFT_TRIGGERS,
  type ShiftResponse,
  type ShiftTrigger,
} from '@app/reflections/answer.types.js';

/** Where somebody is in the three taps. What was tapped stands in the address as a place in a list, never as a word. */
export type ShiftStep =
  { tap: 1 } | { tap: 2; trigger: ShiftTrigger } | { tap: 3; trigger: ShiftTrigger; response: ShiftResponse };

export const SHIFT_CHIPS = ['S1', 'S2', 'S3', 'S4'] as const;

/** The step an address leads to; the first one that is missing. */
export function shiftStep({ t, r }: { t?: unknown; r?: unknown }): ShiftStep {
  const trigger = at(SHIFT_TRIGGERS, t);
  const response = at(SHIFT_RESPONSES, r);
  if (!trigger) return { tap: 1 };
  return response ? { tap: 3, trigger, response } : { tap: 2, trigger };
}

/** The query of the page after a tap. */
export function shiftQuery(trigger: ShiftTrigger, response?: ShiftResponse): string {
  const t = `?t=${SHIFT_TRIGGERS.indexOf(trigger)}`;
  return response ? `${t}&r=${SHIFT_RESPONSES.indexOf(response)}` : t;
}

/** What the third tap sends; null for anything that was not offered. */
export function loggedShift({
  t,
  r,
  chip,
}: {
  t?: unknown;
  r?: unknown;
  chip?: unknown;
}): LoggedShift | null {
  const step = shiftStep({ t, r });
  const chosen = SHIFT_CHIPS.find((each) => each === chip);
  if (step.tap !== 3 || (!chosen && chip !== '')) return null;
  return { trigger: step.trigger, response: step.response, chip: chosen ?? null };
}

function at<Value>(list: readonly Value[], place: unknown): Value | undefined {
  return typeof place === 'string' && /^\d$/.test(place) ? list[Number(place)] : undefined;
}
