import type { Attachment, ParsedMail } from 'mailparser';
import { enhancedCodeIn, outcomeOfStatus, type ReportKind } from './bounce-status.rules.js';
import { fieldGroups, type ReportFields } from './report-fields.js';

/** What a mail to the bounce address, or from a feedback loop, says about one of our own. */
export interface MailReport {
  kind: ReportKind;
  /** RFC 3463; null where there is none. */
  statusCode: string | null;
  /** Where the report was sent to, and where the mail it is about said that it came from. */
  addresses: string[];
  /** Of the mail it is about. */
  messageId: string | null;
}

const DELIVERED_TO = ['to', 'delivered-to', 'x-original-to', 'envelope-to'];
const STATUS_PARTS = ['message/delivery-status', 'message/global-delivery-status'];
const RETURNED_PARTS = ['message/rfc822', 'message/global', 'text/rfc822-headers', 'message/global-headers'];
/** Reports that are no complaint: a mistake taken back (RFC 5965), a check of signatures (RFC 6591). */
const NO_COMPLAINT = ['not-spam', 'auth-failure', 'dmarc'];
/** Above what Exim gives back of our mail. */
const EXIM_COPY = /^-{6} This is a copy of /m;

/**
 * Reads a delivery status notification (RFC 3464; RFC 6533 for addresses beyond ASCII), Exim's bounces in plain words,
 * and complaints (ARF, RFC 5965). Null for everything else: answers, notes of absence, mail to nobody.
 */
export async function readMailReport(raw: Buffer): Promise<MailReport | null> {
  const mail = await parse(raw);
  if (!mail) return null;
  const parts = mail.attachments;
  const feedback = partOf(parts, ['message/feedback-report']);
  const status = partOf(parts, STATUS_PARTS);
  const returned = fieldGroups(textOf(partOf(parts, RETURNED_PARTS)))[0];
  const about = {
    addresses: [...headersOf(mail, DELIVERED_TO), returned?.get('return-path') ?? ''],
    messageId: returned?.get('message-id') ?? null,
  };
  if (feedback) return complaint(fieldGroups(textOf(feedback)), about);
  if (status) return notification(fieldGroups(textOf(status)), about);
  return eximBounce(mail, about);
}

type About = Pick<MailReport, 'addresses' | 'messageId'>;

/** What is broken beyond reading says nothing. */
async function parse(raw: Buffer): Promise<ParsedMail | null> {
  const options = {
    keepDeliveryStatus: true,
    ignoreEmbedded: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
    checksumAlgo: false as const,
    maxHeadSize: 128 * 1024,
    maxChildNodes: 50,
  };
  // Loaded with the first report: most processes never read one.
  const { default: mails } = await import('mailparser');
  return mails.simpleParser(raw, options).catch(() => null);
}

function complaint(groups: readonly ReportFields[], about: About): MailReport | null {
  const type = groups[0]?.get('feedback-type')?.toLowerCase();
  if (!type || NO_COMPLAINT.includes(type)) return null;
  const from = groups[0]?.get('original-mail-from') ?? '';
  return { kind: 'complained', statusCode: null, ...about, addresses: [...about.addresses, from] };
}

/** Ours go to one person each; should there be several recipients, the worst news counts. */
function notification(groups: readonly ReportFields[], about: About): MailReport | null {
  const outcomes = groups
    .filter((fields) => fields.has('action'))
    .map((fields) =>
      outcomeOfStatus({
        action: fields.get('action') ?? '',
        status: fields.get('status') ?? '',
        diagnostic: fields.get('diagnostic-code') ?? '',
      }),
    );
  for (const kind of ['bounced', 'bounced-for-now', 'delayed'] as const) {
    const found = outcomes.find((outcome) => outcome.kind === kind);
    if (found) return { kind, statusCode: found.code, ...about };
  }
  return null;
}

/** Exim may write words without parts; a header names who was not reached. */
function eximBounce(mail: ParsedMail, about: About): MailReport | null {
  if (headersOf(mail, ['x-failed-recipients']).length === 0) return null;
  const [said = '', copy = ''] = (mail.text ?? '').split(EXIM_COPY);
  const { kind, code } = outcomeOfStatus({
    action: 'failed',
    status: '',
    diagnostic: /no such (user|person|mailbox)|user unknown|unknown user|unrouteable/i.test(said)
      ? `${enhancedCodeIn(said) ?? ''} 550 `
      : said,
  });
  const fields = fieldGroups(copy.replace(/^.*\n\s*/, ''))[0];
  return {
    kind: kind!,
    statusCode: code,
    addresses: [...about.addresses, fields?.get('return-path') ?? ''],
    messageId: fields?.get('message-id') ?? null,
  };
}

function partOf(parts: readonly Attachment[], types: readonly string[]): Attachment | undefined {
  return parts.find(({ contentType }) => types.includes(contentType.toLowerCase()));
}

function textOf(part: Attachment | undefined): string {
  return part?.content.toString('utf8') ?? '';
}

function headersOf(mail: ParsedMail, names: readonly string[]): string[] {
  return mail.headerLines
    .filter(({ key }) => names.includes(key))
    .map(({ line }) => line.slice(line.indexOf(':') + 1).trim());
}
