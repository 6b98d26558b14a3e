/** When everything of a policy world was made, where the time says nothing. */
export const AT = '2026-11-02T15:00:00Z';

/** Everybody on the staff of a policy world, by what they are there for. */
export const NAMES = [
  'covers',
  'coversBody',
  'covered',
  'willCover',
  'spared',
  'glass',
  'glassBefore',
  'glassClosed',
  'words',
  'supervisor',
  'body',
  'off',
  'alone',
  'coordinator',
  'admin',
] as const;
export type Name = (typeof NAMES)[number];

export interface People extends Record<Name, string> {
  accountId: string;
  locationId: string;
  signInHash: Buffer;
  pendingSignInHash: Buffer;
}
