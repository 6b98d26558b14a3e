/**
 * Flesch–Kincaid grade of English text: 0.39 words per sentence + 11.8 syllables per word − 15.59
 * (Kincaid et al. 1975). Syllables are counted by vowel groups, which is close enough to hold a line.
 */
export function readingGrade(text: string): number {
  const sentences = text.split(/[.?!:]+(?:\s|$)/).filter((part) => /\w/.test(part)).length;
  const words = text.match(/[a-z\d][a-z\d’'-]*/gi) ?? [];
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / Math.max(1, sentences)) + 11.8 * (syllables / words.length) - 15.59;
}

export function wordCount(text: string): number {
  return (text.match(/[a-z\d][a-z\d’'-]*/gi) ?? []).length;
}

function syllablesOf(word: string): number {
  const plain = word.toLowerCase().replace(/[’']/g, '');
  if (plain.includes('-')) return plain.split('-').reduce((sum, part) => sum + syllablesOf(part || 'a'), 0);
  if (/^\d/.test(plain)) return 1;
  // "saved" and "note" end on a silent e, "table" and "needed" do not.
  const spoken = plain.replace(
    /(?:[^laeiouy]|[^aeiouy]l)es$|([^td])ed$|([^l])e$/,
    (end) => end.slice(0, -2) + end.slice(-2).replace('e', ''),
  );
  return Math.max(1, (spoken.match(/[aeiouy]+/g) ?? []).length);
}
