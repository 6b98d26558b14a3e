import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';

export interface Act<V> {
  run(variables: V): void;
  isPending: boolean;
  error: Error | null;
  reset(): void;
}

interface ActOptions<T, V> {
  /** What to read again afterwards, also after a refusal: it may have been refused because it changed. */
  refresh: readonly QueryKey[];
  done?(answer: T, variables: V): void;
}

/** One change asked of the API, then the parts of the screen that show it read again. */
export function useAct<T, V = void>(
  call: (variables: V) => Promise<T>,
  { refresh, done }: ActOptions<T, V>,
): Act<V> {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: call,
    onSuccess: (answer, variables) => done?.(answer, variables),
    onSettled: () => Promise.all(refresh.map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
  return {
    run: mutation.mutate,
    isPending: mutation.isPending,
    error: mutation.error,
    reset: mutation.reset,
  };
}
