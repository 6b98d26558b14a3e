/** What a mail server says about a mail after it was handed over. */
export type ReportKind = 'delayed' | 'bounced-for-now' | 'bounced' | 'complained';

/** One recipient of a delivery status notification (RFC 3464, 2.3), as it was written. */
export interface RecipientStatus {
  action: string;
  status: string;
  diagnostic: string;
}

/**
 * Codes by which a server says that there is no such mailbox (RFC 3463, 3.2 to 3.5; 5.1.10: RFC 7505). 5.4.1 stands
 * here as Exchange writes it for an unknown recipient, 5.4.4 as Postfix does for a domain that does not exist.
 */
const NOBODY_THERE = ['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1', '5.4.1', '5.4.4', '5.4.310'];
/** Replies that say so without an enhanced code (RFC 5321, 4.2.3). */
const NOBODY_THERE_REPLIES = ['550', '551', '553'];
const ENHANCED = /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/;

/**
 * What a failure means for the next mail to this address. Anything a server may take back, a full mailbox, a policy,
 * a host that could not be reached, is `bounced-for-now`: three of those in a row say the same as one `bounced`.
 */
export function outcomeOfStatus({ action, status, diagnostic }: RecipientStatus): {
  kind: 'delayed' | 'bounced-for-now' | 'bounced' | null;
  code: string | null;
} {
  const code = codeOf(status, diagnostic);
  switch (action.trim().toLowerCase()) {
    case 'delayed':
      return { kind: 'delayed', code };
    case 'failed':
      return { kind: isForGood(code, diagnostic) ? 'bounced' : 'bounced-for-now', code };
    // Delivered, relayed, expanded: good news, or none.
    default:
      return { kind: null, code };
  }
}

/** The first enhanced status code in a text, e.g. `5.1.1`, or null. */
export function enhancedCodeIn(text: string): string | null {
  return ENHANCED.exec(text)?.[1] ?? null;
}

/** `5.0.0` says less than what the far end answered. */
function codeOf(status: string, diagnostic: string): string | null {
  const own = enhancedCodeIn(status);
  return own === null || own.endsWith('.0.0') ? (enhancedCodeIn(diagnostic) ?? own) : own;
}

function isForGood(code: string | null, diagnostic: string): boolean {
  if (code !== null && !code.endsWith('.0.0')) return NOBODY_THERE.includes(code);
  if (code?.startsWith('4')) return false;
  const reply = /(?<!\d)([45]\d\d)(?=[\s-])/.exec(diagnostic)?.[1];
  return reply !== undefined && NOBODY_THERE_REPLIES.includes(reply);
}
