import type { Tx } from '@app/platform/database/database.js';

export interface MarksRow {
  reflection_id: string;
  staff_member_id: string;
  /** Sealed with the clinic's key. */
  staff_name: Buffer;
  body_sealed: Buffer;
  version: number;
}

/** Everybody's marks on these reflections. */
export function marksOf(tx: Tx, reflectionIds: readonly string[]): Promise<MarksRow[]> {
  return tx.query<MarksRow>(
    `select m.reflection_id, m.staff_member_id, s.name_sealed as staff_name, m.body_sealed, m.version
     from reflection_marks m
     join staff_members s on s.clinic_id = m.clinic_id and s.id = m.staff_member_id
     where m.clinic_id = $1 and m.reflection_id = any ($2)
     order by m.updated_at, m.staff_member_id`,
    [tx.actor.clinicId, reflectionIds],
  );
}

export interface NoteRow {
  id: string;
  reflection_id: string;
  body_sealed: Buffer;
  written_at: Date;
  version: number;
}

/** The notes about these reflections that are one's own; row-level security shows no others. */
export function notesOf(tx: Tx, reflectionIds: readonly string[]): Promise<NoteRow[]> {
  return tx.query<NoteRow>(
    `select id, reflection_id, body_sealed, written_at, version from process_notes
     where clinic_id = $1 and reflection_id = any ($2) order by written_at, id`,
    [tx.actor.clinicId, reflectionIds],
  );
}
