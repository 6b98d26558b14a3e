import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';

/** What was read, or that it is still being read, or that it could not be. */
export function Known<T>({
  query,
  rows = 5,
  children,
}: {
  query: UseQueryResult<T>;
  rows?: number;
  children(data: T): ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <Failure error={query.error} retry={() => void query.refetch()} />;
  return <Loading rows={rows} />;
}
