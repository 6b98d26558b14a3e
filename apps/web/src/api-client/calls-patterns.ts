import { list } from './queries.js';
import type { components } from './schema.d.ts';

export type PatternNoteView = components['schemas']['PatternNoteView'];

/** What is worth asking this client about, as of now. */
export const patternNotesQuery = (clientId: string) => ({
  ...list<PatternNoteView>(['client', clientId, 'pattern-notes'], `/clients/${clientId}/pattern-notes`),
  refetchOnWindowFocus: false,
});
