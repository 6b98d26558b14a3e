import type { ReflectionView } from '../../api-client/views.js';
import { sentencesOf } from './ranges.js';

/** The longest early sign, in characters: it stands on the client's page as one answer among others. */
export const SIGN_MAX = 120;

/** Words of a client that may become an early sign, to the letter. */
export interface SignPassage {
  reflectionId: string;
  text: string;
  sentAt: string;
}

/**
 * What this reader highlighted, each highlight as a whole where it is short and one line, else its sentences. Nothing of
 * what they have not read, or of what was taken back.
 */
export function signPassages(reflections: readonly ReflectionView[]): SignPassage[] {
  return reflections
    .filter(({ reading, withdrawn }) => reading?.byMe && !withdrawn)
    .flatMap(({ id: reflectionId, words, sentAt, marks }) => {
      const marked = marks.highlights.map(({ from, to }) => words.slice(from, to).trim());
      const texts = marked.flatMap((text) => (fits(text) ? [text] : sentences(text).filter(fits)));
      return [...new Set(texts)].map((text) => ({ reflectionId, text, sentAt }));
    });
}

const fits = (text: string) => text !== '' && text.length <= SIGN_MAX && !/[\t\r\n\u2028\u2029]/.test(text);

const sentences = (text: string) => sentencesOf(text).map(({ from, to }) => text.slice(from, to));
