/** As the database has it: small letters and digits, in parts joined by single hyphens, at most 60. */
export const isSlug = (slug: string): boolean => slug.length <= 60 && /^[a-z0-9](-?[a-z0-9])*$/.test(slug);

/** What somebody most likely meant: "Fernhollow Integration" is fernhollow-integration. */
export const slugOf = (typed: string): string => typed.trim().toLowerCase().replace(/\s+/g, '-');
