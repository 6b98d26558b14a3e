import type { AccountChange } from '@app/design/emails/account-change-email.js';
import type { StaffNotice } from '@app/design/emails/staff-notice-email.js';

/** `start-known`: somebody asked to start a clinic with an address that has an account. */
type LinkMail = 'reset' | 'start' | 'start-known';

/** Mails to people who work in a clinic, or are asked to. None carries anything about a client. */
export type AccountMailKind = 'invite' | LinkMail | AccountChange | StaffNotice;

/** What a mail is about: the clinic it names, and the token whose link stands in it. */
export type AccountMailSubject =
  | { kind: 'invite'; clinicId: string; tokenId: string }
  | { kind: LinkMail; clinicId?: string; tokenId: string }
  | { kind: AccountChange; clinicId?: string; tokenId?: undefined }
  | { kind: StaffNotice; clinicId: string; tokenId?: undefined };

export type NewAccountMail = AccountMailSubject & {
  /** An address, or the account it goes to. */
  to: { email: string } | { accountId: string };
};
