/** One mail to one person. The text part is never left out. */
export type OutgoingMail = {
  from: { name: string; address: string };
  to: string;
  replyTo?: string;
  /** Where bounces go (MAIL FROM); absent: `from.address`. */
  envelopeFrom?: string;
  subject: string;
  text: string;
  html: string;
  /** With its angle brackets; see `messageIdFor`. */
  messageId: string;
  headers?: Record<string, string>;
};

/** A mail that must not be sent as it is: nothing of it has left. The message names the field, not its value. */
export class UnsendableMail extends Error {
  constructor(readonly field: string) {
    super(`unsendable mail: bad ${field}`);
    this.name = 'UnsendableMail';
  }
}

// Line breaks of any kind, other control characters, and halves of surrogate pairs.
const unprintable = /[\p{Cc}\u2028\u2029]|\p{Cs}/u;
const address = /^[^\s<>()[\]\\,;:"@]{1,64}@[^\s<>()[\]\\,;:"@]{1,255}$/u;
const messageId = /^<[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+>$/;
const headerName = /^[A-Za-z][A-Za-z0-9-]{0,76}$/;
/** What the fields of `OutgoingMail` set themselves. */
const taken =
  /^(from|to|cc|bcc|sender|reply-to|subject|message-id|date|mime-version|return-path|content-.*)$/i;

/** @throws UnsendableMail for a line break in any header field, or anything but one plain address in an address */
export function assertSendable(mail: OutgoingMail): void {
  const { name, address: sender } = mail.from;
  const addresses = { from: sender, to: mail.to, replyTo: mail.replyTo, envelopeFrom: mail.envelopeFrom };
  for (const [field, value] of Object.entries(addresses)) {
    if (value !== undefined && (unprintable.test(value) || !address.test(value)))
      throw new UnsendableMail(field);
  }
  if (unprintable.test(name)) throw new UnsendableMail('from');
  if (unprintable.test(mail.subject)) throw new UnsendableMail('subject');
  if (!messageId.test(mail.messageId)) throw new UnsendableMail('messageId');
  if (mail.text.trim() === '') throw new UnsendableMail('text');
  for (const [header, value] of Object.entries(mail.headers ?? {})) {
    if (!headerName.test(header) || taken.test(header)) throw new UnsendableMail('headers');
    if (unprintable.test(value)) throw new UnsendableMail(header);
  }
}

/** The same for every attempt at a mailing, so that a receiver can tell a repetition. */
export function messageIdFor(mailingId: string, domain: string): string {
  const id = `<mailing.${mailingId}@${domain}>`;
  if (!messageId.test(id) || mailingId.includes('@')) throw new UnsendableMail('messageId');
  return id;
}

/** What stands behind the @: `messageIdFor` wants the domain that mail is sent from. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/** The headers by which a mail program offers to unsubscribe with one click (RFC 8058). @throws not https or http */
export function listUnsubscribe(url: string): Record<string, string> {
  if (!/^https?:\/\/[^\s<>,]+$/.test(url)) throw new UnsendableMail('List-Unsubscribe');
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}
