import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { breakGlassQuery } from '../../api-client/queries-clinic.js';
import type { BreakGlassView } from '../../api-client/views-clinic.js';
import { useIsReader, useMe } from '../../shell/use-me.js';

/** The signed-in practitioner's own accesses that are open now. When one runs out, what it opened is read again. */
export function useOpenAccesses(): BreakGlassView[] {
  const me = useMe();
  const queries = useQueryClient();
  const all = useQuery({ ...breakGlassQuery(), enabled: useIsReader() });
  const open = (all.data ?? []).filter(
    (access) => access.staffMemberId === me.staffMemberId && isOpen(access),
  );
  const nextEnd = open.map(({ endsAt }) => endsAt).sort()[0];
  useEffect(() => {
    if (!nextEnd) return;
    const timer = setTimeout(
      () =>
        void Promise.all(
          [['break-glass'], ['client'], ['clients'], ['brief']].map((queryKey) =>
            queries.invalidateQueries({ queryKey }),
          ),
        ),
      Math.max(0, Date.parse(nextEnd) - Date.now()) + 1_000,
    );
    return () => clearTimeout(timer);
  }, [nextEnd, queries]);
  return open;
}

export const isOpen = ({ endedAt, endsAt }: BreakGlassView): boolean =>
  !endedAt && Date.parse(endsAt) > Date.now();
