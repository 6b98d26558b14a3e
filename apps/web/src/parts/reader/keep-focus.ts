/** What is about to go away hands focus to the reflection it stands in, where keys go on from. */
export function keepFocus(from: Element): void {
  from.closest<HTMLElement>('[data-stop]')?.focus({ preventScroll: true });
}
