import type { QueryKey } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { fieldErrors } from '../../acts/field-errors.js';
import { useAct } from '../../acts/use-act.js';
import { ApiProblem } from '../../api-client/request.js';

interface Afterwards {
  refresh: readonly QueryKey[];
  done(): void;
}

/** A short form: what is missing is found here, the rest by the server; the link it came by may end meanwhile. */
export function useEntryForm(
  send: () => Promise<unknown>,
  missing: () => Record<string, string>,
  afterwards?: Afterwards,
) {
  const [found, setFound] = useState<Record<string, string>>({});
  const [isDone, finish] = useState(false);
  const act = useAct(send, {
    refresh: afterwards?.refresh ?? [],
    done: () => (afterwards ? afterwards.done() : finish(true)),
  });
  const errors = useMemo(() => ({ ...fieldErrors(act.error), ...found }), [act.error, found]);
  const summary = useMemo(
    () => Object.entries(errors).map(([fieldName, message]) => ({ fieldName, message })),
    [errors],
  );

  function submit(event: { preventDefault(): void }) {
    event.preventDefault();
    const missed = missing();
    setFound(missed);
    act.reset();
    if (Object.keys(missed).length === 0) act.run();
  }

  return {
    submit,
    errors,
    summary,
    isDone,
    isPending: act.isPending,
    isEnded: isEnded(act.error),
    /** What is no field's fault. */
    failure: summary.length === 0 ? act.error : null,
  };
}

export const isEnded = (error: Error | null): boolean =>
  error instanceof ApiProblem && error.is('link-ended');

/** The entries that say something. */
export const only = (problems: Record<string, string | null>): Record<string, string> =>
  Object.fromEntries(Object.entries(problems).filter((each): each is [string, string] => each[1] !== null));
