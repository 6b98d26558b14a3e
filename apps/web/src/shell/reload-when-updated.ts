const RELOADED_AT = 'throughline.reloaded-at';
const NOT_AGAIN_WITHIN_MS = 30_000;

/**
 * After an update the parts an open tab has not loaded yet are gone from the server. Loading the page again
 * gets the new ones; words that are not saved are asked about first. Never in a circle.
 */
export function reloadWhenUpdated(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(RELOADED_AT) ?? 0);
    if (Date.now() - last < NOT_AGAIN_WITHIN_MS) return;
    event.preventDefault();
    sessionStorage.setItem(RELOADED_AT, String(Date.now()));
    window.location.reload();
  });
}
