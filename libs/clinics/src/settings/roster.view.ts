import type { RosterKind } from './settings.types.js';

/** Who answers safety flags of one kind. Times are `HH:MM` on the location's clock. */
export class RosterView {
  kind!: RosterKind;
  version!: number;
  locationId!: string;
  responderId!: string;
  backupId!: string | null;
  /** Somebody outside the clinic who gets wordless notices. Told to admins alone. */
  outsideBackupEmail!: string | null;
  leadId!: string;
  openFrom!: string;
  openTo!: string;
  /** ISO weekdays, 1 (Monday) to 7. */
  openDays!: number[];
  /** `YYYY-MM-DD`, in order. */
  holidays!: string[];
}

/** At most one of each kind: `next` is always null. */
export class RosterListView {
  items!: RosterView[];
  next!: string | null;
}
