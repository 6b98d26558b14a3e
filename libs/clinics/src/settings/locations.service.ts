import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Invalid, staleVersion } from '@app/platform/errors/errors.js';
import { Idempotency } from '@app/platform/idempotency/idempotency.js';
import { newId } from '@app/platform/ids/ids.js';
import { ClinicsService } from '../clinics.service.js';
import { Location } from '../location.entity.js';
import { leavesEnoughOpen, MIN_OPEN_HOURS } from '../quiet-hours.rules.js';
import type { LocationView } from './location.view.js';
import { inOrder, type OpeningHours, openingHoursTrouble } from './opening-hours.rules.js';

/** Times are `HH:MM` on the location's clock. */
export interface NewLocation extends OpeningHours {
  name: string;
  /** IANA zone. */
  timeZone: string;
  quietFrom: string;
  quietTo: string;
}

/** What is given is changed; nothing given confirms what stands. `version` is the one the caller read. */
export interface LocationChange extends Partial<NewLocation> {
  version: number;
}

/** The places of a clinic, with their zone, quiet hours and opening hours. */
@Injectable()
export class LocationsService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly idempotency: Idempotency,
    private readonly clinics: ClinicsService,
  ) {}

  /** By name. */
  list(actor: StaffActor): Promise<LocationView[]> {
    return this.db.inClinic(actor, async (tx) => (await this.clinics.locations(tx)).map(locationView));
  }

  /** @throws Invalid when the hours do not work */
  add(actor: StaffActor, location: NewLocation, idempotencyKey?: string): Promise<LocationView> {
    return this.db.inClinic(actor, async (tx) => {
      const call = { key: idempotencyKey, route: 'POST /locations', body: location };
      const id = await this.idempotency.once(tx, call, () => this.insert(tx, location));
      return locationView(await this.clinics.location(tx, id));
    });
  }

  /** In the transaction of a command that knows what follows, and records it. @throws Conflict (stale version), Invalid */
  async apply(tx: Tx, row: Location, change: LocationChange): Promise<LocationView> {
    const { version } = change;
    if (row.version !== version) throw staleVersion();
    const columns = { ...columnsOf(changed(locationView(row), change)), version: version + 1 };
    const where = { clinicId: row.clinicId, id: row.id, version };
    const { affected } = await tx.manager.update(Location, where, columns);
    if (affected !== 1) throw staleVersion();
    return locationView({ ...row, ...columns });
  }

  private async insert(tx: Tx, location: NewLocation): Promise<string> {
    const id = newId();
    const { clinicId } = tx.actor;
    await tx.manager.insert(Location, { clinicId, id, ...columnsOf(location), version: 1 });
    await this.audit.record(tx, {
      action: 'location.added',
      subjectType: 'location',
      subjectIds: [id],
      clientIds: [],
    });
    return id;
  }
}

/** A request names every field, those that were not given as undefined. */
function changed(before: NewLocation, change: LocationChange): NewLocation {
  return {
    name: change.name ?? before.name,
    timeZone: change.timeZone ?? before.timeZone,
    quietFrom: change.quietFrom ?? before.quietFrom,
    quietTo: change.quietTo ?? before.quietTo,
    openFrom: change.openFrom ?? before.openFrom,
    openTo: change.openTo ?? before.openTo,
    openDays: change.openDays ?? before.openDays,
  };
}

/** The columns of a location. @throws Invalid when too little stays open, or it closes before it opens */
function columnsOf(location: NewLocation): Omit<Location, 'clinicId' | 'id' | 'version'> {
  const { name, timeZone, quietFrom, quietTo, openFrom, openTo, openDays } = location;
  if (!leavesEnoughOpen({ from: quietFrom, to: quietTo })) {
    throw new Invalid('quietFrom', 'quietHoursTooLong', { hours: MIN_OPEN_HOURS });
  }
  const trouble = openingHoursTrouble(location);
  if (trouble) throw new Invalid(trouble.field, trouble.code);
  return { name, timeZone, quietFrom, quietTo, openFrom, openTo, openDays: inOrder(openDays) };
}

function locationView(row: Location): LocationView {
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    timeZone: row.timeZone,
    quietFrom: row.quietFrom.slice(0, 5),
    quietTo: row.quietTo.slice(0, 5),
    openFrom: row.openFrom.slice(0, 5),
    openTo: row.openTo.slice(0, 5),
    openDays: row.openDays,
  };
}
