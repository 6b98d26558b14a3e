import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { measureResultBody } from '@app/measures/measure-result.rules.js';
import type { MeasureResultBody } from '@app/measures/measure-result.types.js';
import type { MeasureDefinition } from '@app/measures/measure.types.js';
import type { Tx } from '@app/platform/database/database.js';
import { toInstant } from '@app/platform/database/instant.js';
import { type Key, seal, unseal } from '@app/platform/encryption/sealing.js';
import { seriesThen } from './measure-series.queries.js';

/** A finished measure of a client. */
export interface MeasureResult {
  reflectionId: string;
  completedAt: Temporal.Instant;
  /** Its total is never null here. */
  body: MeasureResultBody & { total: number };
}

/** What was answered in one reflection. */
export interface AnsweredMeasure {
  clientId: string;
  reflectionId: string;
  definition: MeasureDefinition;
  items: Readonly<Record<string, number>>;
}

interface ResultRow {
  reflection_id: string;
  body_sealed: Buffer;
  completed_at: Date;
}

/** Results of measures, sealed with the client's key. Used inside the transaction of whoever sends or reads. */
@Injectable()
export class MeasureResultsService {
  /**
   * Keeps what was sent, scored, under its reflection. Unfinished, it has no row; one that was finished before a
   * change took an answer back stays as unscored.
   */
  async insert(
    tx: Tx,
    key: Key,
    { clientId, reflectionId, definition, items }: AnsweredMeasure,
  ): Promise<MeasureResultBody> {
    const { clinicId } = tx.actor;
    const { timeZone, ...series } = await seriesThen(tx, clientId);
    const completedOn = tx.now.toZonedDateTimeISO(timeZone).toPlainDate();
    const body = measureResultBody(definition, { items, completedOn, series });
    const sealed = seal(key, bindingOf(clinicId, reflectionId), JSON.stringify(body));
    const values = [clinicId, reflectionId, definition.code, definition.version, sealed];
    if (body.total === null) {
      await tx.query(
        `update measure_results set code = $3, definition_version = $4, body_sealed = $5, completed_at = app_now()
         where clinic_id = $1 and reflection_id = $2`,
        values,
      );
    } else {
      await tx.query(
        `insert into measure_results
           (clinic_id, reflection_id, code, definition_version, body_sealed, client_id, completed_at)
         values ($1, $2, $3, $4, $5, $6, app_now())
         on conflict (clinic_id, reflection_id) do update set code = excluded.code,
           definition_version = excluded.definition_version, body_sealed = excluded.body_sealed,
           completed_at = excluded.completed_at`,
        [...values, clientId],
      );
    }
    return body;
  }

  /** A client's finished ones, oldest first. Who may not see them finds none. */
  async ofClient(tx: Tx, key: Key, clientId: string): Promise<MeasureResult[]> {
    const { clinicId } = tx.actor;
    const rows = await tx.query<ResultRow>(
      `select reflection_id, body_sealed, completed_at from measure_results
       where clinic_id = $1 and client_id = $2 order by completed_at, reflection_id`,
      [clinicId, clientId],
    );
    return rows.flatMap((row) => {
      const body = openMeasureResult(key, clinicId, row.reflection_id, row.body_sealed);
      const { total } = body;
      if (total === null) return [];
      return [
        {
          reflectionId: row.reflection_id,
          completedAt: toInstant(row.completed_at),
          body: { ...body, total },
        },
      ];
    });
  }
}

/** Opens one result. Throws when the key or the row differs. */
export function openMeasureResult(
  key: Key,
  clinicId: string,
  reflectionId: string,
  sealed: Buffer,
): MeasureResultBody {
  return JSON.parse(unseal(key, bindingOf(clinicId, reflectionId), sealed)) as MeasureResultBody;
}

function bindingOf(clinicId: string, reflectionId: string) {
  return { clinicId, label: 'measure-result.body', rowId: reflectionId };
}
