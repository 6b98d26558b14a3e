import { Roster } from '@app/clinics/settings/roster.entity.js';
import type { MadeClinic } from './clinic.factory.js';
import type { House } from './house.js';

export interface RosterWishes {
  clinic: MadeClinic;
  responderId: string;
  /** Somebody else. */
  backupId: string;
  /** The responder when absent. */
  leadId?: string;
  openFrom?: string;
  openTo?: string;
  openDays?: number[];
  /** Both when absent. */
  kinds?: readonly Roster['kind'][];
}

/** Any hour of any day. */
export const ALWAYS_OPEN = { openFrom: '00:00', openTo: '23:59', openDays: [1, 2, 3, 4, 5, 6, 7] };

/** The rosters of a clinic, answered by the same people: weekdays from 8 to 18 unless it is said otherwise. */
export async function rostersOf({ db }: Pick<House, 'db'>, wishes: RosterWishes): Promise<void> {
  const { clinicId, locationId, system } = wishes.clinic;
  const { responderId, backupId, leadId = responderId, kinds = ['psychological', 'medical'] } = wishes;
  await db.inClinic(system, async (tx) => {
    await tx.manager.insert(
      Roster,
      kinds.map((kind) => ({
        clinicId,
        kind,
        locationId,
        ...{ responderId, backupId, leadId },
        outsideBackupSealed: null,
        openFrom: wishes.openFrom ?? '08:00',
        openTo: wishes.openTo ?? '18:00',
        openDays: wishes.openDays ?? [1, 2, 3, 4, 5],
        holidays: [],
        version: 1,
      })),
    );
  });
}
