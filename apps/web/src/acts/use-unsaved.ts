import { useBlocker } from '@tanstack/react-router';
import { say } from '../words.js';

/** Asks before words that were typed and not saved are left behind; also when the tab closes. */
export function useUnsaved(isUnsaved: boolean): void {
  useBlocker({
    disabled: !isUnsaved,
    enableBeforeUnload: isUnsaved,
    shouldBlockFn: () => isUnsaved && !window.confirm(say('unsaved.ask')),
  });
}
