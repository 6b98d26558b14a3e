import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { type Page, pageOf } from '@app/clients/list-page.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import type { Key } from '@app/platform/encryption/sealing.js';
import { NotFound, staleVersion } from '@app/platform/errors/errors.js';
import { newId } from '@app/platform/ids/ids.js';
import { ProcessNote } from './process-note.entity.js';
import {
  type ProcessNoteListView,
  processNoteView,
  type ProcessNoteView,
  sealNote,
} from './process-note.view.js';

/** Longest process note, in characters. */
export const PROCESS_NOTE_MAX = 5_000;

/**
 * A practitioner's private notes, apart from the record: row-level security shows them to their author alone,
 * whoever else reads the client's words. Written down in the audit without their content.
 */
@Injectable()
export class ProcessNotesService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly audit: AuditService,
  ) {}

  /** One's own about a client, newest first. NotFound for who does not read this client's words. */
  list(actor: StaffActor, clientId: string, page: Page): Promise<ProcessNoteListView> {
    return this.db.inClinic(actor, async (tx) => {
      const key = await this.keyring.client(tx, clientId);
      const rows = await tx.manager.find(ProcessNote, {
        where: { clinicId: actor.clinicId, clientId },
        order: { writtenAt: 'DESC', id: 'DESC' },
      });
      const { items, next } = pageOf(rows, page);
      await this.note(
        tx,
        'listed',
        clientId,
        items.map(({ id }) => id),
      );
      return { items: items.map((row) => processNoteView(key, actor.clinicId, row)), next };
    });
  }

  /** Throws NotFound, also for a reflection that is not this client's. */
  add(
    actor: StaffActor,
    clientId: string,
    { text, reflectionId = null }: { text: string; reflectionId?: string | null },
  ): Promise<ProcessNoteView> {
    return this.db.inClinic(actor, async (tx) => {
      const key = await this.keyring.client(tx, clientId);
      if (reflectionId !== null) await mustBeOf(tx, clientId, reflectionId);
      const { clinicId, staffMemberId } = actor;
      const id = newId();
      const bodySealed = sealNote(key, clinicId, id, text);
      const row = {
        clinicId,
        id,
        clientId,
        staffMemberId,
        reflectionId,
        bodySealed,
        writtenAt: tx.now,
        version: 1,
      };
      await tx.manager.insert(ProcessNote, row);
      return this.told(tx, key, row, 'written');
    });
  }

  /** Throws NotFound, for anybody but its author too; Conflict (stale version). */
  change(
    actor: StaffActor,
    id: string,
    { version, text }: { version: number; text: string },
  ): Promise<ProcessNoteView> {
    return this.db.inClinic(actor, async (tx) => {
      const row = await mustFind(tx, id);
      const key = await this.keyring.client(tx, row.clientId);
      if (row.version !== version) throw staleVersion();
      row.bodySealed = sealNote(key, actor.clinicId, id, text);
      row.version = version + 1;
      const { bodySealed } = row;
      const where = { clinicId: actor.clinicId, id, version };
      const { affected } = await tx.manager.update(ProcessNote, where, { bodySealed, version: version + 1 });
      if (affected !== 1) throw staleVersion();
      return this.told(tx, key, row, 'changed');
    });
  }

  /** Throws NotFound, for anybody but its author too. */
  remove(actor: StaffActor, id: string): Promise<void> {
    return this.db.inClinic(actor, async (tx) => {
      const { clientId } = await mustFind(tx, id);
      await tx.manager.delete(ProcessNote, { clinicId: actor.clinicId, id });
      await this.note(tx, 'removed', clientId, [id]);
    });
  }

  private async told(tx: Tx, key: Key, row: ProcessNote, what: string): Promise<ProcessNoteView> {
    await this.note(tx, what, row.clientId, [row.id]);
    return processNoteView(key, row.clinicId, row);
  }

  private note(tx: Tx, what: string, clientId: string, subjectIds: readonly string[]): Promise<void> {
    const action = `process-note.${what}`;
    return this.audit.record(tx, { action, subjectType: 'process-note', subjectIds, clientIds: [clientId] });
  }
}

async function mustFind(tx: Tx, id: string): Promise<ProcessNote> {
  const row = await tx.manager.findOneBy(ProcessNote, { clinicId: tx.actor.clinicId, id });
  if (!row) throw new NotFound('process note');
  return row;
}

async function mustBeOf(tx: Tx, clientId: string, reflectionId: string): Promise<void> {
  const found = await tx.query(
    'select 1 from reflections where clinic_id = $1 and id = $2 and client_id = $3',
    [tx.actor.clinicId, reflectionId, clientId],
  );
  if (found.length === 0) throw new NotFound('reflection');
}
