import type { Tx } from '@app/platform/database/database.js';

/** What a row of the client list shows beside the client. */
export interface ClientRowFacts {
  id: string;
  last_held_at: Date | null;
  appointment_id: string | null;
  starts_at: Date | null;
  new_reflections: number;
  last_reflection_at: Date | null;
}

/**
 * The facts of the given clients, by id. Row-level security answers who is outside a care team with no
 * reflections at all. A call counts as next until its last minute.
 */
export async function clientRowFacts(tx: Tx, ids: readonly string[]): Promise<Map<string, ClientRowFacts>> {
  const rows = await tx.query<ClientRowFacts>(
    `select c.id, next_one.id as appointment_id, next_one.starts_at,
       (select max(s.held_at) from ketamine_sessions s
        where s.clinic_id = c.clinic_id and s.client_id = c.id and s.status = 'completed') as last_held_at,
       (select count(*)::int from reflections r
        where r.clinic_id = c.clinic_id and r.client_id = c.id and r.withdrawn_at is null and not exists (
          select 1 from readings g where g.clinic_id = r.clinic_id and g.reflection_id = r.id)) as new_reflections,
       (select max(r.sent_at) from reflections r
        where r.clinic_id = c.clinic_id and r.client_id = c.id) as last_reflection_at
     from clients c
     left join lateral (
       select a.id, a.starts_at from appointments a
       where a.clinic_id = c.clinic_id and a.client_id = c.id and a.status = 'booked'
         and a.starts_at + a.minutes * interval '1 minute' > app_now()
       order by a.starts_at, a.id limit 1) next_one on true
     where c.clinic_id = $1 and c.id = any ($2)`,
    [tx.actor.clinicId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
