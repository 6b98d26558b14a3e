import { useState } from 'react';

export interface Draft<D> {
  values: D;
  set<K extends keyof D>(field: K): (value: D[K]) => void;
  /** What was changed here; only this is sent. */
  changes: Partial<D>;
  isChanged: boolean;
  /** Fields changed here that somebody else changed too, as they stand now. */
  meanwhile: Partial<D>;
  clear(): void;
}

interface Typed {
  is: unknown;
  /** What stood there when this field was touched. */
  was: unknown;
}

/**
 * A form over something stored: what was typed stays, what was not touched follows what is stored. So a
 * change by somebody else is neither lost nor does it take away what is being typed.
 */
export function useDraft<D extends object>(stored: D): Draft<D> {
  const [typed, setTyped] = useState<Partial<Record<keyof D, Typed>>>({});
  const touched = (Object.keys(typed) as (keyof D)[]).filter(
    (field) => !isSame(typed[field]?.is, stored[field]),
  );
  const pick = (value: (field: keyof D) => unknown, fields: (keyof D)[]) =>
    Object.fromEntries(fields.map((field) => [field, value(field)])) as Partial<D>;
  const changes = pick((field) => typed[field]?.is, touched);
  return {
    values: { ...stored, ...changes },
    set: (field) => (value) =>
      setTyped((before) => ({
        ...before,
        [field]: { is: value, was: before[field] ? before[field].was : stored[field] },
      })),
    changes,
    isChanged: touched.length > 0,
    meanwhile: pick(
      (field) => stored[field],
      touched.filter((field) => !isSame(typed[field]?.was, stored[field])),
    ),
    clear: () => setTyped({}),
  };
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
