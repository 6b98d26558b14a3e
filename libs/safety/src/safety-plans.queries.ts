import type { Tx } from '@app/platform/database/database.js';

/** A clinician went through a safety plan with a client. */
export interface PlanRow {
  id: string;
  made_by: string;
  made_at: Date;
  /** How many were written by then. */
  version: number;
  /** Null: nothing was written that time. */
  body_sealed: Buffer | null;
}

/** Newest first, at most 200, as far as this actor sees them. */
export function planRows(tx: Tx, clientId: string): Promise<PlanRow[]> {
  return tx.query<PlanRow>(
    `select id, made_by, made_at, body_sealed,
       (count(body_sealed) over (order by made_at, id))::integer as version
     from safety_plans where clinic_id = $1 and client_id = $2
     order by made_at desc, id desc limit 200`,
    [tx.actor.clinicId, clientId],
  );
}

/** Of the newest that was written; 0: none is. */
export async function newestVersion(tx: Tx, clientId: string): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    'select count(body_sealed)::integer as version from safety_plans where clinic_id = $1 and client_id = $2',
    [tx.actor.clinicId, clientId],
  );
  return row?.version ?? 0;
}

export async function insertPlan(
  tx: Tx,
  { id, clientId, madeBy, sealed }: { id: string; clientId: string; madeBy: string; sealed: Buffer | null },
): Promise<void> {
  await tx.query(
    `insert into safety_plans (clinic_id, id, client_id, made_by, made_at, body_sealed)
     values ($1, $2, $3, $4, app_now(), $5)`,
    [tx.actor.clinicId, id, clientId, madeBy, sealed],
  );
}
