/** First letters of the first and the last part of a name, e.g. `MO` of "Maren Okoye"; one letter of a single part. */
export function initialsOf(name: string): string {
  const parts = name.split(/[\s.]+/u).filter((part) => /\p{L}/u.test(part));
  const ends = parts.length > 1 ? [parts[0]!, parts.at(-1)!] : parts;
  return ends.map((part) => /\p{L}/u.exec(part)![0].toUpperCase()).join('');
}
