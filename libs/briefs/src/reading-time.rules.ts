/** Words a minute of silent reading: the mean for English non-fiction (Brysbaert 2019, 238). */
const WORDS_PER_MINUTE = 238;

/** Seconds to read these texts, rounded up to 10. */
export function readingSeconds(texts: readonly string[]): number {
  return secondsFor(texts.reduce((sum, text) => sum + wordCount(text), 0));
}

/** The same for so many words. */
export function secondsFor(words: number): number {
  return Math.ceil(((words / WORDS_PER_MINUTE) * 60) / 10) * 10;
}

/** Words of a text, as they are told apart by white space. */
export function wordCount(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/** The longest an excerpt gets, in characters. */
const EXCERPT = 180;

/**
 * The beginning of somebody's words, verbatim, ending at a sentence, else at a word with an ellipsis. Null
 * when there are none.
 */
export function excerptOf(words: string): string | null {
  const text = words.trim().replace(/\s+/g, ' ');
  if (text === '') return null;
  if (text.length <= EXCERPT) return text;
  const head = text.slice(0, EXCERPT);
  const sentence = Math.max(head.lastIndexOf('. '), head.lastIndexOf('? '), head.lastIndexOf('! '));
  if (sentence > EXCERPT / 3) return head.slice(0, sentence + 1);
  const word = head.lastIndexOf(' ');
  return `${head.slice(0, word > 0 ? word : EXCERPT)}…`;
}
