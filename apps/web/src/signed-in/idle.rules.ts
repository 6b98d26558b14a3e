/** What a tab knows about the time its sign-in has left. All instants are milliseconds since 1970. */
export interface SignInClock {
  /** When the last call that counts was sent, and answered. */
  seenAt: number;
  /** When the person last pressed a key or moved the pointer. */
  activeAt: number;
  /** Milliseconds without a call that counts after which the server ends the sign-in. */
  idleMs: number;
  /** When it ends whatever happens. */
  expiresAt: number;
}

export type SignInTime =
  | { kind: 'left' }
  | { kind: 'ending'; why: 'idle' | 'limit'; endsAt: number }
  | { kind: 'ended'; why: 'idle' | 'limit' };

export const WARN_BEFORE_MS = 2 * 60_000;
// The server writes "seen" at most once a minute, so its count may have begun a minute before ours.
const SEEN_EVERY_MS = 60_000;

/** How the sign-in stands at `now`; the limit of the day goes before the idle one when it comes sooner. */
export function signInTime(clock: SignInClock, now: number): SignInTime {
  const idleEnd = clock.seenAt + clock.idleMs - SEEN_EVERY_MS;
  const why = clock.expiresAt <= idleEnd ? 'limit' : 'idle';
  const endsAt = Math.min(clock.expiresAt, idleEnd);
  if (now >= endsAt) return { kind: 'ended', why };
  return now >= endsAt - WARN_BEFORE_MS ? { kind: 'ending', why, endsAt } : { kind: 'left' };
}

const LONGEST_MS = 12 * 60 * 60_000;

/**
 * The limit of the day as this tab may follow it. One that is over as it is told, or further off than the longest
 * sign-in, is of a clock that does not agree with ours: then only the server knows, and says so with a 401.
 */
export const limitOf = (expiresAt: number, now: number): number =>
  expiresAt > now && expiresAt <= now + LONGEST_MS + SEEN_EVERY_MS ? expiresAt : Infinity;

/** A person who types or reads without asking for anything is there all the same: the server is told each minute. */
export const isSeenDue = (clock: SignInClock, now: number): boolean =>
  clock.activeAt > clock.seenAt && now - clock.seenAt >= SEEN_EVERY_MS;

const ACTS_FOLLOW_WITHIN_MS = 10_000;

/** A reading call long after the last key or pointer is the page's own polling, and keeps nobody signed in. */
export const isBackground = (activeAt: number, now: number): boolean =>
  now - activeAt > ACTS_FOLLOW_WITHIN_MS;
