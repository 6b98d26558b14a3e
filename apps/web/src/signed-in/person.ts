import type { QueryClient } from '@tanstack/react-query';
import type { MeView } from '../api-client/views.js';
import { limitOf } from './idle.rules.js';
import { onThisClock, signedInAgain, signedOut, type Person } from './watch.js';

export const personOf = (me: MeView): Person => ({
  accountId: me.accountId,
  clinicId: me.clinic.id,
  name: me.name,
  email: me.email,
  zone: me.clinic.location.timeZone,
  idleMs: me.signIn.idleSeconds * 1000,
  expiresAt: limitOf(onThisClock(me.signIn.expiresAt), Date.now()),
});

/** The same person in the same clinic: the page beneath may show again, read anew. */
export function isBack(queries: QueryClient, me: MeView): void {
  queries.setQueryData(['me'], me);
  signedInAgain(personOf(me));
  void queries.invalidateQueries({
    predicate: ({ queryKey }) => queryKey.length > 1 || queryKey[0] !== 'me',
  });
}

let unmount: () => void = () => undefined;
/** Told once by the entry point. */
export const howToDrop = (how: () => void): void => void (unmount = how);

/** Nothing of this page is left, what was typed included: it belongs to somebody else, or to another clinic. */
export function dropEverything(path: string): void {
  signedOut();
  // Taken down first, so that no screen asks to stay for what was typed there.
  unmount();
  window.location.replace(path);
}
