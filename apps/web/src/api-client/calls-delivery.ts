import type { ClientChange } from './calls.js';
import type { ClientMailingView } from './mailing.types.js';
import { get, list } from './queries.js';
import { request } from './request.js';
import type { components } from './schema.d.ts';
import { patch, post, put } from './send.js';
import type { ClientView } from './views.js';
import type { ClinicView } from './views-clinic.js';

type Schemas = components['schemas'];

/** With `voiceChecked`, which another e-mail address needs. */
export const changeClientChecked = (id: string, change: ClientChange & { voiceChecked?: true }) =>
  patch<ClientView>(`/clients/${id}`, change);

/** One e-mail with a link by which the client agrees; after a stop, the way back. */
export const sendOptIn = (clientId: string) => post<object>(`/clients/${clientId}/opt-in`);
export const resetPassphrase = (clientId: string) =>
  post<ClientView>(`/clients/${clientId}/passphrase-reset`, { voiceChecked: true });
export const liftSuppression = (clientId: string, version: number) =>
  post<ClientView>(`/clients/${clientId}/suppression-lifting`, { version, voiceChecked: true });

/** Below the client's own key: what changes the client reads them anew. */
export const mailingsQuery = (clientId: string) =>
  list<ClientMailingView>(['client', clientId, 'mailings'], `/clients/${clientId}/mailings`);
export const settleDelivery = (eventId: string) => post<unknown>(`/delivery-events/${eventId}/settling`);
/** Of a prompt whose e-mail nobody knew the end of: somebody asked. */
export const confirmDelivery = (promptId: string) =>
  post<unknown>(`/prompts/${promptId}/delivery-confirmation`);

export type SenderView = Schemas['SenderView'];
export const senderQuery = () => get<SenderView>(['sender'], '/clinic/sender');
export const putSender = (sender: Schemas['PutSenderDto']) => put<SenderView>('/clinic/sender', sender);
export const sendSenderLink = () => post<object>('/clinic/sender/verification');
export const sendTestMail = () => post<object>('/clinic/test-mail');
/** By the link in that e-mail; nobody is signed in. */
export const confirmSender = (token: string) =>
  request<void>('/clinic-senders/confirmation', { method: 'POST', body: { token }, isSigningIn: true });

/** What the clinic's e-mails do and say. */
export type EmailChoices = Pick<ClinicView, 'doubleOptIn' | 'greetsByName' | 'tellsWhenRead' | 'slug'>;
export const changeEmailChoices = (change: { version: number } & Partial<EmailChoices>) =>
  patch<ClinicView>('/clinic', change);
