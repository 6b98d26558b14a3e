import type { TextRange } from './ranges.rules.js';

interface FoldedText {
  text: string;
  /** For each code unit of `text`: where the character it came from begins and ends in the original. */
  from: number[];
  to: number[];
}

/**
 * Where the query stands in a text: capitals, accents, kinds of apostrophe and widths of space do not matter. The
 * ranges are of the text as it was written, whole characters, in order, and do not overlap. None for a query of
 * nothing but space or accents.
 */
export function matchesOf(text: string, query: string): TextRange[] {
  const wanted = foldedQuery(query);
  // Most texts have nothing to find: the places of characters are worked out for the others alone.
  if (wanted === '' || !foldedAtOnce(text).includes(wanted)) return [];
  const folded = foldedText(text);
  const matches: TextRange[] = [];
  let at = folded.text.indexOf(wanted);
  while (at >= 0) {
    const end = at + wanted.length;
    matches.push({ from: folded.from[at]!, to: folded.to[end - 1]! });
    at = folded.text.indexOf(wanted, end);
  }
  return withoutOverlap(matches);
}

/** What is looked for of a query: empty when there is nothing to look for. */
export function foldedQuery(query: string): string {
  return foldedAtOnce(query).trim();
}

/** The text that `foldedText` makes, without where its characters come from. */
function foldedAtOnce(text: string): string {
  return plain(text).replace(/ +/g, ' ');
}

function foldedText(original: string): FoldedText {
  const folded: FoldedText = { text: '', from: [], to: [] };
  let at = 0;
  for (const character of original) {
    const end = at + character.length;
    const bare = plain(character);
    if (bare === '' || (bare === ' ' && folded.text.endsWith(' '))) {
      // An accent that stands by itself, or more space, belongs to what came before.
      if (folded.to.length > 0) folded.to[folded.to.length - 1] = end;
    } else {
      folded.text += bare;
      for (let unit = 0; unit < bare.length; unit += 1) {
        folded.from.push(at);
        folded.to.push(end);
      }
    }
    at = end;
  }
  return folded;
}

/** Capitals: no capital depends on the letters around it, as the small Greek s does. ß becomes SS. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\s/gu, ' ')
    .replace(/['’‘ʼ′]/gu, "'")
    .replace(/["“”„]/gu, '"');
}

/** One letter that folds to several may hold the end of one match and the beginning of the next. */
function withoutOverlap(matches: readonly TextRange[]): TextRange[] {
  return matches.filter(({ from }, index) => index === 0 || from >= matches[index - 1]!.to);
}
