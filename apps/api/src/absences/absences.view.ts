import { AbsenceView } from '@app/clinics/absences/absence.view.js';

/** All of them at once: `next` is always null. */
export class AbsenceListView {
  items!: AbsenceView[];
  next!: string | null;
}
