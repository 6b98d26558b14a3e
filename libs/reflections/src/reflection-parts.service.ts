import { Injectable } from '@nestjs/common';
import { MeasuresService } from '@app/measures/measures.service.js';
import type { MeasureDefinition } from '@app/measures/measure.types.js';
import type { Tx } from '@app/platform/database/database.js';
import { toInstant } from '@app/platform/database/instant.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { type Key, unseal } from '@app/platform/encryption/sealing.js';
import { initialsOf } from './initials.rules.js';
import { openMarks } from './marks-body.js';
import { measurePoints } from './measure-course.rules.js';
import { MeasureResultsService } from './measure-results.service.js';
import { processNoteView } from './process-note.view.js';
import type { ReflectionBody } from './reflection-body.js';
import { NO_PARTS, type ReflectionParts } from './reflection-parts.js';
import { marksOf, type MarksRow, notesOf } from './reflection-parts.queries.js';
import type { ThreadsOfReflections } from './reflection-threads.types.js';
import { WishesService } from './wishes.service.js';

interface Opened {
  id: string;
  body: ReflectionBody;
}

/** What stands beside the reflections of one client: marks, one's own notes, wishes, totals, threads. */
@Injectable()
export class ReflectionPartsService {
  constructor(
    private readonly keyring: Keyring,
    private readonly measures: MeasuresService,
    private readonly results: MeasureResultsService,
    private readonly wishes: WishesService,
  ) {}

  /** By reflection. `key` is the client's; row-level security decides what there is to open with it. */
  async of(
    tx: Tx,
    key: Key,
    clientId: string,
    reflections: readonly Opened[],
    threads?: ThreadsOfReflections,
  ): Promise<Map<string, ReflectionParts>> {
    if (reflections.length === 0) return new Map();
    const ids = reflections.map(({ id }) => id);
    const marks = groupOf(await marksOf(tx, ids), (row) => row.reflection_id);
    const notes = groupOf(await notesOf(tx, ids), (row) => row.reflection_id);
    const wishes = await this.wishes.ofClient(tx, key, clientId);
    const totals = await this.totalsOf(tx, key, clientId, reflections);
    const threadsOf = await threads?.ofReflections(tx, key, clientId);
    const clinicKey = await this.keyring.clinic(tx);
    const { clinicId } = tx.actor;
    return new Map(
      reflections.map(({ id }) => [
        id,
        {
          ...NO_PARTS,
          ...this.marksFor(tx, key, clinicKey, marks.get(id) ?? []),
          notes: (notes.get(id) ?? []).map((row) =>
            processNoteView(key, clinicId, {
              id: row.id,
              version: row.version,
              reflectionId: row.reflection_id,
              bodySealed: row.body_sealed,
              writtenAt: toInstant(row.written_at),
            }),
          ),
          measure: totals.get(id) ?? null,
          threads: threadsOf?.get(id) ?? [],
          wishes: wishes.get(id) ?? null,
        },
      ]),
    );
  }

  private marksFor(
    { actor }: Tx,
    key: Key,
    clinicKey: Key,
    rows: readonly MarksRow[],
  ): Pick<ReflectionParts, 'marks' | 'others'> {
    const { clinicId } = actor;
    const me = actor.kind === 'staff' ? actor.staffMemberId : null;
    const open = (row: MarksRow) => {
      const owner = { clinicId, reflectionId: row.reflection_id, staffMemberId: row.staff_member_id };
      return openMarks(key, owner, row.body_sealed);
    };
    const mine = rows.find((row) => row.staff_member_id === me);
    const others = rows.filter((row) => row !== mine).map((row) => ({ row, body: open(row) }));
    return {
      marks: mine ? { ...open(mine), version: mine.version } : null,
      others: others
        .filter(({ body }) => body.highlights.length > 0 || body.tags.length > 0)
        .map(({ row, body }) => {
          const binding = { clinicId, label: 'staff.name', rowId: row.staff_member_id };
          return { ...body, byInitials: initialsOf(unseal(clinicKey, binding, row.staff_name)) };
        }),
    };
  }

  /** Of those that asked a measure. The totals before them count, in whichever reflection they stand. */
  private async totalsOf(
    tx: Tx,
    key: Key,
    clientId: string,
    reflections: readonly Opened[],
  ): Promise<Map<string, NonNullable<ReflectionParts['measure']>>> {
    const totals = new Map<string, NonNullable<ReflectionParts['measure']>>();
    const asked = reflections.filter(({ body }) => body.question.measure);
    if (asked.length === 0) return totals;
    const results = await this.results.ofClient(tx, key, clientId);
    const definitions = new Map<string, MeasureDefinition | undefined>();
    for (const { id, body } of asked) {
      const { code, version } = body.question.measure!;
      const name = `${code} ${version}`;
      if (!definitions.has(name)) definitions.set(name, await this.measures.definition(tx, code, version));
      const definition = definitions.get(name);
      if (!definition) continue;
      const point = measurePoints(definition, results).find(({ reflectionId }) => reflectionId === id);
      totals.set(id, { definition, point: point ?? null });
    }
    return totals;
  }
}

function groupOf<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}
