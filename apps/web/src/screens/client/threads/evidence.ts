import type { QuotedSpan, TextRange } from '../../../api-client/calls-threads.js';
import type { ReflectionView } from '../../../api-client/views.js';

/** What was chosen of each reflection, by its id. */
export type Picked = Readonly<Record<string, readonly TextRange[]>>;

/** A stage rests on one to five quotes. */
export const MOST_QUOTES = 5;

/** What may be quoted: words that this reader has read and the client has not taken back. Newest first. */
export const quotable = (reflections: readonly ReflectionView[]): ReflectionView[] =>
  reflections
    .filter(({ reading, withdrawn, words }) => reading?.byMe && !withdrawn && words.trim() !== '')
    .sort((a, b) => b.sentAt.localeCompare(a.sentAt));

/** Sentences that follow one another, with only space between them, are one quote. */
export function joined(words: string, ranges: readonly TextRange[]): TextRange[] {
  const found: TextRange[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last && words.slice(last.to, from).trim() === '') last.to = Math.max(last.to, to);
    else found.push({ from, to });
  }
  return found;
}

/** The quotes as the API takes them: verbatim, oldest reflection first. */
export function evidenceOf(picked: Picked, reflections: readonly ReflectionView[]): QuotedSpan[] {
  return quotable(reflections)
    .reverse()
    .flatMap(({ id, words }) =>
      joined(words, picked[id] ?? []).map(({ from, to }) => ({
        reflectionId: id,
        from,
        to,
        quote: words.slice(from, to),
      })),
    );
}

/** How a reflection is told from the others in a list: its first words. */
export function startOf(words: string, length = 48): string {
  const line = words.trim().replace(/\s+/g, ' ');
  if (line.length <= length) return line;
  return `${line.slice(0, length).replace(/\s+\S*$/, '')}…`;
}
