import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { toInstant } from '@app/platform/database/instant.js';
import { Conflict, NotFound } from '@app/platform/errors/errors.js';
import { knownHelpLinesFor } from '../help-lines.data.js';
import type { CrisisContactKind, RosterKind } from './settings.types.js';
import { isDone, SETUP_STEPS, type SetupFacts, stepsInTheWay } from './setup.rules.js';
import type { SetupView } from './setup.view.js';

interface SetupRow {
  set_up_at: Date | null;
  country: string;
  reading_days: number[];
  location_saved: boolean;
  crisis_contacts: CrisisContactKind[];
  rosters: RosterKind[];
  has_client: boolean;
}

/** Leads a new clinic from its first sign-in to its first client. */
@Injectable()
export class ClinicSetupService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
  ) {}

  read(actor: StaffActor): Promise<SetupView> {
    return this.db.inClinic(actor, async (tx) => setupView(await setupRow(tx)));
  }

  /** Finishing twice is finishing once. @throws Conflict that names the steps in the way */
  finish(actor: StaffActor): Promise<SetupView> {
    return this.db.inClinic(actor, async (tx) => {
      const row = await setupRow(tx);
      if (row.set_up_at) return setupView(row);
      const steps = stepsInTheWay(factsOf(row));
      if (steps.length > 0) {
        const errors = steps.map((step) => ({ field: step, code: 'setupStep', params: {} }));
        throw new Conflict('setup-incomplete', errors);
      }
      await tx.query('update clinics set set_up_at = app_now() where clinic_id = $1', [actor.clinicId]);
      await this.audit.record(tx, {
        action: 'clinic.set-up',
        subjectType: 'clinic',
        subjectIds: [actor.clinicId],
        clientIds: [],
      });
      return setupView(await setupRow(tx));
    });
  }
}

/** Of the clients it says whether there is one, nothing else. @throws NotFound */
async function setupRow(tx: Tx): Promise<SetupRow> {
  const [row] = await tx.query<SetupRow>(
    `select c.set_up_at, c.country, c.reading_days,
       exists (select 1 from locations l where l.clinic_id = c.clinic_id and l.version > 1) as location_saved,
       array(select h.kind from crisis_contacts h where h.clinic_id = c.clinic_id) as crisis_contacts,
       array(select r.kind from rosters r where r.clinic_id = c.clinic_id and not exists (
         select 1 from staff_members s where s.clinic_id = r.clinic_id and s.status <> 'active'
           and s.id in (r.responder_id, r.backup_id, r.lead_id))) as rosters,
       exists (select 1 from clients k where k.clinic_id = c.clinic_id) as has_client
     from clinics c where c.clinic_id = $1`,
    [tx.actor.clinicId],
  );
  if (!row) throw new NotFound('clinic');
  return row;
}

function factsOf(row: SetupRow): SetupFacts {
  return {
    locationSaved: row.location_saved,
    countryLinesKnown: knownHelpLinesFor(row.country) !== null,
    crisisContacts: row.crisis_contacts,
    readingDays: row.reading_days,
    rosters: row.rosters,
    hasClient: row.has_client,
  };
}

function setupView(row: SetupRow): SetupView {
  const facts = factsOf(row);
  return {
    steps: SETUP_STEPS.map((code) => ({ code, done: isDone(code, facts) })),
    setUpAt: row.set_up_at && toInstant(row.set_up_at).toString(),
  };
}
