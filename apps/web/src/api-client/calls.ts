import { patch, post, put, remove } from './send.js';
import type {
  AppointmentView,
  ClientView,
  FlagView,
  KetamineSessionView,
  PromptView,
  ReflectionView,
  Route,
  SeriesView,
} from './views.js';

/** Everything the console changes. Every act that creates takes the key its form made when it was opened. */
export interface NewClient {
  name: string;
  email?: string;
  phone?: string;
  pronouns?: string;
  timeZone: string;
  emailConsent?: { givenOn: string; how: string };
  careTeam?: { staffMemberId: string; seat: 'words' | 'body' | 'supervisor' }[];
}
export type ClientChange = { version: number } & Partial<
  Pick<
    ClientView,
    | 'name'
    | 'email'
    | 'phone'
    | 'pronouns'
    | 'emergencyContact'
    | 'timeZone'
    | 'status'
    | 'pace'
    | 'quietHours'
    | 'emailConsent'
  >
>;
export interface NewSession {
  heldOn: string;
  time: string;
  route: Route;
  setting: 'clinic' | 'home';
  status: 'planned' | 'completed';
  seriesId?: string;
}
export interface NewAppointment {
  startsAt: string;
  minutes: number;
  practitionerId?: string;
}

export const addClient = (client: NewClient, key: string) => post<ClientView>('/clients', client, key);
export const changeClient = (id: string, change: ClientChange) => patch<ClientView>(`/clients/${id}`, change);

export const startSeries = (clientId: string, key: string) =>
  post<SeriesView>(`/clients/${clientId}/series`, {}, key);
export const recordSession = (clientId: string, session: NewSession, key: string) =>
  post<KetamineSessionView>(`/clients/${clientId}/ketamine-sessions`, session, key);
export const moveSession = (id: string, move: { version: number; heldOn: string; time: string }) =>
  patch<KetamineSessionView>(`/ketamine-sessions/${id}`, move);
export const completeSession = (id: string, version: number) =>
  post<KetamineSessionView>(`/ketamine-sessions/${id}/completion`, { version });
export const cancelSession = (id: string, version: number, noShow: boolean) =>
  post<KetamineSessionView>(`/ketamine-sessions/${id}/cancellation`, { version, noShow });

export const bookAppointment = (clientId: string, appointment: NewAppointment, key: string) =>
  post<AppointmentView>(`/clients/${clientId}/appointments`, appointment, key);
export const moveAppointment = (id: string, change: { version: number } & NewAppointment) =>
  patch<AppointmentView>(`/appointments/${id}`, change);
export const cancelAppointment = (id: string) => post<AppointmentView>(`/appointments/${id}/cancellation`);
export const writeClosingNote = (id: string, version: number, text: string) =>
  put<AppointmentView>(`/appointments/${id}/closing-note`, { version, text });

export const sendPromptNow = (id: string) => post<PromptView>(`/prompts/${id}/dispatch`);
export const holdPrompt = (id: string) => post<PromptView>(`/prompts/${id}/hold`);
export const releasePrompt = (id: string) => remove<PromptView>(`/prompts/${id}/hold`);
export const cancelPrompt = (id: string) => post<PromptView>(`/prompts/${id}/cancellation`);

export const markRead = ({ id, version }: Pick<ReflectionView, 'id' | 'version'>) =>
  post<ReflectionView>(`/reflections/${id}/reading`, { version });
export const unmarkRead = (id: string) => remove<ReflectionView>(`/reflections/${id}/reading`);

export const acknowledgeFlag = (id: string, version: number, callBy: string) =>
  post<FlagView>(`/safety-flags/${id}/acknowledgement`, { version, callBy });
/** `doneAt`: when it was done; now where it is left out. */
export const closeFlag = (id: string, closing: { version: number; disposition: string; doneAt?: string }) =>
  post<FlagView>(`/safety-flags/${id}/closing`, closing);
