import { useLayoutEffect, useState, type RefObject } from 'react';

/** The width of an element in pixels as it stands on the screen; 0 before it is known. */
export function useWidth(of: RefObject<HTMLElement | null>): number {
  const [width, set] = useState(0);
  useLayoutEffect(() => {
    const element = of.current;
    if (!element) return;
    const watch = new ResizeObserver(() => set(element.clientWidth));
    set(element.clientWidth);
    watch.observe(element);
    return () => watch.disconnect();
  }, [of]);
  return width;
}
