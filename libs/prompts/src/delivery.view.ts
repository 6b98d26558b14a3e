import type { ReportKind } from '@app/platform/mail/dsn/bounce-status.rules.js';
import type { MailingKind, MailingStatus } from './mailing.types.js';

/** What a mail server said about an e-mail, later. */
export class DeliveryEventView {
  id!: string;
  kind!: ReportKind;
  /** RFC 3463, e.g. `5.1.1`; null where the server gave none. */
  statusCode!: string | null;
  at!: string;
  /** When staff had seen to it; null: not yet. */
  settledAt!: string | null;
}

/** One e-mail to a client, and what became of it. */
export class ClientMailingView {
  id!: string;
  kind!: MailingKind;
  /** Null for a mail that belongs to no prompt. */
  promptId!: string | null;
  promptTitle!: string | null;
  status!: MailingStatus;
  /** When it was sent; while it has not left, when it is due. */
  at!: string | null;
  /** What the mail server answered when it was not taken. */
  code!: string | null;
  /** In order of time. */
  events!: DeliveryEventView[];
}

/** The newest 200, the newest first: `next` is always null. */
export class ClientMailingListView {
  items!: ClientMailingView[];
  next!: string | null;
}
