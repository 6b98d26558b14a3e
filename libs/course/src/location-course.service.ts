import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { ClinicsService } from '@app/clinics/clinics.service.js';
import type { LocationView } from '@app/clinics/settings/location.view.js';
import { type LocationChange, LocationsService } from '@app/clinics/settings/locations.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { PromptScheduleService } from '@app/prompts/prompt-schedule.service.js';
import { clientsWhoWaitForMornings } from '@app/prompts/staffed-mornings.queries.js';

/**
 * Changes a location; unsent prompts follow its quiet hours at once. Its zone moves only what waits for a staffed
 * morning there: clients have their own.
 */
@Injectable()
export class LocationCourseService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly clinics: ClinicsService,
    private readonly locations: LocationsService,
    private readonly schedule: PromptScheduleService,
  ) {}

  /** @throws NotFound, Conflict (stale version), Invalid when the hours do not work */
  changeLocation(actor: StaffActor, locationId: string, change: LocationChange): Promise<LocationView> {
    return this.db.inClinic(actor, async (tx) => {
      const before = await this.clinics.location(tx, locationId);
      const view = await this.locations.apply(tx, before, change);
      const isQuietAsBefore =
        before.quietFrom.startsWith(view.quietFrom) && before.quietTo.startsWith(view.quietTo);
      const clientIds = [
        ...new Set([
          ...(isQuietAsBefore ? [] : await clientsWithItsQuietHours(tx, locationId)),
          ...(before.timeZone === view.timeZone ? [] : await clientsWhoWaitForMornings(tx)),
        ]),
      ].sort();
      for (const clientId of clientIds) await this.schedule.reconcile(tx, clientId);
      await this.audit.record(tx, {
        action: 'location.changed',
        subjectType: 'location',
        subjectIds: [locationId],
        clientIds,
      });
      return view;
    });
  }
}

/** Always in the same order: two changes at once wait for each other instead of locking each other out. */
async function clientsWithItsQuietHours(tx: Tx, locationId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from clients
     where clinic_id = $1 and location_id = $2 and status = 'active' and (quiet_from is null or quiet_to is null)
     order by id`,
    [tx.actor.clinicId, locationId],
  );
  return rows.map(({ id }) => id);
}
