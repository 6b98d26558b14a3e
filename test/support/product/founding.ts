import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ENTITIES } from '@app/briefs/entities.js';
import { ClinicsModule } from '@app/clinics/clinics.module.js';
import { PlatformModule } from '@app/platform/platform.module.js';
import { type ClinicWishes, aClinic } from '../../factories/clinic.factory.js';
import { houseOf } from '../../factories/house.js';
import {
  type MadeStaffMember,
  type StaffMemberWishes,
  aStaffMember,
} from '../../factories/staff-member.factory.js';
import type { Product } from './product.js';

@Module({ imports: [PlatformModule.with(ENTITIES), ClinicsModule] })
class FoundingModule {}

/** Opens a clinic with its staff in the product's database: there is no front door for that yet. */
export async function foundClinic(
  { database, kekFile }: Product,
  staff: readonly Omit<StaffMemberWishes, 'clinic'>[] = [{}],
  wishes: ClinicWishes = {},
): Promise<MadeStaffMember[]> {
  Object.assign(process.env, { DATABASE_URL: database.appUrl, KEK_FILE: kekFile });
  const app = await NestFactory.createApplicationContext(FoundingModule, { logger: false });
  try {
    const house = houseOf(app);
    const clinic = await aClinic(house, wishes);
    const made: MadeStaffMember[] = [];
    for (const person of staff) made.push(await aStaffMember(house, { ...person, clinic }));
    return made;
  } finally {
    await app.close();
  }
}
