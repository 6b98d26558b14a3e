import type { QueryClient } from '@tanstack/react-query';
import { whoIsThere } from '../api-client/calls-accounts.js';
import { dropEverything, isBack } from './person.js';
import { clockNow, nowWatched, onWatched, seen, signInEnded } from './watch.js';

type Word =
  | { kind: 'seen'; accountId: string; at: number }
  | { kind: 'here'; accountId: string; clinicId: string }
  | { kind: 'out' };

const TOLD_EVERY_MS = 10_000;

/**
 * All tabs of a browser share one sign-in. They tell each other when it was used, when somebody signed in and
 * when somebody signed out; ids only. Returns how to stop.
 */
export function listenToOtherTabs(queries: QueryClient): () => void {
  const channel = new BroadcastChannel('throughline.sign-in');
  const tell = (word: Word) => channel.postMessage(word);
  let told = '';
  let toldSeenAt = 0;

  function tellWhoIsHere() {
    const { person, ended } = nowWatched();
    const now = person && !ended ? `${person.accountId} ${person.clinicId}` : '';
    if (now === told) return;
    const wasHere = told !== '';
    told = now;
    if (person && !ended) tell({ kind: 'here', accountId: person.accountId, clinicId: person.clinicId });
    else if (wasHere && !person) tell({ kind: 'out' });
  }
  const stop = onWatched(tellWhoIsHere);
  tellWhoIsHere();
  const timer = setInterval(() => {
    const { person } = nowWatched();
    const seenAt = clockNow()?.seenAt ?? 0;
    if (!person || seenAt <= toldSeenAt) return;
    toldSeenAt = seenAt;
    tell({ kind: 'seen', accountId: person.accountId, at: seenAt });
  }, TOLD_EVERY_MS);

  channel.onmessage = ({ data }: MessageEvent<Word>) => {
    const { person, ended } = nowWatched();
    if (!person) return;
    switch (data.kind) {
      case 'seen':
        if (data.accountId === person.accountId) seen(data.at);
        return;
      case 'out':
        signInEnded('gone');
        return;
      case 'here':
        // The cookie is somebody else's now, or another clinic's: nothing here may be read or saved with it.
        if (data.accountId !== person.accountId || data.clinicId !== person.clinicId)
          dropEverything('/today');
        else if (ended)
          void whoIsThere().then(
            (me) => isBack(queries, me),
            () => undefined,
          );
        return;
    }
  };
  return () => {
    stop();
    clearInterval(timer);
    channel.close();
  };
}
