import { Temporal } from 'temporal-polyfill';
import { Invalid } from '@app/platform/errors/errors.js';
import { dateBounds, heldAtOf, isWithinBounds, type LocalHeldTime } from '@app/sessions/held-at.rules.js';

/** When something is held: an instant, or a date and time on the location's clock. */
export type HeldTime = { heldAt: Temporal.Instant } | LocalHeldTime;

/** The instant. Throws Invalid outside 2000 to five years ahead. */
export function heldAtIn(held: HeldTime, timeZone: string, now: Temporal.Instant): Temporal.Instant {
  if ('heldAt' in held) return mustBeWithinBounds('heldAt', held.heldAt, now);
  return mustBeWithinBounds('heldOn', heldAtOf(held, timeZone), now);
}

/** Throws Invalid, naming the field, outside 2000 to five years ahead. */
export function mustBeWithinBounds(
  field: string,
  at: Temporal.Instant,
  now: Temporal.Instant,
): Temporal.Instant {
  if (!isWithinBounds(at, now)) throw new Invalid(field, 'dateOutOfRange', { ...dateBounds(now) });
  return at;
}
