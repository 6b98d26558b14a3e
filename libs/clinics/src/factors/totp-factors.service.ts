import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { generateSecret } from 'otplib';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { seal, unseal } from '@app/platform/encryption/sealing.js';
import { newId } from '@app/platform/ids/ids.js';
import { stepOfCode } from './totp.rules.js';

interface TotpRow {
  id: string;
  sealed: Buffer;
  lastUsedStep: string | null;
}

/** The authenticator app of an account: at most one that counts, and one that waits for its first code. */
@Injectable()
export class TotpFactorsService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
  ) {}

  /** A new secret (base32, 160 bits) that counts once `confirm` has seen a code of it. */
  async begin(accountId: string): Promise<string> {
    const secret = generateSecret({ length: 20 });
    const id = newId();
    await this.db.acrossClinics(BEGIN, [id, accountId, await this.sealed(id, secret)]);
    return secret;
  }

  /**
   * The code belongs to the secret begun last: from now on it counts, instead of the one before. False: the code
   * is wrong, or nothing was begun. The account's row is locked by the caller.
   */
  async confirm(tx: Tx, accountId: string, code: string): Promise<boolean> {
    const [begun] = await tx.query<TotpRow>(BEGUN, [accountId]);
    const step = begun && (await this.stepOf(begun, code, tx.now, tx));
    if (step === undefined) return false;
    await this.remove(tx, accountId);
    await tx.query('update totp_factors set confirmed_at = app_now(), last_used_step = $2 where id = $1', [
      begun!.id,
      step,
    ]);
    return true;
  }

  /** Takes a code: true once for each. */
  async take(accountId: string, code: string): Promise<boolean> {
    const [factor] = await this.db.acrossClinics<TotpRow>(CONFIRMED, [accountId]);
    const step = factor && (await this.stepOf(factor, code, await this.db.now()));
    if (step === undefined) return false;
    return (await this.db.acrossClinics(TAKE, [factor!.id, step])).length > 0;
  }

  /** False: there was none. */
  async remove(tx: Tx, accountId: string): Promise<boolean> {
    return (await tx.query(REMOVE, [accountId])).length > 0;
  }

  /** Since when an app counts; null: there is none. */
  async confirmedAt(accountId: string): Promise<Date | null> {
    const [row] = await this.db.acrossClinics<{ at: Date }>(
      'select confirmed_at as at from totp_factors where account_id = $1 and confirmed_at is not null',
      [accountId],
    );
    return row?.at ?? null;
  }

  /** Enrols a known secret at once, for demonstrations and tests: the person's app has it already. */
  async enrol(accountId: string, secret: string): Promise<void> {
    const id = newId();
    await this.db.acrossClinics(ENROL, [id, accountId, await this.sealed(id, secret)]);
  }

  private async stepOf(
    row: TotpRow,
    code: string,
    now: Temporal.Instant,
    tx?: Tx,
  ): Promise<number | undefined> {
    const secret = unseal(await this.key(tx), binding(row.id), row.sealed);
    return stepOfCode(secret, code, now, row.lastUsedStep === null ? null : Number(row.lastUsedStep));
  }

  private async sealed(id: string, secret: string): Promise<Buffer> {
    return seal(await this.key(), binding(id), secret);
  }

  private async key(tx?: Tx) {
    return { version: 1, bytes: await this.keyring.service('second-factor', tx) };
  }
}

function binding(factorId: string) {
  return { clinicId: '', label: 'totp.secret', rowId: factorId };
}

const BEGIN = `
  insert into totp_factors (id, account_id, secret_sealed, created_at) values ($1, $2, $3, app_now())
  on conflict (account_id) where confirmed_at is null
  do update set id = excluded.id, secret_sealed = excluded.secret_sealed, created_at = excluded.created_at`;

const ENROL = `
  insert into totp_factors (id, account_id, secret_sealed, created_at, confirmed_at)
  values ($1, $2, $3, app_now(), app_now())`;

const FIND = 'select id, secret_sealed as sealed, last_used_step as "lastUsedStep" from totp_factors';
const BEGUN = `${FIND} where account_id = $1 and confirmed_at is null`;
const CONFIRMED = `${FIND} where account_id = $1 and confirmed_at is not null`;

// Claimed in the WHERE: of two who send the same code at once, one is let in.
const TAKE = `
  with taken as (
    update totp_factors set last_used_step = $2
    where id = $1 and (last_used_step is null or last_used_step < $2) returning 1)
  select 1 from taken`;

const REMOVE = `
  with removed as (
    delete from totp_factors where account_id = $1 and confirmed_at is not null returning 1)
  select 1 from removed`;
