import type { INestApplicationContext } from '@nestjs/common';
import { AccountsService } from '@app/clinics/accounts/accounts.service.js';
import { FactorsService } from '@app/clinics/factors/factors.service.js';
import { Database } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';

/** What the factories of clinics and staff work with; a running application has all of it. */
export interface House {
  db: Database;
  keyring: Keyring;
  accounts: AccountsService;
  factors: FactorsService;
}

export function houseOf(app: Pick<INestApplicationContext, 'get'>): House {
  const anywhere = { strict: false };
  return {
    db: app.get(Database, anywhere),
    keyring: app.get(Keyring, anywhere),
    accounts: app.get(AccountsService, anywhere),
    factors: app.get(FactorsService, anywhere),
  };
}
