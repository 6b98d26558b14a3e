import { useEffect, useRef, type RefObject } from 'react';

/** A row of links that scrolls sideways on a phone shows the one that is current. */
export function useCurrentInSight(current: string): RefObject<HTMLElement | null> {
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    row.current
      ?.querySelector('[aria-current="page"]')
      ?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [current]);
  return row;
}
