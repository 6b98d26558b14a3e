import type { SeriesThen } from '@app/measures/recall-window.rules.js';
import type { Tx } from '@app/platform/database/database.js';
import { toInstant } from '@app/platform/database/instant.js';
import { NotFound } from '@app/platform/errors/errors.js';

/** Where a client's series stands now: the open one, else the last. Days are on the client's clock. @throws NotFound */
export async function seriesThen(tx: Tx, clientId: string): Promise<SeriesThen & { timeZone: string }> {
  const [row] = await tx.query<{ time_zone: string; held: Date[]; more_to_come: boolean }>(
    `select c.time_zone,
       coalesce(array_agg(k.held_at order by k.held_at)
         filter (where k.status = 'completed' and k.held_at <= app_now()), '{}') as held,
       coalesce(bool_or(k.status = 'planned' and s.status = 'open'), false) as more_to_come
     from clients c
     left join lateral (
       select o.clinic_id, o.id, o.status from series o
       where o.clinic_id = c.clinic_id and o.client_id = c.id
       order by (o.status = 'open') desc, o.opened_on desc, o.id desc limit 1) s on true
     left join ketamine_sessions k on k.clinic_id = s.clinic_id and k.series_id = s.id
     where c.clinic_id = $1 and c.id = $2 group by c.time_zone`,
    [tx.actor.clinicId, clientId],
  );
  if (!row) throw new NotFound('client');
  const { time_zone: timeZone, held, more_to_come: isMoreToCome } = row;
  const heldOn = held.map((at) => toInstant(at).toZonedDateTimeISO(timeZone).toPlainDate());
  return { timeZone, heldOn, isMoreToCome };
}
