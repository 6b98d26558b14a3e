import type { Tx } from '@app/platform/database/database.js';

const READS = `t.seat in ('words', 'supervisor') and s.status = 'active' and 'practitioner' = any (s.roles)`;

/**
 * The clients that one staff member alone reads for now, by staff member; who shares every client is absent.
 * In any status: whoever is kept on file must stay readable. Only an admin sees them all.
 */
export async function clientsReadAlone(tx: Tx): Promise<Map<string, string[]>> {
  const rows = await tx.query<{ reader_id: string; client_ids: string[] }>(
    `select reader_id, array_agg(client_id order by client_id) as client_ids
     from (
       select t.client_id, min(t.staff_member_id::text)::uuid as reader_id
       from care_team_members t
       join staff_members s on s.clinic_id = t.clinic_id and s.id = t.staff_member_id
       where t.clinic_id = $1 and ${READS}
       group by t.client_id having count(*) = 1) alone
     group by reader_id`,
    [tx.actor.clinicId],
  );
  return new Map(rows.map((row) => [row.reader_id, row.client_ids]));
}
