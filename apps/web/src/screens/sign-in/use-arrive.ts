import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { meQuery } from '../../api-client/queries.js';

/** Goes on after signing in: to the page that was asked for, to a clinic still to be set up, or to Today. */
export function useArrive(next?: string): () => void {
  const router = useRouter();
  const queries = useQueryClient();
  return () => {
    // Nothing read under another sign-in may be shown under this one.
    queries.clear();
    const path = safePath(next);
    if (path) return router.history.push(path);
    void queries.fetchQuery(meQuery()).then(
      (me) => router.history.push(me.roles.includes('admin') && !me.clinic.setUp ? '/welcome' : '/today'),
      () => router.history.push('/today'),
    );
  };
}

/** Only a path of our own: anything else would let a link lead elsewhere after the sign-in. */
export const safePath = (next?: string): string | null =>
  next && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : null;
