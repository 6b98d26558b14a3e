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
