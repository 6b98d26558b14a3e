import './signed-in.css';
import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { useSignInTime } from './use-sign-in-time.js';
import { nowWatched, onWatched } from './watch.js';

const loadCover = () => import('./cover.js');
const Cover = lazy(() => loadCover().then((module) => ({ default: module.Cover })));
const Ending = lazy(() => import('./ending.js').then((module) => ({ default: module.Ending })));
const StepUpDialog = lazy(() =>
  import('./step-up-dialog.js').then((module) => ({ default: module.StepUpDialog })),
);

const COVER_LOADED_AFTER_MS = 5_000;

/** What can come between a person and the page: confirming, a sign-in about to end, a sign-in that has ended. */
export function SignInGuard() {
  const { person, ended, isConfirming } = useSyncExternalStore(onWatched, nowWatched);
  const { time, look } = useSignInTime();
  const isSignedIn = person !== null;
  useEffect(() => {
    if (!isSignedIn) return;
    // Ahead of time: the sign-in may end while the server cannot be reached.
    const timer = setTimeout(() => void loadCover(), COVER_LOADED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isSignedIn]);
  return (
    <Suspense>
      {isConfirming && <StepUpDialog />}
      {person && !ended && time.kind === 'ending' && (
        <Ending key={time.why} why={time.why} endsAt={time.endsAt} zone={person.zone} onStayed={look} />
      )}
      {person && ended && <Cover why={ended} person={person} />}
    </Suspense>
  );
}
