/** What people say, to be repeated: with the letters that print as one sign, dashes and quotes of all kinds. */
const SENTENCES = [
  'Relief first, mostly, like somebody turned down a radio I had stopped hearing.',
  'I cried in the car and it wasn’t sad – it was only a lot.',
  'Everyone at breakfast was normal and I felt wide open with nowhere to put it.',
  'I kept almost telling my sister and then talking about the weather.',
  'Mum rang and the guilt thing started, the usual one, at the first “so anyway”.',
  'I noticed it about three sentences in instead of an hour later.',
  'I put the phone down, stood in the garden, and looked at the beans.',
  'Then I did call back.',
  'Work is loud again and I can feel the motivation leaking out.',
  'The office smells of coffee and floor polish and I used to find that comforting.',
  'It’s difficult to explain why the flat felt bigger on Tuesday.',
  'My daughter asked what I was smiling at & I honestly didn’t know.',
  'Slept badly, then better, then until half past nine.',
  'There was a moment on the stairs when I could have snapped and didn’t.',
  'I wrote it on the back of a receipt so that I would not lose it.',
  'Nothing dramatic: a pause, a breath, a different answer.',
  'I’m already worried that it fades.',
  'Café with Noël; he said I seem softer, which annoyed me for about a minute.',
];

/** So many words of somebody, in another order for every `nth`; now and then a new paragraph. */
export function said(nth: number, count: number): string {
  const words: string[] = [];
  // As good as chance, and the same each time (Numerical Recipes’ linear congruential generator).
  for (let chance = nth + 1; words.length < count;) {
    chance = (Math.imul(chance, 1_664_525) + 1_013_904_223) >>> 0;
    const sentence = SENTENCES[(chance >>> 16) % SENTENCES.length]!;
    words.push(...(chance % 7 === 0 ? `\n\n${sentence}` : sentence).split(' '));
  }
  return words.slice(0, count).join(' ').trim();
}
