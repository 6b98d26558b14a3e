import { useEffect, useRef } from 'react';

/**
 * Leads the focus somewhere once the screen has changed: to the first of these that is there and not
 * disabled. For what was added, moved or removed by keyboard, where the focus would be lost otherwise.
 */
export function useFocusNext(): (...selectors: string[]) => void {
  const wanted = useRef<string[]>([]);
  useEffect(() => {
    if (wanted.current.length === 0) return;
    const found = wanted.current
      .map((selector) => document.querySelector<HTMLElement>(selector))
      .find((element) => element && !element.matches(':disabled'));
    wanted.current = [];
    found?.focus();
  });
  return (...selectors) => {
    wanted.current = selectors;
  };
}
