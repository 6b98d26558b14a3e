import { StaffMemberView } from '@app/clinics/staff/staff.view.js';

/** Everybody at once: a clinic's staff is short, so `next` is always null. */
export class StaffListView {
  items!: StaffMemberView[];
  next!: string | null;
}
