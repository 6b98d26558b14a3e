import { isBackground, type SignInClock } from './idle.rules.js';

/** Whose sign-in this tab shows. */
export interface Person {
  accountId: string;
  clinicId: string;
  name: string;
  email: string;
  /** The clinic's clock. */
  zone: string;
  idleMs: number;
  expiresAt: number;
}

/** `idle` and `limit`: its time ran out. `gone`: the server said so. `asked`: the person wants to sign in again. */
export type Ended = 'idle' | 'limit' | 'gone' | 'asked';

interface Watched {
  person: Person | null;
  ended: Ended | null;
  isConfirming: boolean;
}

interface Answer {
  promise: Promise<boolean>;
  resolve(is: boolean): void;
}

/** What this tab knows about its sign-in, outside React: the calls tell it, the cover and the dialogs follow it. */
let watched: Watched = { person: null, ended: null, isConfirming: false };
let behindBy = 0;
let focusBefore: Element | null = null;
const times = { seenAt: Date.now(), activeAt: Date.now() };
const listeners = new Set<() => void>();
let confirming: Answer | null = null;
let waiting: Answer | null = null;

export const nowWatched = (): Watched => watched;
export function onWatched(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
function become(change: Partial<Watched>): void {
  watched = { ...watched, ...change };
  // The page is hidden by the style sheet at once, before the cover itself is drawn.
  document.documentElement.toggleAttribute('data-covered', watched.ended !== null);
  listeners.forEach((listener) => listener());
}

/** Somebody is signed in here; each answer of `/me` says so again, with the limits as they stand. */
export const signedInAs = (person: Person): void => become({ person });

/** Signed out on purpose: nothing is kept for coming back. */
export const signedOut = (): void => become({ person: null, ended: null });

/** The sign-in has ended under this page: it is hidden until the same person is back. */
export function signInEnded(why: Ended): void {
  if (!watched.person || watched.ended) return;
  focusBefore = document.activeElement;
  become({ ended: why });
}

/** The same person is back: the page shows again, and what waited goes on. */
export function signedInAgain(person: Person): void {
  times.seenAt = times.activeAt = Date.now();
  become({ person, ended: null });
  waiting?.resolve(true);
  waiting = null;
}

/** Back to where the person was when the page was covered; once nothing covers it any more. */
export function focusAgain(): void {
  if (focusBefore instanceof HTMLElement) focusBefore.focus({ preventScroll: true });
}

/** Resolves once the same person has signed in again; false at once where nobody was signed in. */
export function whenSignedInAgain(): Promise<boolean> {
  if (!watched.person) return Promise.resolve(false);
  signInEnded('gone');
  return (waiting ??= newAnswer()).promise;
}

/** Asks for a second factor again, once for all calls that wait; false when the person would rather not. */
export function whenConfirmed(): Promise<boolean> {
  confirming ??= newAnswer();
  if (!watched.isConfirming) become({ isConfirming: true });
  return confirming.promise;
}
export function confirmed(isIt: boolean): void {
  confirming?.resolve(isIt);
  confirming = null;
  become({ isConfirming: false });
}

/** A call that counts was answered: the server counts the idle time from it. */
export const seen = (sentAt: number): void => void (times.seenAt = Math.max(times.seenAt, sentAt));
/** What the server's clock shows, by the `Date` of an answer: this machine's may be wrong by hours. */
export function serverSaid(date: string | null): void {
  const at = Date.parse(date ?? '');
  if (!Number.isNaN(at)) behindBy = at - Date.now();
}
/** An instant of the server's clock on this machine's. */
export const onThisClock = (at: string): number => Date.parse(at) - behindBy;
export const active = (at: number): void => void (times.activeAt = Math.max(times.activeAt, at));
export const isPolling = (now: number): boolean => isBackground(times.activeAt, now);

export function clockNow(): SignInClock | null {
  const { person } = watched;
  return person && { ...times, idleMs: person.idleMs, expiresAt: person.expiresAt };
}

function newAnswer(): Answer {
  let resolve: Answer['resolve'] = () => undefined;
  const promise = new Promise<boolean>((settle) => (resolve = settle));
  return { promise, resolve };
}
