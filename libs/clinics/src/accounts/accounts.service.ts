import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { keyedHash, seal, unseal } from '@app/platform/encryption/sealing.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { newId } from '@app/platform/ids/ids.js';
import { mailHost } from '@app/platform/mail/mail-host.js';
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
    return this.insert({ email, passwordHash: await hashedPassword(password) });
  }

  /** Makes an account in the caller's transaction: it is there if, and only if, what it was made for is. */
  createIn(tx: Tx, account: { email: string; passwordHash: string }): Promise<string> {
    return this.insert(account, tx);
  }

  /**
   * Replaces the password; open links to a new one end. Whether it may be chosen is asked before:
   * `refuseWeakPassword`. @throws NotFound
   */
  async setPassword(accountId: string, password: string, tx?: Tx): Promise<void> {
    const params = [accountId, await hashedPassword(password)];
    const [changed] = tx
      ? await tx.query(SET_PASSWORD, params)
      : await this.db.acrossClinics(SET_PASSWORD, params);
    if (!changed) throw new NotFound('account');
  }

  async find(accountId: string): Promise<FoundAccount | undefined> {
    const [account] = await this.db.acrossClinics<FoundAccount>(
      'select id, password_hash as "passwordHash", status from accounts where id = $1',
      [accountId],
    );
    return account;
  }

  async findByEmail(email: string): Promise<FoundAccount | undefined> {
    const [account] = await this.db.acrossClinics<FoundAccount>(
      'select id, password_hash as "passwordHash", status from accounts where email_hash = $1',
      [await this.emailHash(email)],
    );
    return account;
  }

  /** The address of an account. @throws NotFound */
  async email(accountId: string, tx?: Tx): Promise<string> {
    const sql = 'select email_sealed as sealed from accounts where id = $1';
    const [row] = await (tx ?? this.outside()).query<{ sealed: Buffer }>(sql, [accountId]);
    if (!row) throw new NotFound('account');
    return unseal(await this.emailKey(tx), emailBinding(accountId), row.sealed);
  }

  /** Addresses by account. */
  async emails(tx: Tx, accountIds: readonly string[]): Promise<Map<string, string>> {
    const sql = 'select id, email_sealed as sealed from accounts where id = any ($1)';
    const rows = await tx.query<{ id: string; sealed: Buffer }>(sql, [accountIds]);
    const key = await this.emailKey(tx);
    return new Map(rows.map(({ id, sealed }) => [id, unseal(key, emailBinding(id), sealed)]));
  }

  /** What an account is found by. */
  async emailHash(email: string, tx?: Tx): Promise<Buffer> {
    const key = await this.keyring.service('account-email', tx);
    return keyedHash(key, 'account-email', normalisedEmail(email));
  }

  private async insert({ email, passwordHash }: { email: string; passwordHash: string }, tx?: Tx) {
    const id = newId();
    const sealed = seal(await this.emailKey(tx), emailBinding(id), email);
    await (tx ?? this.outside()).query(
      `insert into accounts (id, email_hash, email_sealed, password_hash, status, created_at, version)
       values ($1, $2, $3, $4, 'active', app_now(), 1)`,
      [id, await this.emailHash(email, tx), sealed, passwordHash],
    );
    return id;
  }

  private async emailKey(tx?: Tx) {
    return { version: 1, bytes: await this.keyring.service('account-email', tx) };
  }

  /** Statements of their own, where the caller has no transaction. */
  private outside(): Pick<Tx, 'query'> {
    return { query: (sql, params) => this.db.acrossClinics(sql, params) };
  }
}

/** An address as it is compared: outer space, letter case and the ways to write a host say nothing. */
export function normalisedEmail(email: string): string {
  const plain = email.trim().normalize('NFC').toLowerCase();
  const hostAt = plain.lastIndexOf('@') + 1;
  const host = mailHost(plain.slice(hostAt));
  return host === null ? plain : plain.slice(0, hostAt) + host;
}

function emailBinding(accountId: string) {
  return { clinicId: '', label: 'account.email', rowId: accountId };
}

const SET_PASSWORD = `
  with changed as (
    update accounts set password_hash = $2, version = version + 1 where id = $1 returning id
  ), ended as (
    update account_tokens t set spent_at = app_now() from changed
    where t.purpose = 'reset' and t.subject_id = changed.id and t.spent_at is null
  )
  select 1 from changed`;
