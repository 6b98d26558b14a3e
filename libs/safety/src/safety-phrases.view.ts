/** The exact phrases of one language that a computer looks for in what was sent. */
export class PhraseListView {
  /** Two letters. */
  language!: string;
  /** From 1; an edit is a new version. */
  version!: number;
  /** Lower case. */
  phrases!: string[];
}

export class SafetyPhrasesView {
  /** Whether this clinic has them looked for. */
  looksForPhrases!: boolean;
  /** The newest of each language. */
  lists!: PhraseListView[];
}
