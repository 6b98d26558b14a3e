import type { Tx } from '@app/platform/database/database.js';

/** Whether somebody stands on both rosters: see app_rosters_stand in the database. */
export async function rostersStand(tx: Tx): Promise<boolean> {
  const [row] = await tx.query<{ stand: boolean }>('select app_rosters_stand() as stand');
  return row!.stand;
}

/** Whose plan asks how safe they are. Always in the same order, as everybody who locks more than one client. */
export async function clientsAskedAboutSafety(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select c.id from clients c
     where c.clinic_id = $1 and c.status = 'active' and exists (
       select 1 from integration_plans p
       join plan_steps s on s.clinic_id = p.clinic_id and s.plan_id = p.id and s.removed_at is null
       where p.clinic_id = c.clinic_id and p.client_id = c.id and p.status = 'live'
         and s.spec ->> 'priority' = 'safety-check' and s.spec ->> 'informationOnly' is distinct from 'true')
     order by c.id`,
    [tx.actor.clinicId],
  );
  return rows.map(({ id }) => id);
}
