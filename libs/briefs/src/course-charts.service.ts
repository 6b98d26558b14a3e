import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { AuditService } from '@app/audit/audit.service.js';
import type { MeasureDefinition } from '@app/measures/measure.types.js';
import { MeasuresService } from '@app/measures/measures.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import type { Key } from '@app/platform/encryption/sealing.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { chipWords } from '@app/reflections/chip-words.js';
import { measurePoints } from '@app/reflections/measure-course.rules.js';
import { openMeasureResult } from '@app/reflections/measure-results.service.js';
import { placeOf, reflectionsOfClient } from '@app/reflections/reflection-rows.js';
import { openReflection, type ReflectionBody } from '@app/reflections/reflection-body.js';
import { CareKeys } from '@app/safety/care-keys.service.js';
import { chartView } from './chart.view.js';
import { courseChart } from './course-chart.rules.js';
import type { CourseCheckInsView, MeasureCourseListView, ShiftDayView } from './course-charts.view.js';
import { measureCourseView } from './measure-course.view.js';

interface ResultRow {
  reflection_id: string;
  code: string;
  definition_version: number;
  body_sealed: Buffer;
}

interface Sent {
  id: string;
  on: Temporal.PlainDate;
  body: ReflectionBody;
}

const SHIFTS = ['S1', 'S2', 'S3', 'S4'] as const;

/** The figures of a client's whole course. */
@Injectable()
export class CourseCharts {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly careKeys: CareKeys,
    private readonly measures: MeasuresService,
    private readonly audit: AuditService,
  ) {}

  /** Totals, for every seat of the care team, the body seat too. NotFound for anybody else. */
  async measuresOf(actor: StaffActor, clientId: string): Promise<MeasureCourseListView> {
    const { rows, definitions } = await this.db.inClinic(actor, async (tx) => {
      await mustCare(tx, clientId);
      const found = await resultRows(tx, clientId);
      await this.note(tx, 'measures.listed', clientId);
      return { rows: found, definitions: await this.definitions(tx, found) };
    });
    // Row-level security has decided; who sits in the body seat has no key of their own.
    const key = (await this.careKeys.open(actor, rows.length > 0 ? [clientId] : [])).get(clientId);
    const results = key ? rows.map((row) => opened(key, actor.clinicId, row)) : [];
    const items = definitions.map((definition) =>
      measureCourseView(definition, measurePoints(definition, results)),
    );
    return { items: items.filter(({ points }) => points.length > 0), next: null };
  }

  /** Check-ins around the sessions, and everyday shifts. NotFound for who does not read this client's words. */
  checkInsOf(actor: StaffActor, clientId: string): Promise<CourseCheckInsView> {
    return this.db.inClinic(actor, async (tx) => {
      const key = await this.keyring.client(tx, clientId);
      const { timeZone, sessionsHeldAt } = await placeOf(tx, clientId, 'en-US');
      const dateOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate();
      const rows = await reflectionsOfClient(tx, clientId, {});
      const oldestFirst = rows.reverse().map((row) => ({
        id: row.id,
        on: dateOf(Temporal.Instant.fromEpochMilliseconds(row.sent_at.getTime())),
        body: openReflection(key, { clinicId: actor.clinicId, rowId: row.id }, row.body_sealed),
      }));
      await this.note(tx, 'check-ins.listed', clientId);
      const chart = courseChart(oldestFirst.map(pointOf), sessionsHeldAt.map(dateOf), dateOf(tx.now));
      return { ...chartView(chart), shifts: oldestFirst.flatMap(shiftsOf) };
    });
  }

  private async definitions(tx: Tx, rows: readonly ResultRow[]): Promise<MeasureDefinition[]> {
    const asked = new Map(rows.map((row) => [`${row.code} ${row.definition_version}`, row]));
    const found: MeasureDefinition[] = [];
    for (const { code, definition_version: version } of asked.values()) {
      const definition = await this.measures.definition(tx, code, version);
      if (definition) found.push(definition);
    }
    return found;
  }

  private note(tx: Tx, action: string, clientId: string): Promise<void> {
    const of = { subjectType: 'client', subjectIds: [clientId], clientIds: [clientId] };
    return this.audit.record(tx, { action, ...of });
  }
}

/** Whoever sees the client for their calendar alone is told that there is nothing. @throws NotFound */
async function mustCare(tx: Tx, clientId: string): Promise<void> {
  const [row] = await tx.query<{ cares: boolean }>('select app_care_clients() @> array[$1::uuid] as cares', [
    clientId,
  ]);
  if (!row?.cares) throw new NotFound('client');
}

/** Oldest first. */
function resultRows(tx: Tx, clientId: string): Promise<ResultRow[]> {
  return tx.query<ResultRow>(
    `select reflection_id, code, definition_version, body_sealed from measure_results
     where clinic_id = $1 and client_id = $2 order by completed_at, reflection_id`,
    [tx.actor.clinicId, clientId],
  );
}

function opened(key: Key, clinicId: string, { reflection_id: reflectionId, body_sealed: sealed }: ResultRow) {
  return { reflectionId, body: openMeasureResult(key, clinicId, reflectionId, sealed) };
}

function pointOf({ id, on, body: { checkIns } }: Sent) {
  return {
    on,
    reflectionId: id,
    ease: checkIns.ease ?? null,
    energy: checkIns.energy ?? null,
    sleep: checkIns.sleep ?? null,
    crowded: checkIns.crowded ?? null,
  };
}

function shiftsOf({ id, on, body: { chips, shift } }: Sent): ShiftDayView[] {
  return SHIFTS.filter((code) => chips.includes(code) || shift?.chip === code).map((code) => ({
    on: on.toString(),
    code,
    label: chipWords(code, 'en-US'),
    reflectionId: id,
  }));
}
