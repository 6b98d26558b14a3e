/** Mails to people who work in a clinic, or are asked to. None carries anything about a client. */
export type AccountMailKind =
  | 'invite'
  | 'reset'
  | 'start'
  /** Somebody asked to start a clinic with an address that has an account. */
  | 'start-known'
  | 'password-changed'
  | 'factor-added'
  | 'factor-removed'
  | 'recovery-code-used'
  | 'roles-changed'
  | 'suspended'
  | 'restored'
  /** To admins and the care team: a colleague opened a record. */
  | 'break-glass'
  /** To the colleague who covers. */
  | 'cover';

export interface NewAccountMail {
  kind: AccountMailKind;
  /** An address, or the account it goes to. */
  to: { email: string } | { accountId: string };
  /** Names the clinic in the mail. */
  clinicId?: string;
  /** The token whose link stands in the mail. */
  tokenId?: string;
}
