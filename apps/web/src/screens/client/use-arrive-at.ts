import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';

/** A link to one reflection or thread arrives at it once it is there, and focus with it. */
export function useArriveAt(isThere: boolean): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (!isThere || !hash) return;
    const target = document.getElementById(hash);
    target?.scrollIntoView({ block: 'start' });
    target?.focus({ preventScroll: true });
  }, [isThere, hash]);
}
