import type { SystemActor } from '@app/platform/actor.js';
import { Clinic } from '@app/clinics/clinic.entity.js';
import { Location } from '@app/clinics/location.entity.js';
import { newId } from '@app/platform/ids/ids.js';
import type { House } from './house.js';

export interface MadeClinic {
  clinicId: string;
  locationId: string;
  /** To act as the product itself in this clinic. */
  system: SystemActor;
}

export type ClinicWishes = Partial<
  Pick<Clinic, 'name' | 'shortName' | 'country' | 'phone' | 'readingDays'> & {
    locationName: string;
    timeZone: string;
    quietFrom: string;
    quietTo: string;
  }
>;

/** A clinic with its key and one location, open on weekdays from 8 to 18. */
export async function aClinic({ db, keyring }: House, wishes: ClinicWishes = {}): Promise<MadeClinic> {
  const clinicId = newId();
  const locationId = newId();
  const system: SystemActor = { kind: 'system', clinicId, job: 'set-up' };
  await db.inClinic(system, async (tx) => {
    await tx.manager.insert(Clinic, {
      clinicId,
      name: wishes.name ?? 'Fernhollow Integration',
      shortName: wishes.shortName ?? 'Fernhollow',
      country: wishes.country ?? 'US',
      phone: wishes.phone ?? '+1 208 555 0142',
      readingDays: wishes.readingDays ?? [1, 3, 5],
      setUpAt: tx.now,
      createdAt: tx.now,
      version: 1,
    });
    await keyring.createForClinic(tx);
    await tx.manager.insert(Location, {
      clinicId,
      id: locationId,
      name: wishes.locationName ?? 'Main Street',
      timeZone: wishes.timeZone ?? 'America/Boise',
      quietFrom: wishes.quietFrom ?? '21:00',
      quietTo: wishes.quietTo ?? '08:00',
      openFrom: '08:00',
      openTo: '18:00',
      openDays: [1, 2, 3, 4, 5],
      version: 1,
    });
  });
  return { clinicId, locationId, system };
}
