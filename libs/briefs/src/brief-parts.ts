import { initialsOf } from '@app/reflections/initials.rules.js';
import { openMarks } from '@app/reflections/marks-body.js';
import { processNoteView } from '@app/reflections/process-note.view.js';
import type { ReflectionBody } from '@app/reflections/reflection-body.js';
import type { ReflectionParts } from '@app/reflections/reflection-parts.js';
import type { Wishes } from '@app/reflections/wishes.types.js';
import type { BriefReader } from './brief-reader.types.js';
import { type BriefRows, instantOf } from './brief-rows.js';

interface Beside {
  reader: BriefReader;
  body: ReflectionBody;
  wishes: Wishes;
}

/** What stands beside each reflection: marks, one's own notes, totals, threads, wishes. */
export interface PartRows {
  of(reflectionId: string, beside: Beside): ReflectionParts;
}

/** Rows of one brief, by reflection. */
export function briefParts(rows: BriefRows): PartRows {
  const marks = grouped(rows.marks);
  const notes = grouped(rows.notes);
  return {
    of: (id, { reader, body, wishes }) => {
      const { marks: mine, others } = marksOf(marks.get(id) ?? [], reader);
      return {
        marks: mine,
        others,
        notes: (notes.get(id) ?? []).map((row) =>
          processNoteView(reader.key, reader.clinicId, {
            id: row.id,
            version: row.version,
            reflectionId: row.reflection_id,
            bodySealed: Buffer.from(row.body, 'base64'),
            writtenAt: instantOf(row.written_at),
          }),
        ),
        measure: reader.measures.of(id, body),
        threads: reader.threads.get(id) ?? [],
        wishes,
      };
    },
  };
}

function marksOf(rows: BriefRows['marks'], reader: BriefReader): Pick<ReflectionParts, 'marks' | 'others'> {
  const { clinicId, staffMemberId, staff, key } = reader;
  const opened = rows.map((row) => ({
    row,
    body: openMarks(
      key,
      { clinicId, reflectionId: row.reflection_id, staffMemberId: row.staff_member_id },
      Buffer.from(row.body, 'base64'),
    ),
  }));
  const mine = opened.find(({ row }) => row.staff_member_id === staffMemberId);
  return {
    marks: mine ? { ...mine.body, version: mine.row.version } : null,
    others: opened
      .filter((one) => one !== mine && (one.body.highlights.length > 0 || one.body.tags.length > 0))
      .map(({ row, body }) => ({ ...body, byInitials: initialsOf(staff.get(row.staff_member_id) ?? '') })),
  };
}

function grouped<Row extends { reflection_id: string | null }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const id = row.reflection_id ?? '';
    groups.set(id, [...(groups.get(id) ?? []), row]);
  }
  return groups;
}
