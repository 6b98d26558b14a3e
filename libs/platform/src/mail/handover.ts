import type { Handover } from './handover.types.js';

export type SendingError = { code?: unknown; responseCode?: unknown; response?: unknown; command?: unknown };

/** Replies that speak of our account or session, not of this mail: another try may succeed. */
const aboutUs = new Set([421, 503, 530, 534, 535, 538]);

/**
 * @param handedOver whether the last byte of the mail, and so perhaps the dot that ends it, had been given
 *   to the connection when the error came
 */
export function outcomeOf(error: SendingError, handedOver: boolean): Handover {
  const { code, responseCode, command } = error;
  const said = typeof responseCode === 'number' && responseCode >= 400 ? responseCode : undefined;
  const name =
    said === undefined ? (typeof code === 'string' ? code : 'unknown') : replyCode(said, error.response);
  // After the dot nothing but a complete answer to the mail itself counts.
  const answered = said !== undefined && command === 'DATA';
  if (handedOver && !answered) return { outcome: 'unknown', why: name };
  const aboutThisMail = command === 'MAIL FROM' || command === 'RCPT TO' || command === 'DATA';
  const forGood = said !== undefined && said >= 500 && aboutThisMail && !aboutUs.has(said);
  return { outcome: forGood ? 'refused' : 'refused-for-now', code: name };
}

/** The code and the enhanced code of a reply: never its text, which often repeats the address. */
function replyCode(code: number, response: unknown): string {
  const enhanced =
    typeof response === 'string' ? /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] : undefined;
  return enhanced ? `${code} ${enhanced}` : String(code);
}

export function withoutAddresses(response: string): string {
  return response.replace(/[^\s<>]+@[^\s<>]+/g, '…').slice(0, 200);
}
