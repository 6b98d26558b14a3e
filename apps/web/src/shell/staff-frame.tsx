import { Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useKeys } from '../keys/use-keys.js';
import { Toasts } from '../parts/toast.js';

const KeyList = lazy(() =>
  import('../keys/key-list.js').then((module) => ({ default: module.KeyListDialog })),
);

/** What every staff screen has: going by keys, the list of keys, the toast with Undo. */
export function StaffFrame() {
  const navigate = useNavigate();
  const [isListOpen, openList] = useState(false);
  useKeys({
    'g t': () => void navigate({ to: '/today' }),
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
