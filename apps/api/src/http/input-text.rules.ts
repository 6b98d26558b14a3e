/** Deeper than any request of ours; bounds the walk below and every one after it. */
const DEEPEST = 12;
// With the u flag a pair of surrogates is one character, so this finds lone ones only.
const UNSTORABLE = /[\0\uD800-\uDFFF]/u;

/** Does every string in it, keys included, hold only what PostgreSQL and UTF-8 can keep? False when too deep. */
export function isStorable(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return !UNSTORABLE.test(value);
  if (value === null || typeof value !== 'object') return true;
  if (depth >= DEEPEST) return false;
  return Object.entries(value).every(
    ([key, each]) => !UNSTORABLE.test(key) && key !== '__proto__' && isStorable(each, depth + 1),
  );
}
