import { openMeasureResult } from '@app/reflections/measure-results.service.js';
import type { PromptHouse } from '@app/prompts/prompts.test-support.js';
import { ThreadsService } from '@app/threads/threads.service.js';
import type { ExpectedFlag, ExpectedScore } from './golden.types.js';
import type { LivedCourse } from './lived-course.js';
import { byKind } from './pure-flags.js';

/** The client's open flags, as they stand in the database; sorted by kind. */
export async function flagsIn(at: PromptHouse, { clientId }: LivedCourse): Promise<ExpectedFlag[]> {
  const rows = await at.rows<ExpectedFlag>(
    'select kind, colour from safety_flags where client_id = $1 and closed_at is null',
    [clientId],
  );
  return rows.sort(byKind);
}

/** Every result that is kept, by its reflection. */
export async function scoresIn(
  at: PromptHouse,
  { clientId }: LivedCourse,
): Promise<Record<string, ExpectedScore>> {
  const { clinicId } = at.clinic;
  return at.house.db.inClinic(at.maren, async (tx) => {
    const key = await at.house.keyring.client(tx, clientId);
    const rows = await tx.query<{ reflection_id: string; body_sealed: Buffer }>(
      'select reflection_id, body_sealed from measure_results where clinic_id = $1 and client_id = $2',
      [clinicId, clientId],
    );
    const scores = rows.map(({ reflection_id: id, body_sealed: sealed }) => {
      const { total, bandCode: band, label } = openMeasureResult(key, clinicId, id, sealed);
      return [id, { total: total!, band, label }] as const;
    });
    return Object.fromEntries(scores);
  });
}

/** Where each thread stands, by its name; null: nowhere yet. */
export async function stagesIn(
  at: PromptHouse,
  { clientId }: LivedCourse,
): Promise<Record<string, string | null>> {
  const { items } = await at.get(ThreadsService).list(at.maren, clientId, { limit: 50 });
  return Object.fromEntries(items.map(({ name, stage }) => [name ?? '', stage?.stage ?? null]));
}
