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
