import { useMutation, useQueryClient } from '@tanstack/react-query';
import { markRead, unmarkRead } from '../api-client/calls.js';
import { ApiProblem } from '../api-client/request.js';
import type { ReflectionView } from '../api-client/views.js';
import { notify } from '../parts/toast.js';
import { useMe } from '../shell/use-me.js';
import { say } from '../words.js';
import { reflectionKeys, showReflections } from './show-reflections.js';

interface Change {
  reflections: ReflectionView[];
  isRead: boolean;
}

export interface Reading {
  change(reflections: ReflectionView[], isRead: boolean): void;
  error: Error | null;
}

/** Marks reflections as read, or takes that back: shown at once, ten seconds of Undo, put right if refused. */
export function useReading(): Reading {
  const queries = useQueryClient();
  const { name } = useMe();
  const mutation = useMutation({
    mutationFn: ({ reflections, isRead }: Change) =>
      Promise.all(reflections.map((each) => (isRead ? markRead(each) : unmarkRead(each.id)))),
    onMutate: async (change) => {
      await queries.cancelQueries({ queryKey: ['brief'] });
      show(change);
      const n = change.reflections.length;
      return notify(change.isRead ? say('reading.did', { n }) : say('reading.undid', { n }), () =>
        mutation.mutate({ ...change, isRead: !change.isRead }),
      );
    },
    onError: (error, change, unsay) => {
      unsay?.();
      show({ ...change, isRead: !change.isRead });
      if (isStale(error)) notify(say('reading.changed'));
    },
    onSettled: (_answer, _error, { reflections }) =>
      Promise.all(
        [['today'], ...reflectionKeys(reflections)].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      ),
  });

  function show({ reflections, isRead }: Change): void {
    const reading = isRead ? { readAt: new Date().toISOString(), byName: name, byMe: true } : null;
    showReflections(queries, reflections, (each) => ({ ...each, reading }));
  }

  // The notice says it already, and the new words come by themselves.
  const error = isStale(mutation.error) ? null : mutation.error;
  return { change: (reflections, isRead) => mutation.mutate({ reflections, isRead }), error };
}

const isStale = (error: unknown) => error instanceof ApiProblem && error.isStale;
