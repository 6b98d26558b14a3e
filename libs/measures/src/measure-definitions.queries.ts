import type { Tx } from '@app/platform/database/database.js';
import type { OwnMeasure } from './measure-file.types.js';

export interface OwnMeasureRow {
  code: string;
  version: number;
  definition: OwnMeasure;
  archived_at: Date | null;
}

/** The newest version of each measure of the clinic's own, by title; of one when a code is given. */
export function newestOwnMeasures(tx: Tx, code?: string): Promise<OwnMeasureRow[]> {
  return tx.query<OwnMeasureRow>(
    `select * from (
       select distinct on (code) code, version, definition, archived_at from measure_definitions
       where clinic_id = $1 and ($2::text is null or code = $2) order by code, version desc) newest
     order by lower(definition ->> 'title'), code`,
    [tx.actor.clinicId, code ?? null],
  );
}

/** One version of the clinic's own, archived ones too. */
export async function ownMeasure(tx: Tx, code: string, version: number): Promise<OwnMeasureRow | undefined> {
  const [row] = await tx.query<OwnMeasureRow>(
    `select code, version, definition, archived_at from measure_definitions
     where clinic_id = $1 and code = $2 and version = $3`,
    [tx.actor.clinicId, code, version],
  );
  return row;
}

/**
 * Adds the next version, number 1 of a new code. None when the newest one says the same and is in use: an upload
 * that came twice is one.
 */
export async function addOwnMeasure(tx: Tx, definition: OwnMeasure): Promise<{ isNew: boolean }> {
  const staffMemberId = tx.actor.kind === 'staff' ? tx.actor.staffMemberId : null;
  const added = await tx.query<{ version: number }>(
    `insert into measure_definitions (clinic_id, code, version, definition, created_by, created_at, archived_at)
     select $1, $2, coalesce(newest.version, 0) + 1, $3::jsonb, $4, app_now(), null
     from (select 1) one
     left join lateral (
       select version, definition, archived_at from measure_definitions
       where clinic_id = $1 and code = $2 order by version desc limit 1) newest on true
     where newest.definition is distinct from $3::jsonb or newest.archived_at is not null
     returning version`,
    [tx.actor.clinicId, definition.code, JSON.stringify(definition), staffMemberId],
  );
  return { isNew: added.length > 0 };
}

/** Takes every version of a code out of the list; what asked it stays readable. False when there is no such code. */
export async function archiveOwnMeasure(tx: Tx, code: string): Promise<boolean> {
  const rows = await tx.query<{ count: number }>(
    `with archived as (
       update measure_definitions set archived_at = coalesce(archived_at, app_now())
       where clinic_id = $1 and code = $2 returning 1)
     select count(*)::integer as count from archived`,
    [tx.actor.clinicId, code],
  );
  return (rows[0]?.count ?? 0) > 0;
}
