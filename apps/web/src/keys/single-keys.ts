import { useSyncExternalStore } from 'react';

/** Single keys can be turned off (WCAG 2.1.4); the wish is kept in this browser. */
const STORED_AS = 'throughline.single-keys';
const listeners = new Set<() => void>();

export const singleKeysAreOn = (): boolean => localStorage.getItem(STORED_AS) !== 'off';

function turn(isOn: boolean): void {
  localStorage.setItem(STORED_AS, isOn ? 'on' : 'off');
  listeners.forEach((listen) => listen());
}

function subscribe(listen: () => void): () => void {
  listeners.add(listen);
  return () => listeners.delete(listen);
}

export const useSingleKeys = (): [boolean, (isOn: boolean) => void] => [
  useSyncExternalStore(subscribe, singleKeysAreOn),
  turn,
];
