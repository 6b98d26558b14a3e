import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { NotFound, staleVersion, Unprocessable } from '@app/platform/errors/errors.js';
import type { FieldError } from '@app/platform/errors/field-error.types.js';
import {
  DEFAULT_THRESHOLDS,
  isAllowed,
  THRESHOLD_NAMES,
  THRESHOLD_RANGES,
  thresholdsOf,
} from './pattern-thresholds.js';
import type { PatternThresholdsView } from './pattern-thresholds.view.js';
import type { PatternThresholds } from './pattern.types.js';

/** The figures of a clinic's pattern notes. They stand in the clinic's row and share its version. */
@Injectable()
export class PatternThresholdsService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
  ) {}

  read(actor: StaffActor): Promise<PatternThresholdsView> {
    return this.db.inClinic(actor, (tx) => viewIn(tx));
  }

  /**
   * The whole set. Notes follow at the next reading: they are never stored.
   * @throws Unprocessable that names each figure out of its range; Conflict (stale version)
   */
  put(
    actor: StaffActor,
    { version, thresholds }: { version: number; thresholds: PatternThresholds },
  ): Promise<PatternThresholdsView> {
    const errors = troublesOf(thresholds);
    if (errors.length > 0) throw new Unprocessable('invalid', errors);
    return this.db.inClinic(actor, async (tx) => {
      const written = await tx.query<{ version: number }>(
        `with written as (
           update clinics set pattern_thresholds = $3, version = version + 1
           where clinic_id = $1 and version = $2 returning version)
         select version from written`,
        [actor.clinicId, version, JSON.stringify(onlyFigures(thresholds))],
      );
      if (written.length === 0) throw staleVersion();
      await this.audit.record(tx, {
        action: 'pattern-thresholds.changed',
        subjectType: 'clinic',
        subjectIds: [actor.clinicId],
        clientIds: [],
      });
      return viewIn(tx);
    });
  }
}

async function viewIn(tx: Tx): Promise<PatternThresholdsView> {
  const { version, pattern_thresholds: stored } = await rowIn(tx);
  return {
    version,
    thresholds: thresholdsOf(stored),
    defaults: { ...DEFAULT_THRESHOLDS },
    ranges: THRESHOLD_NAMES.map((name) => ({ name, ...THRESHOLD_RANGES[name] })),
  };
}

async function rowIn(tx: Tx): Promise<{ version: number; pattern_thresholds: unknown }> {
  const [row] = await tx.query<{ version: number; pattern_thresholds: unknown }>(
    'select version, pattern_thresholds from clinics where clinic_id = $1',
    [tx.actor.clinicId],
  );
  if (!row) throw new NotFound('clinic');
  return row;
}

function troublesOf(thresholds: PatternThresholds): FieldError[] {
  return THRESHOLD_NAMES.filter((name) => !isAllowed(name, thresholds[name])).map((name): FieldError => {
    const { from, to } = THRESHOLD_RANGES[name];
    if (!Number.isInteger(thresholds[name])) return { field: name, code: 'isInt', params: {} };
    return thresholds[name] < from
      ? { field: name, code: 'min', params: { min: from } }
      : { field: name, code: 'max', params: { max: to } };
  });
}

function onlyFigures(thresholds: PatternThresholds): PatternThresholds {
  return Object.fromEntries(
    THRESHOLD_NAMES.map((name) => [name, thresholds[name]]),
  ) as unknown as PatternThresholds;
}
