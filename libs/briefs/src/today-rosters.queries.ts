import type { Tx } from '@app/platform/database/database.js';
import type { EmptyRostersView } from './today.view.js';

/** Rosters on which nobody stands, where a safety check of the next 7 days waits for them; null where none does. */
export async function emptyRosters(tx: Tx): Promise<EmptyRostersView | null> {
  const [row] = await tx.query<EmptyRostersView>(
    `select array(select l.kind from (values ('psychological'), ('medical')) l (kind)
         where not exists (select 1 from rosters r
           where r.clinic_id = $1 and r.kind = l.kind and app_stands(r))) as kinds,
       (select count(*)::integer from prompts p
         where p.clinic_id = $1 and p.status = 'scheduled' and p.priority = 'safety-check'
           and p.send_at < app_now() + interval '7 days' and not app_may_ask('first', p)) as waiting
     where not app_rosters_stand()`,
    [tx.actor.clinicId],
  );
  return row && row.waiting > 0 ? row : null;
}
