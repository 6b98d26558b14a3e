import type { HeldTime } from '@app/course/held-time.js';
import { Invalid } from '@app/platform/errors/errors.js';
import { instantOf } from '../http/validators.js';

/** The two forms in which a request says when. */
export interface HeldTimeForms {
  heldAt?: string;
  heldOn?: string;
  time?: string;
}

/** Exactly one form, whole. Throws Invalid. */
export function heldTimeOf(forms: HeldTimeForms): HeldTime {
  const held = heldTimeIfAny(forms);
  if (!held) throw new Invalid('heldAt', 'isNotEmpty');
  return held;
}

/** At most one form, whole; undefined when neither is given. Throws Invalid. */
export function heldTimeIfAny({ heldAt, heldOn, time }: HeldTimeForms): HeldTime | undefined {
  if (heldAt !== undefined) {
    if (heldOn !== undefined || time !== undefined) {
      throw new Invalid('heldAt', 'oneOf', { values: 'heldAt, or heldOn with time' });
    }
    return { heldAt: instantOf(heldAt) };
  }
  if (heldOn === undefined && time === undefined) return undefined;
  if (heldOn === undefined) throw new Invalid('heldOn', 'isNotEmpty');
  if (time === undefined) throw new Invalid('time', 'isNotEmpty');
  return { heldOn, time };
}
