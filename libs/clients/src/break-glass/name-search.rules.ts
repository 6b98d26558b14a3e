/** Fewest characters to search by, and most names that are shown. */
export const SEARCH_MIN = 3;
export const SEARCH_MAX_FOUND = 10;

/** Letters of the Latin script that Unicode does not take apart into a letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
};

/** A name as it is compared: letter case, accents and runs of space say nothing. */
export function foldedName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðłıþ]/g, (letter) => LETTERS[letter]!)
    .replace(/\s+/g, ' ')
    .trim();
}

/** The first of those whose name has what is searched for anywhere in it, in the given order. */
export function foundByName<One extends { name: string }>(all: readonly One[], searched: string): One[] {
  const wanted = foldedName(searched);
  if (wanted.length < SEARCH_MIN) return [];
  return all.filter(({ name }) => foldedName(name).includes(wanted)).slice(0, SEARCH_MAX_FOUND);
}
