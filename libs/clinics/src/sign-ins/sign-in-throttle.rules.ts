/** How failures of one key slow the next try down. */
export interface ThrottlePolicy {
  /** Tries that cost nothing. */
  free: number;
  /** The longest wait, in seconds. */
  longest: number;
}

/** An address counts with its network (`networkOf`): nobody has a fresh start at each address of their own. */
export interface ThrottlePolicies {
  /** One account from one address: a person who guesses. */
  pair: ThrottlePolicy;
  /**
   * One account from anywhere: many who guess together. Not applied where the account has signed in before, so
   * that nobody can lock the owner out from afar.
   */
  account: ThrottlePolicy;
  /** One address for any account. A whole clinic may sit behind it. */
  address: ThrottlePolicy;
}

export type ThrottleKind = keyof typeof THROTTLES;

/** What is guessed at, and how fast it may be. */
export const THROTTLES = {
  password: {
    pair: { free: 5, longest: 900 },
    account: { free: 20, longest: 60 },
    address: { free: 50, longest: 300 },
  },
  // Only who knows the password counts here. Slower from anywhere: a code of six digits is soon guessed, and three
  // of them fit at any time; a try every five minutes needs more than a year to be likelier than not.
  'second-factor': {
    pair: { free: 5, longest: 900 },
    account: { free: 10, longest: 300 },
    address: { free: 50, longest: 300 },
  },
  // Asking for a link by e-mail guesses nothing: mild, and only so that nobody's letter box is filled.
  link: {
    pair: { free: 5, longest: 60 },
    account: { free: 20, longest: 60 },
    address: { free: 50, longest: 300 },
  },
  // Short words, given only by who holds a link: slower from anywhere, and never for a browser that knew it once.
  passphrase: {
    pair: { free: 5, longest: 900 },
    account: { free: 10, longest: 300 },
    address: { free: 50, longest: 300 },
  },
} satisfies Record<string, ThrottlePolicies>;

/**
 * Seconds to wait after the first, second, … failure: nothing while tries are free, then doubling up to the
 * longest, which stands last.
 */
export function waitsAfterFailures({ free, longest }: ThrottlePolicy): number[] {
  const waits = Array.from({ length: free }, () => 0);
  for (let wait = 1; wait < longest; wait *= 2) waits.push(wait);
  return [...waits, longest];
}
