/** Keeps the place on the screen when the button that was pressed goes away with what it did. */
export function keepPlace(): void {
  document.querySelector<HTMLElement>('.row-open[aria-expanded="true"]')?.focus();
  setTimeout(() => {
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body) document.getElementById('prompts')?.focus();
  }, SETTLED_MS);
}

const SETTLED_MS = 100;
