import { RangeView } from './reflection-parts.view.js';
import { ReflectionView } from './reflection.view.js';

/** Whose a reflection is, in a list over several clients. */
export class ReaderClientView {
  id!: string;
  name!: string;
}

/** A reflection in a list over several clients. */
export class ReaderReflectionView extends ReflectionView {
  client!: ReaderClientView;
}

export class ReaderListView {
  items!: ReaderReflectionView[];
  /** `after` of the next slice; null at the end. */
  next!: string | null;
}

/** A reflection with the places of its words where the query stands. */
export class SearchHitView {
  reflection!: ReflectionView;
  client!: ReaderClientView;
  matches!: RangeView[];
}

export class SearchHitListView {
  /** At most 50, newest first. */
  items!: SearchHitView[];
  /** Always null: a search is made narrower, not longer. */
  next!: string | null;
}
