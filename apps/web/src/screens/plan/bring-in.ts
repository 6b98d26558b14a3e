import {
  FIELDS,
  isSame,
  NOTHING_STAGED,
  set,
  stage,
  type Staged,
  type Step,
  type StepFields,
} from './staging.js';

interface Versions {
  /** The plan as it is live. */
  live: readonly Step[];
  /** The version of its template that it has. */
  base: readonly StepFields[];
  /** The one that is brought in. */
  newer: readonly StepFields[];
  /** The number of that one. */
  number: number;
}

/**
 * A newer version of a plan's template laid over the plan, as edits that are not live. What asks the same at the same
 * anchor is the same step. What was changed, added or taken out by hand for this client stays so; everything else
 * becomes what the newer version says.
 * @param ids for steps that are added, one for each of the newer version's
 */
export function broughtIn({ live, base, newer, number }: Versions, ids: readonly string[]): Staged {
  const had = paired(base, live);
  const was = paired(newer, base);
  const byHand = new Set(live.filter((step) => ![...had.values()].includes(step)));
  let staged: Staged = { ...NOTHING_STAGED, number };
  newer.forEach((step, at) => {
    const before = was.get(step);
    const standing = before ? had.get(before) : takenFrom(byHand, step);
    if (before && standing) staged = set(staged, standing.id, changedIn(before, step, standing), live);
    // Asked by hand already, or taken out by hand: it stays as it is.
    if (before || standing) return;
    staged = stage(staged, { do: 'add', step, id: ids[at] ?? `added-${at}` });
  });
  const stays = new Set(was.values());
  const gone = base.filter((step) => !stays.has(step)).flatMap((step) => had.get(step)?.id ?? []);
  return { ...staged, removed: gone };
}

/** How many steps come, change and go with it. */
export function countsOf({ added, changed, removed }: Staged) {
  const touched = Object.values(changed).filter((edits) => Object.keys(edits).length > 0);
  return { added: added.length, changed: touched.length, removed: removed.length };
}

/** The fields that the newer version changes and nobody else did. */
function changedIn(before: StepFields, after: StepFields, standing: StepFields): Partial<StepFields> {
  return Object.fromEntries(
    FIELDS.filter(
      (field) => !isSame(before[field], after[field]) && isSame(before[field], standing[field]),
    ).map((field) => [field, after[field]]),
  );
}

/** Each step with the one that asks the same at the same anchor, in their order; each is taken once. */
function paired<A extends StepFields, B extends StepFields>(
  steps: readonly A[],
  others: readonly B[],
): Map<A, B> {
  const left = new Set(others);
  const pairs = new Map<A, B>();
  for (const step of steps) {
    const other = takenFrom(left, step);
    if (other) pairs.set(step, other);
  }
  return pairs;
}

function takenFrom<S extends StepFields>(left: Set<S>, { prompt, anchor }: StepFields): S | undefined {
  const found = [...left].find((one) => one.prompt.template === prompt.template && one.anchor === anchor);
  if (found) left.delete(found);
  return found;
}
