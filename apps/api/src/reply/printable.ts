/** HTML cannot hold NUL; everything else is shown as it came. */
export function printable(words: string): string {
  return words.replaceAll('\0', '');
}
