import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useKeys } from '../keys/use-keys.js';
import { Toasts } from '../parts/toast.js';
import { useIsReader } from './use-me.js';

const KeyList = lazy(() =>
  import('../keys/key-list.js').then((module) => ({ default: module.KeyListDialog })),
);

/** After going to another screen, keyboard and screen reader begin at its content, not at the old link. */
function useFocusOnArrival(): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef(path);
  useEffect(() => {
    if (before.current && path !== before.current)
      document.getElementById('main')?.focus({ preventScroll: true });
    before.current = path;
  }, [path]);
}

/** What every staff screen has: going by keys, the list of keys, the toast with Undo. */
export function StaffFrame() {
  const navigate = useNavigate();
  const isReader = useIsReader();
  const [isListOpen, openList] = useState(false);
  useFocusOnArrival();
  useKeys({
    'g t': () => void navigate({ to: '/today' }),
    // Only a practitioner has reflections to read: for others the keys do nothing.
    ...(isReader && { 'g r': () => void navigate({ to: '/reflections' }) }),
    'g c': () => void navigate({ to: '/clients' }),
    '?': () => openList(true),
  });
  return (
    <>
      <Outlet />
      <Toasts />
      {isListOpen && (
        <Suspense>
          <KeyList onClose={() => openList(false)} />
        </Suspense>
      )}
    </>
  );
}
