import { get, list } from './queries.js';
import { request } from './request.js';
import type { components } from './schema.d.ts';
import type { FlagView } from './views.js';

type Schemas = components['schemas'];
export type SafetyLogItem = Schemas['SafetyLogItemView'];

export const flagsQuery = (state: 'open' | 'closed') => ({
  ...list<FlagView>(['flags', state], `/safety-flags?state=${state}`),
  refetchInterval: 60_000,
});
export const safetyLogQuery = () => get<Schemas['SafetyLogView']>(['flags', 'log'], '/safety-log');

/** The log as a file for spreadsheets. */
export const downloadSafetyLog = () => request<Blob>('/safety-log.csv', { isFile: true, isPersons: true });
