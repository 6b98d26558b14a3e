/**
 * What became of handing a mail to the server. Only `unknown` may mean that it was delivered without our
 * knowing; after both kinds of refusal it was certainly not taken.
 * - `accepted`: the server took it; `response` is its answer, without addresses.
 * - `refused-for-now`: not taken; another try later may succeed.
 * - `refused`: not taken, and the server said that this mail never will be.
 * - `unknown`: the whole mail was handed over, and no answer came.
 * `code` is the server's (`451`, `550 5.1.1`) or what happened to the connection (`ETIMEDOUT`, `ESOCKET`).
 */
export type Handover =
  | { outcome: 'accepted'; response: string }
  | { outcome: 'refused-for-now'; code: string }
  | { outcome: 'refused'; code: string }
  | { outcome: 'unknown'; why: string };

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
