import { X } from 'lucide-react';
import {
  Button as AriaButton,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast';
import { useKeys } from '../keys/use-keys.js';
import { say } from '../words.js';
import { Key } from './key.js';

interface Notice {
  text: string;
  undo?(): void;
}

const UNDO_FOR_MS = 10_000;
const queue = new ToastQueue<Notice>({ maxVisibleToasts: 1 });

/**
 * Says that something was done; with `undo`, offers to take it back for ten seconds (longer while held by a pointer).
 * Returns how to stop saying it: it was not done after all.
 */
export function notify(text: string, undo?: () => void): () => void {
  queue.visibleToasts.forEach((toast) => queue.close(toast.key));
  const key = queue.add({ text, undo }, { timeout: UNDO_FOR_MS });
  return () => queue.close(key);
}

function undoLast(): void {
  const last = queue.visibleToasts[0];
  if (!last?.content.undo) return;
  last.content.undo();
  queue.close(last.key);
}

export function Toasts() {
  useKeys({ z: undoLast });
  return (
    <ToastRegion queue={queue} className="toasts" aria-label={say('toast.region')}>
      {({ toast }) => (
        <Toast toast={toast} className="toast">
          <ToastContent>
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          {toast.content.undo && (
            <AriaButton className="toast-undo" onPress={undoLast}>
              {say('act.undo')} <Key name="Z" />
            </AriaButton>
          )}
          <AriaButton slot="close" className="toast-x" aria-label={say('act.close')}>
            <X size={16} aria-hidden="true" />
          </AriaButton>
        </Toast>
      )}
    </ToastRegion>
  );
}
