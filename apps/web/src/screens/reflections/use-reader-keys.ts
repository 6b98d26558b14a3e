import type { Reading } from '../../acts/use-reading.js';
import type { ReflectionView } from '../../api-client/views.js';
import { moveFocus } from '../../keys/move-focus.js';
import { useKeys } from '../../keys/use-keys.js';

/** J and K move from one to the next; E marks the one in hand as read. */
export function useReaderKeys(reflections: readonly ReflectionView[], reading: Reading): void {
  useKeys({
    j: () => moveFocus(1),
    k: () => moveFocus(-1),
    e: () => {
      const inHand = document.activeElement?.closest('[data-stop]')?.id;
      const found = reflections.find(({ id }) => `reflection-${id}` === inHand);
      if (found && !found.withdrawn && !found.reading?.byMe) reading.change([found], true);
    },
  });
}
