import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database } from '@app/platform/database/database.js';
import { staleVersion } from '@app/platform/errors/errors.js';
import { Clinic } from '../clinic.entity.js';
import { ClinicsService } from '../clinics.service.js';
import type { ClinicView } from './clinic.view.js';
import { inOrder } from './opening-hours.rules.js';

/** What is given is changed. `version` is the one the caller read. */
export interface ClinicChange {
  version: number;
  name?: string;
  shortName?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  phone?: string;
  /** ISO weekdays, 1 (Monday) to 7. Without any, and without a call, no prompt leaves. */
  readingDays?: readonly number[];
}

/** The clinic's own name, number and reading days. */
@Injectable()
export class ClinicSettingsService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly clinics: ClinicsService,
  ) {}

  read(actor: StaffActor): Promise<ClinicView> {
    return this.db.inClinic(actor, async (tx) => clinicView(await this.clinics.clinic(tx)));
  }

  /** @throws Conflict (stale version) */
  change(actor: StaffActor, { version, readingDays, ...given }: ClinicChange): Promise<ClinicView> {
    const { clinicId } = actor;
    return this.db.inClinic(actor, async (tx) => {
      const days = readingDays && { readingDays: inOrder(readingDays) };
      const columns = { ...given, ...days, version: version + 1 };
      const { affected } = await tx.manager.update(Clinic, { clinicId, version }, columns);
      if (affected !== 1) throw staleVersion();
      await this.audit.record(tx, {
        action: 'clinic.changed',
        subjectType: 'clinic',
        subjectIds: [clinicId],
        clientIds: [],
      });
      return clinicView(await this.clinics.clinic(tx));
    });
  }
}

function clinicView(clinic: Clinic): ClinicView {
  return {
    id: clinic.clinicId,
    version: clinic.version,
    name: clinic.name,
    shortName: clinic.shortName,
    country: clinic.country,
    phone: clinic.phone,
    readingDays: clinic.readingDays,
    setUpAt: clinic.setUpAt?.toString() ?? null,
  };
}
