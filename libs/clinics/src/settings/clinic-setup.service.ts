import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database } from '@app/platform/database/database.js';
import { toInstant } from '@app/platform/database/instant.js';
import { Conflict } from '@app/platform/errors/errors.js';
import { giveSlug } from './free-slug.js';
import { setupFacts } from './setup-facts.queries.js';
import { isDone, SETUP_STEPS, stepsInTheWay } from './setup.rules.js';
import type { SetupView } from './setup.view.js';

/** Leads a new clinic from its first sign-in to its first client. */
@Injectable()
export class ClinicSetupService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
  ) {}

  read(actor: StaffActor): Promise<SetupView> {
    return this.db.inClinic(actor, async (tx) => setupView(await setupFacts(tx)));
  }

  /** Finishing twice is finishing once. @throws Conflict that names the steps in the way */
  finish(actor: StaffActor): Promise<SetupView> {
    return this.db.inClinic(actor, async (tx) => {
      const found = await setupFacts(tx);
      if (found.setUpAt) return setupView(found);
      const steps = stepsInTheWay(found.facts);
      if (steps.length > 0) {
        const errors = steps.map((step) => ({ field: step, code: 'setupStep', params: {} }));
        throw new Conflict('setup-incomplete', errors);
      }
      await tx.query('update clinics set set_up_at = app_now() where clinic_id = $1', [actor.clinicId]);
      await giveSlug(tx);
      await this.audit.record(tx, {
        action: 'clinic.set-up',
        subjectType: 'clinic',
        subjectIds: [actor.clinicId],
        clientIds: [],
      });
      return setupView(await setupFacts(tx));
    });
  }
}

function setupView({ facts, setUpAt }: Awaited<ReturnType<typeof setupFacts>>): SetupView {
  return {
    steps: SETUP_STEPS.map((code) => ({ code, done: isDone(code, facts) })),
    setUpAt: setUpAt && toInstant(setUpAt).toString(),
  };
}
