import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { AuditService } from '@app/audit/audit.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database } from '@app/platform/database/database.js';
import { Conflict, staleVersion } from '@app/platform/errors/errors.js';
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
  doubleOptIn?: boolean;
  greetsByName?: boolean;
  tellsWhenRead?: boolean;
  looksForPhrases?: boolean;
  /** Small letters, digits and single hyphens, at most 60; null closes the page. */
  slug?: string | null;
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

  /** @throws Conflict (stale version, a slug that another clinic has) */
  change(actor: StaffActor, { version, readingDays, ...given }: ClinicChange): Promise<ClinicView> {
    const { clinicId } = actor;
    return this.db.inClinic(actor, async (tx) => {
      const days = readingDays && { readingDays: inOrder(readingDays) };
      const columns = { ...given, ...days, version: version + 1 };
      const { affected } = await tx.manager.update(Clinic, { clinicId, version }, columns).catch(slugTaken);
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
    doubleOptIn: clinic.doubleOptIn,
    greetsByName: clinic.greetsByName,
    tellsWhenRead: clinic.tellsWhenRead,
    looksForPhrases: clinic.looksForPhrases,
    slug: clinic.slug,
    setUpAt: clinic.setUpAt?.toString() ?? null,
  };
}

/** Words the database's refusal of a second clinic with one slug. Rethrows everything else. */
function slugTaken(error: unknown): never {
  const cause = error instanceof QueryFailedError ? (error.driverError as { constraint?: string }) : {};
  if (cause.constraint !== 'clinics_slug') throw error;
  throw new Conflict('already-exists', [{ field: 'slug', code: 'slugTaken', params: {} }]);
}
