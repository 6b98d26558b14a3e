import type { Tx } from '@app/platform/database/database.js';

/** The clients on whose care teams somebody sits, in any seat: their cover has them in reach meanwhile. */
export async function clientsOf(tx: Tx, staffMemberId: string): Promise<string[]> {
  const rows = await tx.query<{ client_id: string }>(
    `select client_id from care_team_members
     where clinic_id = $1 and staff_member_id = $2 order by client_id`,
    [tx.actor.clinicId, staffMemberId],
  );
  return rows.map((row) => row.client_id);
}
