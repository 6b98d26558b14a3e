import type { Fit, Stage } from './thread.types.js';

/** What 0 and 10 mean, in the client's own words. */
export class ScaleView {
  low!: string;
  high!: string;
}

/** A part of a reflection: UTF-16 code units of its words, and these words themselves. */
export class EvidenceView {
  reflectionId!: string;
  from!: number;
  to!: number;
  /** Null: the client took the reflection back. */
  quote!: string | null;
  sentAt!: string;
}

export class StageView {
  id!: string;
  stage!: Stage;
  setAt!: string;
  setByInitials!: string;
  setByName!: string;
  evidence!: EvidenceView[];
}

/** The client's view, beside the therapist's. */
export class ThreadCheckView {
  at!: string;
  via!: 'call' | 'review';
  /** Null: left out. */
  fit!: Fit | null;
  words!: string;
  /** 0 to 10, compared with nobody else's. */
  rating!: number | null;
  /** Who wrote it down on the call; null: the client themself. */
  recordedByName!: string | null;
}

export class ThreadOriginView {
  reflectionId!: string;
}

/** A strand that keeps coming back. */
export class ThreadView {
  id!: string;
  version!: number;
  /** Null: unnamed. */
  name!: string | null;
  createdAt!: string;
  /** Null: the client. */
  createdByName!: string | null;
  /** Since when its name may be asked about on the client's pages. */
  sharedAt!: string | null;
  archivedAt!: string | null;
  origin!: ThreadOriginView | null;
  scale!: ScaleView | null;
  /** Where it stands now; null: nobody has said. */
  stage!: StageView | null;
  /** Oldest first. */
  history!: StageView[];
  /** Oldest first. */
  checks!: ThreadCheckView[];
}

export class ThreadListView {
  items!: ThreadView[];
  /** The id to ask on from (`after`); null at the end. */
  next!: string | null;
}

export class RepeatedUseView {
  reflectionId!: string;
  from!: number;
  to!: number;
  sentAt!: string;
}

/** Words the client used in at least three reflections, as they first wrote them. */
export class ThreadSuggestionView {
  phrase!: string;
  uses!: RepeatedUseView[];
}

export class ThreadSuggestionListView {
  items!: ThreadSuggestionView[];
  /** Always null: there are never many. */
  next!: string | null;
}

export class EarlySignView {
  id!: string;
  version!: number;
  words!: string;
  /** Where the client first wrote it; null: said on a call. */
  reflectionId!: string | null;
  /** The client said yes to it as a sentence of its own; always so for what was said on a call. */
  standsAlone!: boolean;
  agreedAt!: string;
  agreedByName!: string;
  retiredAt!: string | null;
  /** Since when the client has taken back what it was quoted from, and its words with it; null: they have not. */
  withdrawnAt!: string | null;
}

export class EarlySignListView {
  items!: EarlySignView[];
  /** The id to ask on from (`after`); null at the end. */
  next!: string | null;
}
