import { get } from './queries.js';
import type { components } from './schema.d.ts';
import { patch, post, put, remove } from './send.js';
import type { ClinicView } from './views-clinic.js';

type Schemas = components['schemas'];

export type SafetyPhrases = Schemas['SafetyPhrasesView'];
export const phrasesQuery = () => get<SafetyPhrases>(['safety-phrases'], '/clinic/safety-phrases');
export const changePhrases = (change: { version: number; looksForPhrases?: boolean }) =>
  patch<ClinicView>('/clinic', change);

export type Webhook = Schemas['SafetyWebhookView'];
export type WebhookDelivery = Schemas['SafetyWebhookDeliveryView'];
/** With the secret, which no other answer holds. */
export type NewWebhook = Schemas['NewSafetyWebhookView'];
export const webhookQuery = () => get<Webhook>(['safety-webhook'], '/clinic/safety-webhook');
export const putWebhook = (wish: Schemas['PutSafetyWebhookDto']) =>
  put<NewWebhook>('/clinic/safety-webhook', wish);
export const testWebhook = () => post<Schemas['SafetyWebhookTestView']>('/clinic/safety-webhook/test');
export const removeWebhook = () => remove<void>('/clinic/safety-webhook');

export type PatternThresholds = Schemas['PatternThresholdsView'];
export type Thresholds = Schemas['ThresholdsView'];
export const thresholdsQuery = () =>
  get<PatternThresholds>(['pattern-thresholds'], '/clinic/pattern-thresholds');
export const putThresholds = (figures: Schemas['PutPatternThresholdsDto']) =>
  put<PatternThresholds>('/clinic/pattern-thresholds', figures);
