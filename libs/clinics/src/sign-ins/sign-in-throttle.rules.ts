/** How failures of one key slow the next try down. */
export interface ThrottlePolicy {
  /** Tries that cost nothing. */
  free: number;
  /** The longest wait, in seconds. */
  longest: number;
}

/** One account from one address: a person who guesses. */
export const BY_PAIR: ThrottlePolicy = { free: 5, longest: 900 };
/**
 * One account from anywhere: many who guess together. Mild, and not applied where the account has signed in
 * before, so that nobody can lock the owner out from afar.
 */
export const BY_ACCOUNT: ThrottlePolicy = { free: 20, longest: 60 };
/** One address for any account. A whole clinic may sit behind it. */
export const BY_ADDRESS: ThrottlePolicy = { free: 50, longest: 300 };

/**
 * Seconds to wait after the first, second, … failure: nothing while tries are free, then doubling up to the
 * longest, which stands last.
 */
export function waitsAfterFailures({ free, longest }: ThrottlePolicy): number[] {
  const waits = Array.from({ length: free }, () => 0);
  for (let wait = 1; wait < longest; wait *= 2) waits.push(wait);
  return [...waits, longest];
}
