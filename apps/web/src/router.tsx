import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { FactorKind } from './api-client/views-accounts.js';
import { root, shell, staff, text } from './router-frame.js';
import { libraryRoutes } from './router-library.js';
import { settingsRoutes } from './router-settings.js';
import { auditFilters } from './screens/audit/audit-filters.js';
import { safetySearch } from './screens/safety/safety-views.js';
import { readerSearch } from './screens/reflections/reader-search.js';
import { CLIENT_SECTIONS, type ClientSection } from './screens/client/client-sections.js';

const withNext = (search: Record<string, unknown>): { next?: string } => ({ next: text(search.next) });
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: withNext,
  component: lazyRouteComponent(() => import('./screens/sign-in/sign-in.js'), 'SignIn'),
});
const secondFactor = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/2fa',
  validateSearch: withNext,
  component: lazyRouteComponent(() => import('./screens/sign-in/second-factor.js'), 'SecondFactor'),
});
const enrol = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/enrol',
  validateSearch: withNext,
  component: lazyRouteComponent(() => import('./screens/sign-in/enrol.js'), 'Enrol'),
});
const forgot = createRoute({
  getParentRoute: () => root,
  path: '/forgot',
  component: lazyRouteComponent(() => import('./screens/entry/forgot.js'), 'Forgot'),
});
const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset',
  component: lazyRouteComponent(() => import('./screens/entry/reset.js'), 'Reset'),
});
const invite = createRoute({
  getParentRoute: () => root,
  path: '/invite',
  component: lazyRouteComponent(() => import('./screens/entry/invite.js'), 'Invite'),
});
const confirmSender = createRoute({
  getParentRoute: () => root,
  path: '/confirm-sender',
  component: lazyRouteComponent(() => import('./screens/entry/confirm-sender.js'), 'ConfirmSender'),
});
const start = createRoute({
  getParentRoute: () => root,
  path: '/start',
  component: lazyRouteComponent(() => import('./screens/entry/start.js'), 'Start'),
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/today' });
  },
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
const plan = createRoute({
  getParentRoute: () => shell,
  path: '/clients/$clientId/plans/$planId',
  component: lazyRouteComponent(() => import('./screens/plan/plan.js'), 'Plan'),
});
const safety = createRoute({
  getParentRoute: () => shell,
  path: '/safety',
  validateSearch: safetySearch,
  component: lazyRouteComponent(() => import('./screens/safety/safety.js'), 'Safety'),
});
const reader = createRoute({
  getParentRoute: () => shell,
  path: '/reflections',
  validateSearch: readerSearch,
  component: lazyRouteComponent(() => import('./screens/reflections/reflections.js'), 'Reader'),
});
const me = createRoute({
  getParentRoute: () => shell,
  path: '/me',
  component: lazyRouteComponent(() => import('./screens/me/me.js'), 'Me'),
});
const staffList = createRoute({
  getParentRoute: () => shell,
  path: '/staff',
  component: lazyRouteComponent(() => import('./screens/staff/staff.js'), 'Staff'),
});
const audit = createRoute({
  getParentRoute: () => shell,
  path: '/audit',
  validateSearch: auditFilters,
  component: lazyRouteComponent(() => import('./screens/audit/audit.js'), 'AuditLog'),
});
const welcome = createRoute({
  getParentRoute: () => shell,
  path: '/welcome',
  validateSearch: (search: Record<string, unknown>): { step?: string } => ({ step: text(search.step) }),
  component: lazyRouteComponent(() => import('./screens/welcome/welcome.js'), 'Welcome'),
});
/** A page of its own, without the rail: the brief is read like a document. */
const brief = createRoute({
  getParentRoute: () => staff,
  path: '/appointments/$appointmentId/brief',
  component: lazyRouteComponent(() => import('./screens/brief/brief.js'), 'Brief'),
});
/** All of the day's, read and printed together; a page of its own like each of them. */
const todaysBriefs = createRoute({
  getParentRoute: () => staff,
  path: '/briefs/today',
  component: lazyRouteComponent(() => import('./screens/brief/todays-briefs.js'), 'TodaysBriefs'),
});

const routeTree = root.addChildren([
  home,
  signIn,
  secondFactor,
  enrol,
  forgot,
  reset,
  invite,
  confirmSender,
  start,
  staff.addChildren([
    shell.addChildren([
      today,
      reader,
      clients,
      newClient,
      client,
      plan,
      safety,
      me,
      staffList,
      settingsRoutes,
      ...libraryRoutes,
      audit,
      welcome,
    ]),
    brief,
    todaysBriefs,
  ]),
]);

export const newRouter = (queries: QueryClient) =>
  createRouter({ routeTree, context: { queries }, defaultPreload: 'intent', scrollRestoration: true });

/** Whether what is shown stands behind the sign-in. */
export const isStaffPage = (router: ReturnType<typeof newRouter>): boolean =>
  router.state.matches.some((match) => match.routeId === staff.id);

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
  interface HistoryState {
    /** What the account can give as its second factor; kept with the page, so that a reload keeps it too. */
    factors?: FactorKind[];
  }
}
