import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { meQuery } from './api-client/queries.js';
import { ApiProblem } from './api-client/request.js';
import { Broken } from './shell/broken.js';
import { NotFound } from './shell/not-found.js';
import { RootFrame } from './shell/root-frame.js';
import { personOf } from './signed-in/person.js';
import { signedInAs } from './signed-in/watch.js';

/** What every route stands in: the whole console, what is behind the sign-in, and the rail around it. */
export const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: RootFrame,
  notFoundComponent: () => <NotFound />,
  errorComponent: Broken,
});

/** Everything behind the sign-in. */
export const staff = createRoute({
  getParentRoute: () => root,
  id: 'staff',
  beforeLoad: async ({ context, location }) => {
    try {
      const me = await context.queries.ensureQueryData(meQuery());
      signedInAs(personOf(me));
      return { me };
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401)
        throw redirect({
          to: '/sign-in',
          search: { next: location.pathname === '/' ? undefined : location.href },
        });
      throw error;
    }
  },
  component: lazyRouteComponent(() => import('./shell/staff-frame.js'), 'StaffFrame'),
  errorComponent: Broken,
});

export const shell = createRoute({
  getParentRoute: () => staff,
  id: 'shell',
  component: lazyRouteComponent(() => import('./shell/shell.js'), 'Shell'),
});

/** A text of an address; nothing where it is empty or something else. */
export const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value ? value : undefined;
