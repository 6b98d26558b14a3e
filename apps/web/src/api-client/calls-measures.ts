import { list } from './queries.js';
import type { components } from './schema.d.ts';
import { post } from './send.js';

export type MeasureView = components['schemas']['MeasureView'];

export const measuresQuery = () => list<MeasureView>(['measures'], '/measures');
/** What a definition file says, as it was read: the API checks every field of it. */
export const addMeasure = (definition: unknown) => post<MeasureView>('/measures', { definition });
export const archiveMeasure = (code: string) =>
  post<MeasureView>(`/measures/${encodeURIComponent(code)}/archiving`);
