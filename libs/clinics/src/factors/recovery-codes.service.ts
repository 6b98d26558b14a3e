import { Injectable } from '@nestjs/common';
import { timingSafeEqual } from 'node:crypto';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { keyedHash } from '@app/platform/encryption/sealing.js';
import { comparableRecoveryCode, newRecoveryCode } from './recovery-code.js';

/** How many codes a person gets. */
export const RECOVERY_CODES = 10;

/** Codes on paper for the day the telephone is gone. Each is taken once; only keyed hashes are kept. */
@Injectable()
export class RecoveryCodesService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
  ) {}

  /** Makes new codes in place of all that there were. They are told here and never again. */
  async renew(accountId: string, count = RECOVERY_CODES, tx?: Tx): Promise<string[]> {
    const codes = Array.from({ length: count }, newRecoveryCode);
    const hashes = await Promise.all(codes.map((code) => this.hash(accountId, code, tx)));
    await this.run(tx, RENEW, [accountId, hashes]);
    return codes;
  }

  /** Takes a code: true once for each. Every code left is compared, each in constant time. */
  async take(accountId: string, typed: string, tx?: Tx): Promise<boolean> {
    const left = await this.run<{ hash: Buffer }>(tx, LEFT, [accountId]);
    const wanted = await this.hash(accountId, typed, tx);
    const [found] = left.filter(({ hash }) => hash.length === wanted.length && timingSafeEqual(hash, wanted));
    if (!found) return false;
    return (await this.run(tx, TAKE, [accountId, found.hash])).length > 0;
  }

  async left(accountId: string): Promise<number> {
    return (await this.run(undefined, LEFT, [accountId])).length;
  }

  private async hash(accountId: string, code: string, tx?: Tx): Promise<Buffer> {
    const key = await this.keyring.service('second-factor', tx);
    return keyedHash(key, 'recovery-code', `${accountId}\n${comparableRecoveryCode(code)}`);
  }

  private run<Row>(tx: Tx | undefined, sql: string, params: readonly unknown[]): Promise<Row[]> {
    return tx ? tx.query<Row>(sql, params) : this.db.acrossClinics<Row>(sql, params);
  }
}

const RENEW = `
  with old as (delete from recovery_codes where account_id = $1)
  insert into recovery_codes (account_id, code_hash) select $1, unnest($2::bytea[])`;

const LEFT = 'select code_hash as hash from recovery_codes where account_id = $1 and used_at is null';

const TAKE = `
  with taken as (
    update recovery_codes set used_at = app_now()
    where account_id = $1 and code_hash = $2 and used_at is null returning 1)
  select 1 from taken`;
