import { Temporal } from 'temporal-polyfill';

/** Without this `toEqual` takes any two instants as equal, for they have no fields of their own. */
const matchers = expect as unknown as { addEqualityTesters(testers: unknown[]): void };
matchers.addEqualityTesters([sameInstant]);

function sameInstant(a: unknown, b: unknown): boolean | undefined {
  if (!(a instanceof Temporal.Instant) && !(b instanceof Temporal.Instant)) return undefined;
  return a instanceof Temporal.Instant && b instanceof Temporal.Instant && a.equals(b);
}
