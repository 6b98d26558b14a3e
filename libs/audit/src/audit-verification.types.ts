/** Something that cannot be in an audit log nobody touched. Ids and numbers alone. */
export type AuditTrouble =
  /** The seal does not fit: a row, their order, or the seal itself was changed. */
  | { what: 'seal-broken'; seq: number }
  /** There are later seals, but not this one. */
  | { what: 'seal-missing'; seq: number }
  /** The seal names a row that is gone. */
  | { what: 'row-missing'; seq: number; eventId: string }
  /** Neither sealed nor waiting: its seal was removed, or it was taken out of the queue. */
  | { what: 'row-unaccounted'; eventId: string }
  /** Should have been sealed long ago: nothing seals, or the row behind it is gone. */
  | { what: 'row-waits'; eventId: string }
  /** The seal noted earlier is not there, or is another one: the end of the log was cut or rewritten. */
  | { what: 'head-differs'; seq: number };

/** A seal as an operator notes it: its number and its hash in hex. */
export interface NotedSeal {
  seq: number;
  hash: string;
}

/** What was found in one clinic. */
export interface VerifiedClinic {
  seals: number;
  rows: number;
  waiting: number;
  troubles: number;
  /** The newest seal; null when nothing was ever sealed. */
  head: NotedSeal | null;
}
