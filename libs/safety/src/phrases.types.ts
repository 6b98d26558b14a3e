/** One version of the phrases of one language. Never changed: an edit is a new version. */
export interface PhraseList {
  /** Two letters. */
  language: string;
  /** From 1. */
  version: number;
  /** Lower case, straight apostrophes. */
  phrases: readonly string[];
}
