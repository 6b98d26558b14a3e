import type { Stage } from '../../../api-client/calls-threads.js';
import type { ThreadView } from '../../../api-client/views.js';
import type { ThreadStart } from './thread-form.js';

/** What is being done, in a dialog. */
export type Doing =
  | { what: 'move'; thread: ThreadView; stage: Stage }
  | { what: 'rename' | 'check' | 'history'; thread: ThreadView }
  | { what: 'new'; start?: ThreadStart }
  | null;
