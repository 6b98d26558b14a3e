import { request } from './request.js';
import type { components } from './schema.d.ts';
import { put } from './send.js';

type Bring = components['schemas']['BringListView'];

export const saveBringList = (appointmentId: string, list: Bring) =>
  put<Bring>(`/appointments/${appointmentId}/bring-list`, list);

/** Written to the log like every reading, so it is asked for when a person copies it. */
export const chartNote = (appointmentId: string) =>
  request<{ text: string }>(`/appointments/${appointmentId}/chart-note`);
