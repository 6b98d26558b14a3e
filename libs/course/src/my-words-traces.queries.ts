import type { Tx } from '@app/platform/database/database.js';
import type { Key } from '@app/platform/encryption/sealing.js';
import { type Evidence, openEvidence, sealEvidence } from '@app/safety/flag-evidence.js';
import { openThread, sealEarlySign, sealThread } from '@app/threads/thread-body.js';

/**
 * What else was said with a reflection goes with it: how threads stood for the client then, and the name they gave
 * to one there. The thread itself stays, without a name: other words may have been put to it by now.
 */
export async function forgetWhatWasSaidWith(tx: Tx, key: Key, reflectionId: string): Promise<void> {
  const { clinicId } = tx.actor;
  const of = [clinicId, reflectionId];
  await tx.query('delete from thread_checks where clinic_id = $1 and reflection_id = $2', of);
  const threads = await tx.query<{ id: string; body_sealed: Buffer }>(
    'select id, body_sealed from threads where clinic_id = $1 and origin_reflection_id = $2 for update',
    of,
  );
  for (const { id, body_sealed: sealed } of threads) {
    const owner = { clinicId, rowId: id };
    const body = openThread(key, owner, sealed);
    if (!body.isNamedByClient) continue;
    const unnamed = sealThread(key, owner, { ...body, name: null, isNamedByClient: false });
    await tx.query(
      'update threads set body_sealed = $3, version = version + 1 where clinic_id = $1 and id = $2',
      [clinicId, id, unnamed],
    );
  }
}

/**
 * An early sign that quotes it loses its words, and is asked about no more: that something was agreed, by whom and
 * when, stays. One that the client said yes to as a sentence of its own stays whole: it was theirs beside this.
 */
export async function forgetQuotedSigns(tx: Tx, key: Key, reflectionId: string): Promise<void> {
  const { clinicId } = tx.actor;
  const signs = await tx.query<{ id: string }>(
    'select id from early_signs where clinic_id = $1 and reflection_id = $2 and not stands_alone for update',
    [clinicId, reflectionId],
  );
  for (const { id } of signs) {
    await tx.query(
      `update early_signs set words_sealed = $3, retired_at = coalesce(retired_at, app_now()), version = version + 1
       where clinic_id = $1 and id = $2`,
      [clinicId, id, sealEarlySign(key, { clinicId, rowId: id }, '')],
    );
  }
}

/**
 * The sentence in which a listed phrase was found goes too; that one was found, and which, stays with its flag: what
 * made somebody call must be told afterwards.
 */
export async function forgetSentences(
  tx: Tx,
  key: Key,
  { clientId, promptId, words }: { clientId: string; promptId: string | null; words: string },
): Promise<void> {
  const { clinicId } = tx.actor;
  const flags = await tx.query<{ id: string; evidence_sealed: Buffer }>(
    `select id, evidence_sealed from safety_flags
     where clinic_id = $1 and client_id = $2 and kind = 'phrase' and evidence_sealed is not null for update`,
    [clinicId, clientId],
  );
  for (const { id: flagId, evidence_sealed: sealed } of flags) {
    const owner = { clinicId, flagId };
    const evidence = openEvidence(key, owner, sealed);
    const left = evidence.map((one) => withoutSentence(one, promptId, words));
    if (left.every((one, index) => one === evidence[index])) continue;
    await tx.query('update safety_flags set evidence_sealed = $3 where clinic_id = $1 and id = $2', [
      clinicId,
      flagId,
      sealEvidence(key, owner, left),
    ]);
  }
}

/** Of what nobody asked for only the words themselves tell which it was. */
function withoutSentence(one: Evidence, promptId: string | null, words: string): Evidence {
  if (one.kind !== 'phrase' || one.promptId !== promptId) return one;
  return promptId !== null || words.includes(one.sentence) ? { ...one, sentence: '' } : one;
}
