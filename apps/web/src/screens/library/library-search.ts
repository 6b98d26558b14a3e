/** What a prompt asks for; one may be of several kinds. */
export const KINDS = [
  'question',
  'taps',
  'choice',
  'rating',
  'measure',
  'safety',
  'signs',
  'threads',
  'note',
] as const;
export type Kind = (typeof KINDS)[number];

/** What /library holds in its address. */
export interface LibrarySearch {
  q?: string;
  kind?: Kind;
}

/** Takes from an address what it knows and leaves the rest. */
export function librarySearch({ q, kind }: Record<string, unknown>): LibrarySearch {
  return {
    q: typeof q === 'string' && q ? q : undefined,
    kind: KINDS.find((each) => each === kind),
  };
}
