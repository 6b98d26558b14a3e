import { BreakGlassView, FoundClientView } from '@app/clients/break-glass/break-glass.view.js';

/** At most 10: `next` is always null. */
export class FoundClientListView {
  items!: FoundClientView[];
  next!: string | null;
}

/** Of 90 days, all at once: `next` is always null. */
export class BreakGlassListView {
  items!: BreakGlassView[];
  next!: string | null;
}
