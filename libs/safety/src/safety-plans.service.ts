import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { ClientsService } from '@app/clients/clients.service.js';
import { ClinicsService } from '@app/clinics/clinics.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { newId } from '@app/platform/ids/ids.js';
import { NotFound } from '@app/platform/errors/errors.js';
import type { SafetyPlanListView, SafetyPlanView } from './safety-plan.view.js';

interface PlanRow {
  made_by: string;
  made_at: Date;
}

/** That a clinician went through a safety plan with the client on a day. What it says stands elsewhere. */
@Injectable()
export class SafetyPlansService {
  constructor(
    private readonly db: Database,
    private readonly clients: ClientsService,
    private readonly clinics: ClinicsService,
    private readonly audit: AuditService,
  ) {}

  /** Newest first. @throws NotFound for who is not on the care team */
  list(actor: StaffActor, clientId: string): Promise<SafetyPlanListView> {
    return this.db.inClinic(actor, async (tx) => {
      await this.mustCare(tx, clientId);
      const items = await this.plans(tx, clientId);
      await this.record(tx, clientId, 'safety-plans.listed');
      return { items, next: null };
    });
  }

  /** Made now. @throws NotFound for who is not on the care team */
  make(actor: StaffActor, clientId: string): Promise<SafetyPlanView> {
    return this.db.inClinic(actor, async (tx) => {
      await this.mustCare(tx, clientId);
      await tx.query(
        'insert into safety_plans (clinic_id, id, client_id, made_by, made_at) values ($1, $2, $3, $4, app_now())',
        [actor.clinicId, newId(), clientId, actor.staffMemberId],
      );
      await this.record(tx, clientId, 'safety-plan.made');
      return (await this.plans(tx, clientId))[0]!;
    });
  }

  private async plans(tx: Tx, clientId: string): Promise<SafetyPlanView[]> {
    const rows = await tx.query<PlanRow>(
      `select made_by, made_at from safety_plans where clinic_id = $1 and client_id = $2
       order by made_at desc, id desc limit 200`,
      [tx.actor.clinicId, clientId],
    );
    const names: ReadonlyMap<string, string> =
      rows.length > 0 ? await this.clinics.staffNames(tx) : new Map();
    return rows.map((row) => ({
      madeAt: row.made_at.toISOString(),
      madeByName: names.get(row.made_by) ?? '',
    }));
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
