import { StaffMemberView } from '@app/clinics/staff/staff.view.js';
import { StaffAccountView } from '@app/course/staff-account.view.js';

/** Everybody at once: a clinic's staff is short, so `next` is always null. */
export class StaffListView {
  items!: StaffMemberView[];
  next!: string | null;
}

/** Everybody at once, for admins. */
export class StaffAccountListView {
  items!: StaffAccountView[];
  next!: string | null;
}
