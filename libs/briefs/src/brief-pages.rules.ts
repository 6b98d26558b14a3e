import { wordCount } from './reading-time.rules.js';

/** Words of reflections on one printed page, Letter or A4. */
export const WORDS_A_PAGE = 900;

export interface BriefPage {
  reflectionIds: string[];
  words: number;
}

/**
 * Which reflections stand on which page, in their order: as many as fit, and none is split. One that is longer than
 * a page has a page of its own. No reflections: no pages.
 */
export function briefPages(reflections: readonly { id: string; words: string }[]): BriefPage[] {
  const pages: BriefPage[] = [];
  for (const { id, words } of reflections) {
    const count = wordCount(words);
    const page = pages.at(-1);
    if (page && page.words + count <= WORDS_A_PAGE) {
      page.reflectionIds.push(id);
      page.words += count;
    } else {
      pages.push({ reflectionIds: [id], words: count });
    }
  }
  return pages;
}
