import { findMeasure } from '@app/measures/measures.data.js';
import type { Tx } from '@app/platform/database/database.js';
import type { Key } from '@app/platform/encryption/sealing.js';
import { openReflection } from '@app/reflections/reflection-body.js';
import { SAFETY_PLAN_DAYS } from './item-nine.rules.js';

interface SentRow {
  id: string;
  body_sealed: Buffer;
  /** Of a measure that was taken back: what was answered is not known any more. */
  lost_code: string | null;
  lost_version: number | null;
}

/** So far back an answer is looked for: years of asking. */
const MOST_REFLECTIONS = 400;

/** What the client answered to the item before this prompt, finished or not. Null: nothing that is known. */
export async function previousItemNine(
  tx: Tx,
  key: Key,
  { clientId, promptId }: { clientId: string; promptId: string | null },
): Promise<number | null> {
  const { clinicId } = tx.actor;
  const rows = await tx.query<SentRow>(
    `select f.id, f.body_sealed, m.code as lost_code, m.definition_version as lost_version from reflections f
     left join measure_results m on m.clinic_id = f.clinic_id and m.reflection_id = f.id and f.withdrawn_at is not null
     where f.clinic_id = $1 and f.client_id = $2 and ($3::uuid is null or f.prompt_id is distinct from $3)
     order by f.sent_at desc, f.id desc limit ${MOST_REFLECTIONS}`,
    [clinicId, clientId, promptId],
  );
  for (const row of rows) {
    if (row.lost_code && safetyItemOf({ code: row.lost_code, version: row.lost_version! })) return null;
    const { question, measure } = openReflection(key, { clinicId, rowId: row.id }, row.body_sealed);
    const item = question?.measure && safetyItemOf(question.measure);
    const value = item ? measure?.[item] : undefined;
    if (value !== undefined) return value;
  }
  return null;
}

/** Whether a clinician noted a safety plan lately. */
export async function hasRecentSafetyPlan(tx: Tx, clientId: string): Promise<boolean> {
  const [row] = await tx.query<{ has: boolean }>(
    `select exists (select 1 from safety_plans where clinic_id = $1 and client_id = $2
       and made_at > app_now() - make_interval(days => $3)) as has`,
    [tx.actor.clinicId, clientId, SAFETY_PLAN_DAYS],
  );
  return row?.has ?? false;
}

/** A clinic's own measure never has one. */
function safetyItemOf({ code, version }: { code: string; version: number }): string | null {
  return findMeasure(code, version)?.safetyItem ?? null;
}
