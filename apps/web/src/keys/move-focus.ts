/** Moves focus to the next (+1) or earlier (-1) element marked `data-stop`, as J and K do. */
export function moveFocus(by: 1 | -1): void {
  const stops = [...document.querySelectorAll<HTMLElement>('[data-stop]')];
  const here = stops.findIndex((stop) => stop.contains(document.activeElement));
  const next = stops[here === -1 ? 0 : Math.min(Math.max(here + by, 0), stops.length - 1)];
  const target = next?.matches('a, button, [tabindex]')
    ? next
    : next?.querySelector<HTMLElement>('a, button');
  target?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
