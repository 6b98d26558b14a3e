import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { ClinicsService } from '@app/clinics/clinics.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database } from '@app/platform/database/database.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { CareKeys } from './care-keys.service.js';
import { flagFacts } from './flag-facts.queries.js';
import { mustSeeFlag } from './flags.service.js';
import { type FlagSafetyPlanView, safetyPlanView } from './safety-plan.view.js';
import { planRows } from './safety-plans.queries.js';

/** The safety plan, for whoever answers a flag: the care team, and who is on duty while it is open. */
@Injectable()
export class FlagPlansService {
  constructor(
    private readonly db: Database,
    private readonly clinics: ClinicsService,
    private readonly careKeys: CareKeys,
    private readonly audit: AuditService,
  ) {}

  /** @throws NotFound also for who may only know that a call is wanted */
  async ofFlag(actor: StaffActor, flagId: string): Promise<FlagSafetyPlanView> {
    const found = await this.db.inClinic(actor, async (tx) => {
      const flag = await mustSeeFlag(tx, flagId);
      const { reach } = (await flagFacts(tx, [flag])).get(flagId)!;
      if (reach === 'contact') throw new NotFound('safety plan');
      await this.audit.record(tx, {
        action: 'safety-plan.read',
        subjectType: 'safety-flag',
        subjectIds: [flagId],
        clientIds: [flag.clientId],
      });
      const rows = await planRows(tx, flag.clientId);
      return { rows, clientId: flag.clientId, staffNames: await this.clinics.staffNames(tx) };
    });
    const { rows, clientId, staffNames } = found;
    const newest = rows.find(({ body_sealed: sealed }) => sealed !== null);
    const lastAt = rows[0]?.made_at.toISOString() ?? null;
    if (!newest) return { plan: null, lastAt };
    const key = (await this.careKeys.open(actor, [clientId])).get(clientId);
    return { plan: safetyPlanView(newest, { key, clinicId: actor.clinicId, staffNames }), lastAt };
  }
}
