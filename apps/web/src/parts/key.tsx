import { useSingleKeys } from '../keys/single-keys.js';

/** A key cap; gone where single keys are turned off. */
export function Key({ name }: { name: string }) {
  const [isOn] = useSingleKeys();
  return isOn ? <kbd aria-hidden="true">{name}</kbd> : null;
}
