import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query';
import type { ReaderReflectionView, SearchHitView } from '../api-client/calls-threads.js';
import type { BriefView, ListView, ReflectionView } from '../api-client/views.js';

type Change = (reflection: ReflectionView) => ReflectionView;

/** Shows a change of some reflections at once, wherever they are on the screen. */
export function showReflections(queries: QueryClient, of: readonly ReflectionView[], change: Change): void {
  const ids = new Set(of.map(({ id }) => id));
  const one = <R extends ReflectionView>(each: R): R =>
    ids.has(each.id) ? { ...each, ...change(each) } : each;
  queries.setQueriesData<BriefView>(
    { queryKey: ['brief'] },
    // Other pages of the brief (the day, the list to bring) hold no reflections of their own.
    (brief) => (brief?.reflections ? { ...brief, reflections: brief.reflections.map(one) } : brief),
  );
  for (const clientId of new Set(of.map((each) => each.clientId)))
    queries.setQueryData<ReflectionView[]>(['client', clientId, 'reflections'], (all) => all?.map(one));
  queries.setQueriesData<InfiniteData<ListView<ReaderReflectionView>>>(
    { queryKey: ['reader'] },
    (all) => all && { ...all, pages: all.pages.map((page) => ({ ...page, items: page.items.map(one) })) },
  );
  queries.setQueriesData<SearchHitView[]>({ queryKey: ['reader-search'] }, (hits) =>
    hits?.map((hit) => ({ ...hit, reflection: one(hit.reflection) })),
  );
}

/** What to read again after a change of these reflections. A search is not made again by itself. */
export const reflectionKeys = (of: readonly Pick<ReflectionView, 'clientId'>[]): QueryKey[] => [
  ['brief'],
  ['reader'],
  ...[...new Set(of.map(({ clientId }) => clientId))].map((clientId) => ['client', clientId, 'reflections']),
];
