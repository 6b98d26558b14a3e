/** Room is left for a number. */
const LONGEST = 60;
const LONGEST_NUMBER = 6;

/** The name of a clinic's public page, made from its short name: small letters, digits and single hyphens. */
export function slugFrom(shortName: string): string {
  const slug = shortName
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, LONGEST - LONGEST_NUMBER)
    .replace(/-+$/, '');
  return slug === '' ? 'clinic' : slug;
}

/** The first, second, … of clinics with the same name. */
export function numberedSlug(slug: string, number: number): string {
  return number === 1 ? slug : `${slug}-${number}`;
}
