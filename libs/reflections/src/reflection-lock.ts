import type { Tx } from '@app/platform/database/database.js';
import { NotFound } from '@app/platform/errors/errors.js';

export interface LockedReflection {
  clientId: string;
  version: number;
  bodySealed: Buffer;
  isWithdrawn: boolean;
}

/**
 * The reflection, held until the transaction ends: its client's change comes before or after, not between.
 * NotFound for who does not read this client's words: row-level security shows them no reflection.
 */
export async function lockReflection(tx: Tx, id: string): Promise<LockedReflection> {
  const [row] = await tx.query<{
    client_id: string;
    version: number;
    body_sealed: Buffer;
    withdrawn: boolean;
  }>(
    `select client_id, version, body_sealed, withdrawn_at is not null as withdrawn from reflections
     where clinic_id = $1 and id = $2 for update`,
    [tx.actor.clinicId, id],
  );
  if (!row) throw new NotFound('reflection');
  const { client_id: clientId, version, body_sealed: bodySealed, withdrawn: isWithdrawn } = row;
  return { clientId, version, bodySealed, isWithdrawn };
}

/** Has this person read it, and not taken that back? */
export async function hasRead(tx: Tx, reflectionId: string, staffMemberId: string): Promise<boolean> {
  const rows = await tx.query(
    'select 1 from readings where clinic_id = $1 and reflection_id = $2 and staff_member_id = $3',
    [tx.actor.clinicId, reflectionId, staffMemberId],
  );
  return rows.length > 0;
}
