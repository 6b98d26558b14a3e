import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { StaffActor } from '@app/platform/actor.js';
import type { Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { seal, unseal } from '@app/platform/encryption/sealing.js';
import type { Appointment } from './appointment.entity.js';
import type { OpenNote } from './appointment.view.js';
import { ClosingNote } from './closing-note.entity.js';

/** Longest closing note, in characters. */
export const CLOSING_NOTE_MAX = 5_000;

/** Closing notes, sealed with the client's key. Row-level security shows them to who reads words only. */
@Injectable()
export class ClosingNotesService {
  constructor(private readonly keyring: Keyring) {}

  /** Notes by appointment; those this actor may not read are absent. */
  async of(tx: Tx, appointmentIds: readonly string[]): Promise<Map<string, OpenNote>> {
    const { clinicId } = tx.actor;
    const rows = await tx.manager.findBy(ClosingNote, { clinicId, appointmentId: In([...appointmentIds]) });
    if (rows.length === 0) return new Map();
    const keys = await this.keyring.clients(tx, [...new Set(rows.map(({ clientId }) => clientId))]);
    return new Map(
      rows.flatMap((row) => {
        const key = keys.get(row.clientId);
        if (!key) return [];
        const text = unseal(key, binding(clinicId, row.appointmentId), row.noteSealed);
        return [[row.appointmentId, { text, writtenAt: row.writtenAt }] as const];
      }),
    );
  }

  /** Writes or rewrites the note. Throws NotFound for who does not read this client's words. */
  async write(tx: Tx, actor: StaffActor, appointment: Appointment, text: string): Promise<void> {
    const { clinicId, id, clientId } = appointment;
    const key = await this.keyring.client(tx, clientId);
    const noteSealed = seal(key, binding(clinicId, id), text);
    const words = { noteSealed, writtenBy: actor.staffMemberId, writtenAt: tx.now };
    const { affected } = await tx.manager.update(ClosingNote, { clinicId, appointmentId: id }, words);
    if (affected === 0) {
      await tx.manager.insert(ClosingNote, { clinicId, appointmentId: id, clientId, ...words });
    }
  }
}

function binding(clinicId: string, appointmentId: string) {
  return { clinicId, label: 'closing-note.body', rowId: appointmentId };
}
