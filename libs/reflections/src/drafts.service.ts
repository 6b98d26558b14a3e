import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '@app/platform/database/database.js';
import { toInstant } from '@app/platform/database/instant.js';
import type { Key } from '@app/platform/encryption/sealing.js';
import { openDraft, sealDraft } from './reflection-body.js';
import type { Answer } from './answer.types.js';

export interface OpenDraft extends Answer {
  savedAt: Temporal.Instant;
}

interface DraftRow {
  body_sealed: Buffer;
  saved_at: Date;
}

/**
 * What a client saved and did not send. One a prompt, bound to the browser it was written in: the link lets
 * somebody write, not read. Row-level security shows drafts to their client alone.
 */
@Injectable()
export class DraftsService {
  /** The draft, when it was written in this browser; null otherwise, as if there were none. */
  async find(tx: Tx, key: Key, promptId: string, browserHash: Buffer): Promise<OpenDraft | null> {
    const { clinicId } = tx.actor;
    const [row] = await tx.query<DraftRow>(
      'select body_sealed, saved_at from drafts where clinic_id = $1 and prompt_id = $2 and browser_hash = $3',
      [clinicId, promptId, browserHash],
    );
    if (!row) return null;
    return {
      ...openDraft(key, { clinicId, rowId: promptId }, row.body_sealed),
      savedAt: toInstant(row.saved_at),
    };
  }

  /**
   * Keeps the draft. False when another browser holds one for this prompt: overwriting it would lose words
   * whose writer was told that they are safe.
   */
  async save(
    tx: Tx,
    key: Key,
    draft: { promptId: string; clientId: string; browserHash: Buffer; answer: Answer },
  ) {
    const { clinicId } = tx.actor;
    const { promptId, clientId, browserHash, answer } = draft;
    await tx.query(
      `insert into drafts (clinic_id, prompt_id, client_id, browser_hash, body_sealed, saved_at)
       values ($1, $2, $3, $4, $5, app_now())
       on conflict (clinic_id, prompt_id) do update set body_sealed = excluded.body_sealed, saved_at = app_now()
         where drafts.browser_hash = excluded.browser_hash`,
      [clinicId, promptId, clientId, browserHash, sealDraft(key, { clinicId, rowId: promptId }, answer)],
    );
    const held = await tx.query<{ held: boolean }>(
      `select browser_hash = $3 as held from drafts where clinic_id = $1 and prompt_id = $2`,
      [clinicId, promptId, browserHash],
    );
    return held[0]?.held ?? false;
  }

  /**
   * Binds the draft to the browser that spent a fresh link: it reached the client's own mailbox. One saved before
   * `addressSince` was written by whoever had another: it stays with the browser that wrote it.
   */
  async rebind(
    tx: Tx,
    promptId: string,
    browserHash: Buffer,
    addressSince: Temporal.Instant | null,
  ): Promise<void> {
    await tx.query(
      `update drafts set browser_hash = $3
       where clinic_id = $1 and prompt_id = $2 and ($4::timestamptz is null or saved_at > $4)`,
      [tx.actor.clinicId, promptId, browserHash, addressSince?.toString() ?? null],
    );
  }

  /** Removes this browser's draft once it is sent. Another browser's stays: it was not sent. */
  async remove(tx: Tx, promptId: string, browserHash: Buffer): Promise<void> {
    await tx.query('delete from drafts where clinic_id = $1 and prompt_id = $2 and browser_hash = $3', [
      tx.actor.clinicId,
      promptId,
      browserHash,
    ]);
  }
}
