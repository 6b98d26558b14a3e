import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '@app/platform/database/database.js';
import { toInstant } from '@app/platform/database/instant.js';
import type { Key } from '@app/platform/encryption/sealing.js';
import { newId } from '@app/platform/ids/ids.js';
import type { Wait } from './reading-contract.rules.js';
import { openReflection, type ReflectionBody, sealReflection } from './reflection-body.js';
import { Reflection } from './reflection.entity.js';

/** What was sent to one prompt, as its client may see it again. */
export interface SentReflection {
  id: string;
  body: ReflectionBody;
  sentAt: Temporal.Instant;
  firstReadAt: Temporal.Instant | null;
  wait: Wait;
  /** Until when the page said it would be read; null: it said nothing. */
  promisedBy: Temporal.Instant | null;
}

/** What goes with a body: how soon it is to be read, and what was promised. */
export interface ReadingWish {
  wait: Wait;
  promisedBy: Temporal.Instant | null;
}

/** A reflection to a prompt, or, with an id of its mailing, one that nobody asked for. */
export interface NewReflection extends ReadingWish {
  clientId: string;
  promptId: string | null;
  body: ReflectionBody;
  /** A new one when absent. */
  id?: string;
}

interface SentRow {
  id: string;
  body_sealed: Buffer;
  sent_at: Date;
  first_read_at: Date | null;
  wait: Wait;
  promised_by: Date | null;
}

const COLUMNS = 'id, body_sealed, sent_at, first_read_at, wait, promised_by';

/** Writes what a client sends. Used inside the transaction of whoever closes the prompt. */
@Injectable()
export class SentReflectionsService {
  /** What was sent to this prompt; null while nothing was. */
  ofPrompt(tx: Tx, key: Key, promptId: string): Promise<SentReflection | null> {
    return this.find(tx, key, { column: 'prompt_id', id: promptId });
  }

  /** One of the client's own, by its id; null when there is none. */
  ofId(tx: Tx, key: Key, id: string): Promise<SentReflection | null> {
    return this.find(tx, key, { column: 'id', id });
  }

  /** Adds a reflection; the database allows one a prompt. */
  async submit(
    tx: Tx,
    key: Key,
    { clientId, promptId, body, ...reflection }: NewReflection,
  ): Promise<string> {
    const { clinicId } = tx.actor;
    const { wait, promisedBy, id = newId() } = reflection;
    await tx.manager.insert(Reflection, {
      clinicId,
      id,
      clientId,
      promptId,
      bodySealed: sealReflection(key, { clinicId, rowId: id }, body),
      sentAt: tx.now,
      wait,
      promisedBy,
      firstReadAt: null,
      version: 1,
    });
    return id;
  }

  /** Puts other words in place. False once a practitioner has read it: the first reading closes editing. */
  async change(
    tx: Tx,
    key: Key,
    id: string,
    { body, wait, promisedBy }: ReadingWish & { body: ReflectionBody },
  ): Promise<boolean> {
    const { clinicId } = tx.actor;
    const changed = await tx.query<{ id: string }>(
      `with changed as (
         update reflections set body_sealed = $3, wait = $4, promised_by = $5, version = version + 1
         where clinic_id = $1 and id = $2 and first_read_at is null and withdrawn_at is null
         returning id)
       select id from changed`,
      [
        clinicId,
        id,
        sealReflection(key, { clinicId, rowId: id }, body),
        wait,
        promisedBy?.toString() ?? null,
      ],
    );
    return changed.length === 1;
  }

  /**
   * Lets another browser of the client see and change it, after a fresh link. Not a change of the words. What was
   * taken back is nobody's any more.
   */
  async rebind(tx: Tx, key: Key, sent: SentReflection, browser: string): Promise<void> {
    const { clinicId } = tx.actor;
    await tx.query(
      'update reflections set body_sealed = $3 where clinic_id = $1 and id = $2 and withdrawn_at is null',
      [clinicId, sent.id, sealReflection(key, { clinicId, rowId: sent.id }, { ...sent.body, browser })],
    );
  }

  private async find(
    tx: Tx,
    key: Key,
    { column, id }: { column: 'id' | 'prompt_id'; id: string },
  ): Promise<SentReflection | null> {
    const { clinicId } = tx.actor;
    const [row] = await tx.query<SentRow>(
      `select ${COLUMNS} from reflections where clinic_id = $1 and ${column} = $2`,
      [clinicId, id],
    );
    if (!row) return null;
    return {
      id: row.id,
      body: openReflection(key, { clinicId, rowId: row.id }, row.body_sealed),
      sentAt: toInstant(row.sent_at),
      firstReadAt: row.first_read_at && toInstant(row.first_read_at),
      wait: row.wait,
      promisedBy: row.promised_by && toInstant(row.promised_by),
    };
  }
}
