import type { AccountsService } from '@app/clinics/accounts/accounts.service.js';
import type { Database } from '@app/platform/database/database.js';
import type { Keyring } from '@app/platform/encryption/keyring.js';

/** What the factories of clinics and staff work with; a running application has all three. */
export interface House {
  db: Database;
  keyring: Keyring;
  accounts: AccountsService;
}
