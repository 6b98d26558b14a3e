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
  let words = 0;
  let isInWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const isSpace = isWhiteSpace(text.charCodeAt(at));
    if (isInWord && isSpace) words += 1;
    isInWord = !isSpace;
  }
  return isInWord ? words + 1 : words;
}

/** As `\s` has it: counted a page long, a pattern costs five times more. */
function isWhiteSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0xa0) return false;
  return code === 0xa0 || code === 0x1680 || (code >= 0x2000 && code <= 0x200a) || OTHER_SPACES.has(code);
}

const OTHER_SPACES: ReadonlySet<number> = new Set([0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff]);

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
