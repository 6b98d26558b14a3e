import { Injectable } from '@nestjs/common';
import { AuditSeals } from '@app/audit/audit-seals.service.js';
import { Database } from '@app/platform/database/database.js';
import { eachRow } from '../each-row.js';

/** Seals what was written to the audit logs since the last time, clinic by clinic. */
@Injectable()
export class SealAuditJob {
  constructor(
    private readonly db: Database,
    private readonly seals: AuditSeals,
  ) {}

  async run(): Promise<void> {
    const clinics = await this.findClinicsWithUnsealedAuditAcrossClinics();
    await eachRow(clinics, async ({ clinicId }) => {
      await this.seals.sealWaiting({ kind: 'system', clinicId, job: 'seal-audit' });
    });
  }

  private findClinicsWithUnsealedAuditAcrossClinics(): Promise<{ clinicId: string }[]> {
    return this.db.acrossClinics(
      'select clinic_id as "clinicId" from find_clinics_with_unsealed_audit_across_clinics()',
    );
  }
}
