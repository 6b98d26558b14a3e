import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { ClientsService } from '@app/clients/clients.service.js';
import { ClinicsService } from '@app/clinics/clinics.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import type { Key } from '@app/platform/encryption/sealing.js';
import { NotFound, staleVersion, Unprocessable } from '@app/platform/errors/errors.js';
import { newId } from '@app/platform/ids/ids.js';
import { CareKeys } from './care-keys.service.js';
import { sealPlan } from './safety-plan-body.js';
import { keptSteps, planFaults, type SafetyPlanSteps } from './safety-plan.rules.js';
import { type SafetyPlanListView, safetyPlanView, type SafetyPlanView } from './safety-plan.view.js';
import { insertPlan, newestVersion, type PlanRow, planRows } from './safety-plans.queries.js';

/** What is made of the newest plan that was read. */
export interface PlanMade {
  /** Of the newest that was written, as it was read; 0: there was none. Not looked at when absent. */
  version?: number | undefined;
  /** Written down anew; absent: it was gone through once more. */
  steps?: Partial<SafetyPlanSteps> | undefined;
}

/**
 * Safety plans, as every seat of the care team writes and reads them: they are made for whoever answers. Each is kept
 * as it was; a change is another one. What stands in them is sealed with the client's key, which the product opens.
 */
@Injectable()
export class SafetyPlansService {
  constructor(
    private readonly db: Database,
    private readonly clients: ClientsService,
    private readonly clinics: ClinicsService,
    private readonly careKeys: CareKeys,
    private readonly audit: AuditService,
  ) {}

  /** Newest first. @throws NotFound for who is not on the care team */
  async list(actor: StaffActor, clientId: string): Promise<SafetyPlanListView> {
    const { rows, staffNames } = await this.db.inClinic(actor, async (tx) => {
      await this.mustCare(tx, clientId);
      await this.record(tx, clientId, 'safety-plans.listed');
      return { rows: await planRows(tx, clientId), staffNames: await this.clinics.staffNames(tx) };
    });
    const key = rows.some(({ body_sealed: sealed }) => sealed)
      ? await this.keyOf(actor, clientId)
      : undefined;
    return {
      items: rows.map((row) => safetyPlanView(row, { key, clinicId: actor.clinicId, staffNames })),
      next: null,
    };
  }

  /**
   * Made now: written down anew, or gone through once more.
   * @throws NotFound for who is not on the care team; Conflict when another was written meanwhile; Unprocessable when
   * nothing stands in it
   */
  async make(actor: StaffActor, clientId: string, made: PlanMade = {}): Promise<SafetyPlanView> {
    const steps = made.steps ? mustSaySomething(made.steps) : null;
    const id = newId();
    await this.db.inClinic(actor, (tx) => this.mustCare(tx, clientId));
    const key = steps ? await this.keyOf(actor, clientId) : undefined;
    const sealed = steps && key ? sealPlan(key, { clinicId: actor.clinicId, planId: id }, steps) : null;
    return this.db.inClinic(actor, async (tx) => {
      // Two who write at once do so one after the other; and the seat may be another by now.
      await this.clients.lock(tx, clientId);
      await this.mustCare(tx, clientId);
      const { version } = made;
      if (version !== undefined && (await newestVersion(tx, clientId)) !== version) throw staleVersion();
      await insertPlan(tx, { id, clientId, madeBy: actor.staffMemberId, sealed });
      await this.record(tx, clientId, steps ? 'safety-plan.written' : 'safety-plan.made');
      const staffNames = await this.clinics.staffNames(tx);
      const row = mustBeThere(await planRows(tx, clientId), id);
      return safetyPlanView(row, { key, clinicId: actor.clinicId, staffNames });
    });
  }

  /** Row-level security has shown this client's rows to the actor before. */
  private async keyOf(actor: StaffActor, clientId: string): Promise<Key> {
    const key = (await this.careKeys.open(actor, [clientId])).get(clientId);
    if (!key) throw new NotFound('client');
    return key;
  }

  /** The policies would show an admin an empty list, where there is nothing for them to see. */
  private async mustCare(tx: Tx, clientId: string): Promise<void> {
    await this.clients.mustSee(tx, clientId);
    const [row] = await tx.query<{ cares: boolean }>('select $1 = any (app_care_clients()) as cares', [
      clientId,
    ]);
    if (!row?.cares) throw new NotFound('client');
  }

  private record(tx: Tx, clientId: string, action: string): Promise<void> {
    const entry = { subjectType: 'client', subjectIds: [clientId], clientIds: [clientId] };
    return this.audit.record(tx, { action, ...entry });
  }
}

function mustSaySomething(steps: Partial<SafetyPlanSteps>): SafetyPlanSteps {
  const kept = keptSteps(steps);
  const faults = planFaults(kept);
  if (faults.length > 0) throw new Unprocessable('invalid', faults);
  return kept;
}

function mustBeThere(rows: readonly PlanRow[], id: string): PlanRow {
  const row = rows.find((one) => one.id === id);
  if (!row) throw new NotFound('safety plan');
  return row;
}
