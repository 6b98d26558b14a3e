import { queryOptions } from '@tanstack/react-query';
import { request } from './request.js';
import type { components } from './schema.d.ts';
import { put } from './send.js';
import type { BriefView, ListView } from './views.js';

type Bring = components['schemas']['BringListView'];

export const saveBringList = (appointmentId: string, list: Bring) =>
  put<Bring>(`/appointments/${appointmentId}/bring-list`, list);

/** Written to the log like every reading, so it is asked for when a person copies it. */
export const chartNote = (appointmentId: string) =>
  request<{ text: string }>(`/appointments/${appointmentId}/chart-note`);

/** Every brief in it is written to the log as read, so it is asked for when a person opens the page, and then only. */
export const todaysBriefsQuery = () =>
  queryOptions({
    queryKey: ['briefs', 'today'],
    queryFn: async ({ signal }) => (await request<ListView<BriefView>>('/briefs/today', { signal })).items,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
