import type { Series } from './series.entity.js';

export class SeriesView {
  id!: string;
  version!: number;
  status!: 'open' | 'closed';
  name!: string | null;
  /** `YYYY-MM-DD` */
  openedOn!: string;
}

export class SeriesListView {
  items!: SeriesView[];
  /** The id to ask on from (`after`); null at the end. */
  next!: string | null;
}

export function seriesView(row: Series): SeriesView {
  return { id: row.id, version: row.version, status: row.status, name: row.name, openedOn: row.openedOn };
}
