import { READER_VIEWS, type ReaderView } from '../../api-client/reader-views.js';

export interface ReaderSearch {
  view?: ReaderView;
  clientId?: string;
}

/** The filter as the address holds it: a view and a client's id, never what is looked for. */
export function readerSearch(search: Record<string, unknown>): ReaderSearch {
  const clientId = typeof search.clientId === 'string' && search.clientId ? search.clientId : undefined;
  return { view: READER_VIEWS.find((view) => view === search.view && view !== 'mine'), clientId };
}
