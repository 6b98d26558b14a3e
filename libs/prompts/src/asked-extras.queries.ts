import type { Tx } from '@app/platform/database/database.js';
import { type Key, unseal } from '@app/platform/encryption/sealing.js';
import type { AskedQuestion } from '@app/plans/prompt-template.types.js';
import type { AgreedSign, AskedExtras, SharedThread } from './asked-extras.js';

/** What a question asks of this client alone. The room that keeps it stands above this one, so its rows are read here. */
export async function askedExtras(
  tx: Tx,
  key: Key,
  clientId: string,
  asked: Pick<AskedQuestion, 'asksEarlySigns' | 'reviewsThreads'>,
): Promise<AskedExtras> {
  return {
    signs: asked.asksEarlySigns ? await agreedSigns(tx, key, clientId) : [],
    threads: asked.reviewsThreads ? await sharedThreads(tx, key, clientId) : [],
  };
}

async function agreedSigns(tx: Tx, key: Key, clientId: string): Promise<AgreedSign[]> {
  const rows = await tx.query<{ id: string; words_sealed: Buffer }>(
    `select id, words_sealed from early_signs
     where clinic_id = $1 and client_id = $2 and retired_at is null order by agreed_at, id`,
    [tx.actor.clinicId, clientId],
  );
  return rows.map(({ id, words_sealed: sealed }) => ({
    id,
    words: unseal(key, { clinicId: tx.actor.clinicId, label: 'early-sign.words', rowId: id }, sealed),
  }));
}

/** Of a thread's document, what is asked about. */
type ThreadBody = { name: string | null; scale?: SharedThread['scale'] };

async function sharedThreads(tx: Tx, key: Key, clientId: string): Promise<SharedThread[]> {
  const rows = await tx.query<{ id: string; body_sealed: Buffer }>(
    `select id, body_sealed from threads
     where clinic_id = $1 and client_id = $2 and shared_at is not null and archived_at is null
     order by created_at, id`,
    [tx.actor.clinicId, clientId],
  );
  return rows.flatMap(({ id, body_sealed: sealed }) => {
    const binding = { clinicId: tx.actor.clinicId, label: 'thread.body', rowId: id };
    const { name, scale = null } = JSON.parse(unseal(key, binding, sealed)) as ThreadBody;
    return name === null ? [] : [{ id, name, scale }];
  });
}
