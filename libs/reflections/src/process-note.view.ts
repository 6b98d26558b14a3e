import { Temporal } from 'temporal-polyfill';
import { type Key, seal, unseal } from '@app/platform/encryption/sealing.js';

/** A practitioner's private note, for its author alone. */
export class ProcessNoteView {
  id!: string;
  version!: number;
  /** What it is about; null: the client as such. */
  reflectionId!: string | null;
  text!: string;
  writtenAt!: string;
}

export class ProcessNoteListView {
  items!: ProcessNoteView[];
  /** The id to ask on from (`after`); null at the end. */
  next!: string | null;
}

/** What a note is opened from. */
export interface SealedNote {
  id: string;
  version: number;
  reflectionId: string | null;
  bodySealed: Buffer;
  writtenAt: Temporal.Instant;
}

export function processNoteView(key: Key, clinicId: string, note: SealedNote): ProcessNoteView {
  const { id, version, reflectionId, bodySealed, writtenAt } = note;
  const text = unseal(key, binding(clinicId, id), bodySealed);
  return { id, version, reflectionId, text, writtenAt: writtenAt.toString() };
}

export function sealNote(key: Key, clinicId: string, id: string, text: string): Buffer {
  return seal(key, binding(clinicId, id), text);
}

function binding(clinicId: string, id: string) {
  return { clinicId, label: 'process-note.body', rowId: id };
}
