import { useEffect, useRef } from 'react';
import { singleKeysAreOn } from './single-keys.js';

/** Keys by name (`j`, `?`), two in a row (`g t`), or with Shift where that means something else (`Shift+P`). */
export type KeyMap = Record<string, () => void>;

const CHORD_WITHIN_MS = 1_200;
const FIELDS =
  'input, textarea, select, [contenteditable], [role=spinbutton], [role=listbox], [role=combobox], [role=menu]';

const maps = new Set<{ current: KeyMap }>();
let pressedBefore: { key: string; at: number } | null = null;

/** Single keys while the component is on the screen: never in a field, under a dialog, or with a modifier. */
export function useKeys(map: KeyMap): void {
  const latest = useRef(map);
  useEffect(() => {
    latest.current = map;
  });
  useEffect(() => {
    if (maps.size === 0) document.addEventListener('keydown', onKey);
    maps.add(latest);
    return () => {
      maps.delete(latest);
      if (maps.size === 0) document.removeEventListener('keydown', onKey);
    };
  }, []);
}

function onKey(event: KeyboardEvent): void {
  if (
    !singleKeysAreOn() ||
    event.defaultPrevented ||
    event.metaKey ||
    event.ctrlKey ||
    event.altKey ||
    event.repeat
  )
    return;
  if (event.target instanceof Element && event.target.closest(FIELDS)) return;
  if (document.querySelector('.veil')) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const isChord = pressedBefore && event.timeStamp - pressedBefore.at < CHORD_WITHIN_MS;
  const shifted = event.shiftKey && find(`Shift+${key.toUpperCase()}`);
  const act = shifted || (isChord && find(`${pressedBefore?.key} ${key}`)) || find(key);
  pressedBefore = { key, at: event.timeStamp };
  if (!act) return;
  event.preventDefault();
  act();
}

/** The screen's own keys come after the shell's, and win. */
const find = (key: string) => [...maps].reverse().find((map) => map.current[key])?.current[key];
