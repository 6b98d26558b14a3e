/** What somebody who guesses knows: common passwords with their place on the list (1 = the most common). */
export type KnownWords = Pick<ReadonlyMap<string, number>, 'get'>;

const LETTER = Math.log2(26);
const DIGIT = Math.log2(10);
const LONGEST_WORD = 24;
/** Rows of a keyboard; keys one above the other have the same index. */
const ROWS = ['1234567890-=', 'qwertyuiop[]', "asdfghjkl;'", 'zxcvbnm,./'];
const KEYS = new Map(ROWS.flatMap((row, y) => Array.from(row, (key, x) => [key, { x, y }] as const)));
/** Letters that digits and signs stand for; a 1 is an i or an l. */
const DISGUISES = ['0o1i3e4a5s7t@a$s!i', '0o1l3e4a5s7t@a$s!i'].map(
  (pairs) => new Map((pairs.match(/../g) ?? []).map((pair) => [pair[0]!, pair[1]!])),
);

/**
 * How many guesses, as a power of two, somebody needs at most who tries known words, runs (abc, 111, qwerty) and
 * repetitions before single characters. Letter case and accents count for nothing. A low figure is a weak
 * password; a high one proves nothing.
 */
export function guessBits(text: string, known: KnownWords): number {
  const characters = Array.from(folded(text));
  const disguised = DISGUISES.map((signs) => characters.map((each) => signs.get(each) ?? each));
  const spellings = [characters, ...disguised];
  // The cheapest way to have guessed everything before each place.
  const bits = [0, ...characters.map(() => Infinity)];
  const reach = (from: number, length: number, cost: number) => {
    bits[from + length] = Math.min(bits[from + length]!, bits[from]! + Math.max(1, cost));
  };
  for (let at = 0; at < characters.length; at += 1) {
    reach(at, 1, characterBits(characters[at]!));
    for (let length = 3; length <= LONGEST_WORD && at + length <= characters.length; length += 1) {
      for (const spelling of spellings) {
        const place = known.get(spelling.slice(at, at + length).join(''));
        if (place !== undefined) reach(at, length, Math.log2(place));
      }
    }
    const run = runLength(characters, at);
    if (run >= 3) reach(at, run, LETTER + Math.log2(run));
    const walk = walkFrom(characters, at);
    if (walk.length >= 4) reach(at, walk.length, LETTER + Math.log2(walk.length) + walk.turns);
    for (let period = 1; period <= at; period += 1) {
      const again = repeatedLength(characters, at, period);
      if (again >= 3) reach(at, again, 1 + Math.log2(period) + Math.log2(again));
    }
  }
  return bits.at(-1)!;
}

/** Text without letter case and accents. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function characterBits(character: string): number {
  if (/[\s._-]/.test(character)) return 1;
  return /\d/.test(character) ? DIGIT : LETTER;
}

/** How many characters from here go up by one, down by one, or stay the same. */
function runLength(characters: readonly string[], at: number): number {
  const code = (index: number) => characters[index]?.codePointAt(0) ?? NaN;
  const step = code(at + 1) - code(at);
  if (Math.abs(step) > 1 || Number.isNaN(step)) return 1;
  let end = at + 1;
  while (code(end + 1) - code(end) === step) end += 1;
  return end - at + 1;
}

/** How far a finger gets from key to neighbouring key, and how often it turns. */
function walkFrom(characters: readonly string[], at: number): { length: number; turns: number } {
  let [length, turns, direction] = [1, 0, ''];
  for (let index = at; index + 1 < characters.length; index += 1) {
    const [from, to] = [KEYS.get(characters[index]!), KEYS.get(characters[index + 1]!)];
    if (!from || !to) break;
    const [x, y] = [to.x - from.x, to.y - from.y];
    if (Math.abs(x) > 1 || Math.abs(y) > 1 || (x === 0 && y === 0)) break;
    if (direction && direction !== `${x} ${y}`) turns += 1;
    direction = `${x} ${y}`;
    length += 1;
  }
  return { length, turns };
}

/** How many characters from here are the same as those `period` before them. */
function repeatedLength(characters: readonly string[], at: number, period: number): number {
  let end = at;
  while (end < characters.length && characters[end] === characters[end - period]) end += 1;
  return end - at;
}
