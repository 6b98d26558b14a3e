import { infiniteQueryOptions, QueryCache, QueryClient, queryOptions } from '@tanstack/react-query';
import { ApiProblem, request } from './request.js';
import type {
  AppointmentView,
  BriefView,
  ClientRowView,
  ClientView,
  FlagView,
  KetamineSessionView,
  ListView,
  MeView,
  PlanView,
  PromptView,
  ReflectionView,
  StaffMemberView,
  TodayView,
} from './views.js';

export const get = <T>(key: readonly string[], path: string) =>
  queryOptions({ queryKey: key, queryFn: ({ signal }) => request<T>(path, { signal }) });
/** Lists a client owns are short (sessions, prompts, calls): one page of the largest size holds them. */
export const list = <T>(key: readonly string[], path: string) =>
  queryOptions({
    queryKey: key,
    queryFn: async ({ signal }) => (await request<ListView<T>>(path, { signal })).items,
  });

export const meQuery = () => ({ ...get<MeView>(['me'], '/me'), staleTime: 5 * 60_000 });
export const staffQuery = () => ({ ...list<StaffMemberView>(['staff'], '/staff'), staleTime: 5 * 60_000 });
export const todayQuery = () => ({ ...get<TodayView>(['today'], '/today'), refetchInterval: 60_000 });
export const briefQuery = (id: string) => get<BriefView>(['brief', id], `/appointments/${id}/brief`);
/** Reading a flag is written to the log, so it is asked for once, when a person opens it. */
export const flagQuery = (id: string) => ({
  ...get<FlagView>(['flag', id], `/safety-flags/${id}`),
  refetchOnWindowFocus: false,
});
export const clientQuery = (id: string) => get<ClientView>(['client', id], `/clients/${id}`);
export const sessionsQuery = (id: string) =>
  list<KetamineSessionView>(['client', id, 'sessions'], `/clients/${id}/ketamine-sessions`);
export const appointmentsQuery = (id: string) =>
  list<AppointmentView>(['client', id, 'appointments'], `/clients/${id}/appointments`);
export const plansQuery = (id: string) => list<PlanView>(['client', id, 'plans'], `/clients/${id}/plans`);
export const promptsQuery = (id: string) =>
  list<PromptView>(['client', id, 'prompts'], `/clients/${id}/prompts`);
export const reflectionsQuery = (id: string) =>
  list<ReflectionView>(['client', id, 'reflections'], `/clients/${id}/reflections`);
export const clientsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['clients'],
    queryFn: ({ signal, pageParam }) =>
      request<ListView<ClientRowView>>(`/clients?limit=100${pageParam ? `&after=${pageParam}` : ''}`, {
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

const isFinal = (error: Error) => error instanceof ApiProblem && error.status < 500;

/** The cache of one browser tab. `onSignedOut` runs when any reading call finds the sign-in gone. */
export function newQueryClient(onSignedOut: () => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (error instanceof ApiProblem && error.status === 401) onSignedOut();
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => !isFinal(error) && failures < 1,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
