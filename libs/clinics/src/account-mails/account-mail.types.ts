import type { AccountChange } from '@app/design/emails/account-change-email.js';
import type { DigestFigures } from '@app/design/emails/digest-email.js';
import type { StaffNotice } from '@app/design/emails/staff-notice-email.js';

/** `start-known`: somebody asked to start a clinic with an address that has an account. */
type LinkMail = 'reset' | 'start' | 'start-known';

/** `sender-check`: the link that proves a mailbox. `test-mail`: a sample of what clients get. */
type SenderMail = 'sender-check' | 'test-mail';

/** Mails to people who work in a clinic, or are asked to. None carries anything about a client. */
export type AccountMailKind = 'invite' | LinkMail | SenderMail | AccountChange | StaffNotice | 'digest';

/** What a mail is about: the clinic it names, and the token whose link stands in it. */
export type AccountMailSubject =
  | { kind: 'invite' | 'sender-check'; clinicId: string; tokenId: string }
  | { kind: 'test-mail'; clinicId: string; tokenId?: undefined }
  | { kind: LinkMail; clinicId?: string; tokenId: string }
  | { kind: AccountChange; clinicId?: string; tokenId?: undefined }
  | { kind: StaffNotice; clinicId: string; tokenId?: undefined }
  | { kind: 'digest'; clinicId: string; tokenId?: undefined; figures: DigestFigures };

export type NewAccountMail = AccountMailSubject & {
  /** An address, or the account it goes to. */
  to: { email: string } | { accountId: string };
};
