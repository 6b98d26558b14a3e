import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { meQuery } from './api-client/queries.js';
import { ApiProblem } from './api-client/request.js';
import { Broken } from './shell/broken.js';
import { NotFound } from './shell/not-found.js';
import { CLIENT_SECTIONS, type ClientSection } from './screens/client/client-sections.js';

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Outlet,
  notFoundComponent: () => <NotFound />,
  errorComponent: Broken,
});

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string } => ({ next: text(search.next) }),
  component: lazyRouteComponent(() => import('./screens/sign-in/sign-in.js'), 'SignIn'),
});

/** Everything behind the sign-in. */
const staff = createRoute({
  getParentRoute: () => root,
  id: 'staff',
  beforeLoad: async ({ context, location }) => {
    try {
      return { me: await context.queries.ensureQueryData(meQuery()) };
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

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/today' });
  },
});

const shell = createRoute({
  getParentRoute: () => staff,
  id: 'shell',
  component: lazyRouteComponent(() => import('./shell/shell.js'), 'Shell'),
});
const today = createRoute({
  getParentRoute: () => shell,
  path: '/today',
  component: lazyRouteComponent(() => import('./screens/today/today.js'), 'Today'),
});
const clients = createRoute({
  getParentRoute: () => shell,
  path: '/clients',
  validateSearch: (search: Record<string, unknown>): { q?: string } => ({ q: text(search.q) }),
  component: lazyRouteComponent(() => import('./screens/clients/clients.js'), 'Clients'),
});
const newClient = createRoute({
  getParentRoute: () => shell,
  path: '/clients/new',
  component: lazyRouteComponent(() => import('./screens/clients/new-client.js'), 'NewClient'),
});

const client = createRoute({
  getParentRoute: () => shell,
  path: '/clients/$clientId',
  validateSearch: (search: Record<string, unknown>): { section?: ClientSection; book?: true } => ({
    section: CLIENT_SECTIONS.find((section) => section === search.section),
    book: search.book === true || undefined,
  }),
  component: lazyRouteComponent(() => import('./screens/client/client.js'), 'Client'),
});
const me = createRoute({
  getParentRoute: () => shell,
  path: '/me',
  component: lazyRouteComponent(() => import('./screens/me/me.js'), 'Me'),
});
/** A page of its own, without the rail: the brief is read like a document. */
const brief = createRoute({
  getParentRoute: () => staff,
  path: '/appointments/$appointmentId/brief',
  component: lazyRouteComponent(() => import('./screens/brief/brief.js'), 'Brief'),
});

const routeTree = root.addChildren([
  home,
  signIn,
  staff.addChildren([shell.addChildren([today, clients, newClient, client, me]), brief]),
]);

export const newRouter = (queries: QueryClient) =>
  createRouter({ routeTree, context: { queries }, defaultPreload: 'intent', scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
}
