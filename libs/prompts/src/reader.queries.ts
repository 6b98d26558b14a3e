import type { Tx } from '@app/platform/database/database.js';

/**
 * The practitioner who reads for a client: of those in the seat that reads words and not away, the first to have
 * joined. When all of them are away, whoever reads in their place, as the reply page says. Null: nobody.
 */
export async function readerIdOf(tx: Tx, clientId: string): Promise<string | null> {
  const [row] = await tx.query<{ reader_id: string }>(READER, [tx.actor.clinicId, clientId]);
  return row?.reader_id ?? null;
}

const READER = `
  select coalesce(cover.id, t.staff_member_id) as reader_id
  from care_team_members t
  join staff_members s on s.clinic_id = t.clinic_id and s.id = t.staff_member_id and s.status = 'active'
  left join (absences a join staff_members cover on cover.clinic_id = a.clinic_id and cover.id = a.cover_id
      and cover.status = 'active' and 'practitioner' = any (cover.roles))
    on a.clinic_id = t.clinic_id and a.staff_member_id = t.staff_member_id and a.ended_at is null
      and a.starts_at <= app_now() and app_now() < a.ends_at
  where t.clinic_id = $1 and t.client_id = $2 and t.seat = 'words'
  order by cover.id is not null, a.starts_at, t.joined_at, t.staff_member_id limit 1`;
