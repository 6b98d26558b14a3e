import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { NotFound, Unprocessable } from '@app/platform/errors/errors.js';
import {
  addOwnMeasure,
  archiveOwnMeasure,
  newestOwnMeasures,
  ownMeasure,
  type OwnMeasureRow,
} from './measure-definitions.queries.js';
import { checkMeasureFile } from './measure-file.rules.js';
import type { OwnMeasure } from './measure-file.types.js';
import type { MeasureDefinition } from './measure.types.js';
import { type FoundMeasure, type MeasureListView, measureView, type MeasureView } from './measure.view.js';
import { findMeasure, MEASURES, NEWEST_MEASURES } from './measures.data.js';

const CODES_OF_OURS = MEASURES.map(({ code }) => code);

/** Published questionnaires, and what the clinic defines itself. Nothing of a client stands in them. */
@Injectable()
export class MeasuresService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
  ) {}

  /** Ours, then the clinic's own by title, archived ones too. */
  async list(actor: StaffActor): Promise<MeasureListView> {
    return this.db.inClinic(actor, async (tx) => {
      const found = [...NEWEST_MEASURES.map(ofOurs), ...(await newestOwnMeasures(tx)).map(ofRow)];
      return { items: found.map(measureView), next: null };
    });
  }

  /**
   * Adds what a definition file says: a new measure, or the next version of one of the clinic's own, which is then
   * in use again. Throws Unprocessable with everything that is wrong with the file.
   */
  async add(actor: StaffActor, file: unknown): Promise<MeasureView> {
    const definition = mustFit(file);
    return this.db.inClinic(actor, async (tx) => {
      const { isNew } = await addOwnMeasure(tx, definition);
      if (isNew) await this.note(tx, 'added');
      return this.own(tx, definition.code);
    });
  }

  /** It is offered for nothing new; what asked it stays. Throws NotFound, for ours too. */
  async archive(actor: StaffActor, code: string): Promise<MeasureView> {
    return this.db.inClinic(actor, async (tx) => {
      if (!(await archiveOwnMeasure(tx, code))) throw new NotFound('measure');
      await this.note(tx, 'archived');
      return this.own(tx, code);
    });
  }

  /** What was or will be asked under this code and version, ours or the clinic's own; undefined when there is none. */
  async definition(tx: Tx, code: string, version: number): Promise<MeasureDefinition | undefined> {
    const ours = findMeasure(code, version);
    if (ours) return ours;
    const row = await ownMeasure(tx, code, version);
    return row && ofRow(row).definition;
  }

  private async own(tx: Tx, code: string): Promise<MeasureView> {
    const [row] = await newestOwnMeasures(tx, code);
    if (!row) throw new NotFound('measure');
    return measureView(ofRow(row));
  }

  private note(tx: Tx, what: 'added' | 'archived'): Promise<void> {
    const entry = { subjectType: 'measure', subjectIds: [], clientIds: [] };
    return this.audit.record(tx, { action: `measure.${what}`, ...entry });
  }
}

function mustFit(file: unknown): OwnMeasure {
  const { definition, troubles } = checkMeasureFile(file, CODES_OF_OURS);
  if (definition) return definition;
  throw new Unprocessable(
    'invalid',
    troubles.map((one) => ({ ...one, field: one.field === '' ? 'definition' : `definition.${one.field}` })),
  );
}

function ofOurs(definition: MeasureDefinition): FoundMeasure {
  return { definition, own: false, archivedAt: null };
}

function ofRow({ version, definition, archived_at: archivedAt }: OwnMeasureRow): FoundMeasure {
  return {
    definition: { ...definition, version },
    own: true,
    archivedAt: archivedAt?.toISOString() ?? null,
  };
}
