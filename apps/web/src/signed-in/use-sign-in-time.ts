import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { signOut, staySignedIn } from '../api-client/calls-accounts.js';
import { isSeenDue, signInTime, type SignInTime } from './idle.rules.js';
import { listenToOtherTabs } from './other-tabs.js';
import { active, clockNow, nowWatched, signInEnded } from './watch.js';

const LOOK_EVERY_MS = 5_000;
const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const;

/** Follows the time the sign-in has left, keeps it while the person is at work, and ends it when it is over. */
export function useSignInTime(): { time: SignInTime; look(): void } {
  const queries = useQueryClient();
  const [time, setTime] = useState<SignInTime>({ kind: 'left' });

  function look() {
    const clock = clockNow();
    if (!clock || nowWatched().ended) return setTime({ kind: 'left' });
    const now = Date.now();
    const found = signInTime(clock, now);
    setTime((before) => (JSON.stringify(before) === JSON.stringify(found) ? before : found));
    if (found.kind === 'ended') {
      signInEnded(found.why);
      // Not a curtain only: whoever loads the page again finds nobody signed in.
      void signOut().catch(() => undefined);
    } else if (found.kind === 'left' || found.why === 'limit') {
      if (isSeenDue(clock, now)) void staySignedIn().catch(() => undefined);
    }
  }

  useEffect(() => {
    const live = () => active(Date.now());
    const options = { capture: true, passive: true };
    SIGNS_OF_LIFE.forEach((sign) => document.addEventListener(sign, live, options));
    // A machine that slept looks at the clock as soon as it is woken.
    document.addEventListener('visibilitychange', look);
    const timer = setInterval(look, LOOK_EVERY_MS);
    const stop = listenToOtherTabs(queries);
    return () => {
      SIGNS_OF_LIFE.forEach((sign) => document.removeEventListener(sign, live, options));
      document.removeEventListener('visibilitychange', look);
      clearInterval(timer);
      stop();
    };
  }, [queries]);

  return { time, look };
}
