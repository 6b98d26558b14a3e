import type { Tx } from '@app/platform/database/database.js';
import { newId } from '@app/platform/ids/ids.js';
import type { SafetyLane } from '@app/plans/safety-signs.js';
import type { FlagColour, SafetyEventKind } from './flag.types.js';

/** Of which flag; nothing of what it is about. */
export interface FlagTraits {
  id: string;
  lane: SafetyLane;
  colour: FlagColour;
}

/** One line of the safety log, in the caller's transaction. */
export async function recordSafetyEvent(
  tx: Tx,
  flag: FlagTraits,
  kind: SafetyEventKind,
  staffMemberId: string | null = null,
): Promise<void> {
  await tx.query(
    `insert into safety_events (clinic_id, id, flag_id, lane, colour, kind, staff_member_id, at)
     values ($1, $2, $3, $4, $5, $6, $7, app_now())`,
    [tx.actor.clinicId, newId(), flag.id, flag.lane, flag.colour, kind, staffMemberId],
  );
}
