export const CLIENT_SECTIONS = [
  'sessions',
  'calls',
  'plan',
  'asked',
  'reflections',
  'threads',
  'course',
  'safety',
  'team',
  'details',
] as const;
export type ClientSection = (typeof CLIENT_SECTIONS)[number];
