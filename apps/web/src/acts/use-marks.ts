import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { putMarks, type TagCode, type TextRange } from '../api-client/calls-threads.js';
import { ApiProblem } from '../api-client/request.js';
import type { ReflectionView } from '../api-client/views.js';
import { notify } from '../parts/toast.js';
import { say } from '../words-threads.js';
import { reflectionKeys, showReflections } from './show-reflections.js';

interface Wanted {
  highlights: readonly TextRange[];
  tags: readonly TagCode[];
  /** What is said once it is done, with Undo. */
  told: string | null;
}

export interface Marks {
  put(change: Partial<Wanted> & { told: string | null }): void;
  error: Error | null;
}

/**
 * One's own highlights and tags of a reflection: shown at once, one change after the other, ten seconds of Undo. A
 * refusal puts back how it stands, and says that it was changed elsewhere.
 */
export function useMarks(reflection: ReflectionView): Marks {
  const queries = useQueryClient();
  // Several changes may be under way, and each has the version of the answer to the one before.
  const version = useRef(0);
  const latest = useRef(reflection);
  latest.current = reflection;
  const mutation = useMutation({
    scope: { id: `marks-${reflection.id}` },
    mutationFn: ({ highlights, tags }: Wanted) =>
      putMarks(reflection.id, {
        version: Math.max(version.current, latest.current.marks.version),
        highlights,
        tags,
      }),
    onMutate: async (wanted) => {
      const before = wantedOf(latest.current);
      await Promise.all(reflectionKeys([reflection]).map((queryKey) => queries.cancelQueries({ queryKey })));
      show(wanted);
      const { told } = wanted;
      const unsay = told === null ? null : notify(told, () => mutation.mutate({ ...before, told: null }));
      return { before, unsay };
    },
    onSuccess: (answer) => {
      version.current = answer.marks.version;
    },
    onError: (error, _wanted, context) => {
      version.current = 0;
      if (context) show(context.before);
      context?.unsay?.();
      if (isStale(error)) notify(say('mark.changed'));
    },
    onSettled: () =>
      Promise.all(reflectionKeys([reflection]).map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });

  function show({ highlights, tags }: Pick<Wanted, 'highlights' | 'tags'>): void {
    showReflections(queries, [reflection], (each) => ({
      ...each,
      marks: {
        ...each.marks,
        highlights: [...highlights],
        tags: tags.map((code) => ({ code, label: say(`tag.staff.${code}`) })),
      },
    }));
  }

  return {
    put: (change) => mutation.mutate({ ...wantedOf(latest.current), ...change }),
    error: isStale(mutation.error) ? null : mutation.error,
  };
}

const wantedOf = ({ marks }: ReflectionView): Wanted => ({
  highlights: marks.highlights,
  tags: marks.tags.map(({ code }) => code as TagCode),
  told: null,
});
const isStale = (error: unknown) => error instanceof ApiProblem && error.isStale;
