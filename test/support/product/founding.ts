import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ENTITIES } from '@app/briefs/entities.js';
import { AccountsService } from '@app/clinics/accounts/accounts.service.js';
import { ClinicsModule } from '@app/clinics/clinics.module.js';
import { Database } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { PlatformModule } from '@app/platform/platform.module.js';
import { type ClinicWishes, aClinic } from '../../factories/clinic.factory.js';
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
    const accounts = app.get(AccountsService, { strict: false });
    const house = { db: app.get(Database), keyring: app.get(Keyring), accounts };
    const clinic = await aClinic(house, wishes);
    const made: MadeStaffMember[] = [];
    for (const person of staff) made.push(await aStaffMember(house, { ...person, clinic }));
    return made;
  } finally {
    await app.close();
  }
}
