import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { keyedHash, seal, unseal } from '@app/platform/encryption/sealing.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { newId } from '@app/platform/ids/ids.js';
import { hashedPassword } from './password.js';

export interface FoundAccount {
  id: string;
  passwordHash: string | null;
  status: 'active' | 'disabled';
}

/** Accounts: a person's address and password. They belong to no clinic. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
  ) {}

  /** Makes an account. Gives its id. The address is kept sealed, and as a keyed hash to find it by. */
  async create(email: string, password: string): Promise<string> {
    const id = newId();
    const key = { version: 1, bytes: await this.keyring.service('account-email') };
    await this.db.acrossClinics(
      `insert into accounts (id, email_hash, email_sealed, password_hash, status, created_at, version)
       values ($1, $2, $3, $4, 'active', app_now(), 1)`,
      [id, await this.emailHash(email), seal(key, emailBinding(id), email), await hashedPassword(password)],
    );
    return id;
  }

  async findByEmail(email: string): Promise<FoundAccount | undefined> {
    const [account] = await this.db.acrossClinics<FoundAccount>(
      'select id, password_hash as "passwordHash", status from accounts where email_hash = $1',
      [await this.emailHash(email)],
    );
    return account;
  }

  /** The address of an account. @throws NotFound */
  async email(accountId: string): Promise<string> {
    const [row] = await this.db.acrossClinics<{ sealed: Buffer }>(
      'select email_sealed as sealed from accounts where id = $1',
      [accountId],
    );
    if (!row) throw new NotFound('account');
    const key = { version: 1, bytes: await this.keyring.service('account-email') };
    return unseal(key, emailBinding(accountId), row.sealed);
  }

  private async emailHash(email: string): Promise<Buffer> {
    const key = await this.keyring.service('account-email');
    return keyedHash(key, 'account-email', normalisedEmail(email));
  }
}

/** An address as it is compared: outer space and letter case say nothing. */
export function normalisedEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

function emailBinding(accountId: string) {
  return { clinicId: '', label: 'account.email', rowId: accountId };
}
