import { useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

/** The token of a link such as `/reset#…`; null for anything that cannot be one. */
export function tokenIn(hash: string): string | null {
  const token = hash.replace(/^#/, '');
  return /^[\w-]{1,200}$/.test(token) ? token : null;
}

/** `none`: the page was opened, or loaded again, without one. */
export type Fragment = { token: string | null } | 'none';

/**
 * What stands after the # of the address: it never reaches a server's log. It is taken out of the address bar
 * and the history as soon as it is read.
 */
export function useFragment(): Fragment {
  const router = useRouter();
  const hash = useRouterState({ select: ({ location }) => location.hash });
  const [fragment, keep] = useState<Fragment>(() => (hash ? { token: tokenIn(hash) } : 'none'));
  useEffect(() => {
    if (!hash) return;
    keep({ token: tokenIn(hash) });
    const { pathname, search } = router.history.location;
    router.history.replace(pathname + search);
  }, [hash, router]);
  return fragment;
}
