import { useSyncExternalStore } from 'react';
import { useKeys } from '../../keys/use-keys.js';

/** Somebody may look over the shoulder: the wish goes from one brief to the next, and is gone with the tab. */
let areHidden = false;
const listeners = new Set<() => void>();

function hide(isWished: boolean): void {
  areHidden = isWished;
  listeners.forEach((listen) => listen());
}

function subscribe(listen: () => void): () => void {
  listeners.add(listen);
  return () => listeners.delete(listen);
}

/** Whether clients’ names are hidden on this screen and in print; Shift+P turns it as the button does. */
export function useHiddenNames(): [boolean, (isWished: boolean) => void] {
  const isHidden = useSyncExternalStore(subscribe, () => areHidden);
  useKeys({ 'Shift+P': () => hide(!areHidden) });
  return [isHidden, hide];
}
