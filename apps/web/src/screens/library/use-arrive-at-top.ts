import { useEffect } from 'react';

/**
 * Another page stands here now, though the address is the same: it was archived or restored. It begins at its
 * top, and the focus with it where the button that did it is gone.
 */
export function useArriveAtTop(): void {
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    window.scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
  }, []);
}
