import type { SystemActor } from '@app/platform/actor.js';
import { Clinic } from '@app/clinics/clinic.entity.js';
import { Location } from '@app/clinics/location.entity.js';
import { ClinicSender } from '@app/clinics/settings/clinic-sender.entity.js';
import { CrisisContact } from '@app/clinics/settings/crisis-contact.entity.js';
import { sealReplyTo } from '@app/clinics/settings/reply-to.js';
import type { Tx } from '@app/platform/database/database.js';
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
    /** False: nothing is set up that a prompt needs but the reading days. */
    ready: boolean;
  }
>;

/** Where answers to the e-mails of a made clinic go. */
export const DESK = 'desk@fernhollow.example';

/** A clinic with its key and one location, open on weekdays from 8 to 18, that may ask its clients. */
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
    if (wishes.ready ?? true) await makeReady(tx, { keyring });
  });
  return { clinicId, locationId, system };
}

async function makeReady(tx: Tx, { keyring }: Pick<House, 'keyring'>): Promise<void> {
  const { clinicId } = tx.actor;
  await tx.manager.insert(CrisisContact, {
    clinicId,
    kind: 'outside-care-team',
    label: 'The clinic’s night desk',
    phone: '+1 208 555 0199',
    note: 'Every evening from six until eight in the morning.',
    verifiedOn: tx.now.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: 3 }).toString(),
    version: 1,
  });
  await tx.manager.insert(ClinicSender, {
    clinicId,
    fromName: (await tx.manager.findOneByOrFail(Clinic, { clinicId })).shortName,
    replyToSealed: sealReplyTo(await keyring.clinic(tx), clinicId, DESK),
    verifiedAt: tx.now,
    version: 1,
  });
}
