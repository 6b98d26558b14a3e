import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@app/platform/database/database.js';
import type { FactorHolder, FactorKind, GivenFactor } from './factor.types.js';
import type { FactorsView, SignInAnswer } from './factors.view.js';
import { PasskeyRows } from './passkey-rows.js';
import { PasskeysService } from './passkeys.service.js';
import { RecoveryCodesService } from './recovery-codes.service.js';
import { TotpFactorsService } from './totp-factors.service.js';

/** The second factors of an account. */
@Injectable()
export class FactorsService {
  constructor(
    private readonly db: Database,
    private readonly totp: TotpFactorsService,
    private readonly recoveryCodes: RecoveryCodesService,
    private readonly passkeys: PasskeysService,
    private readonly passkeyRows: PasskeyRows,
  ) {}

  /** What somebody does next whose password was right: gives a factor, or sets up the first one. */
  async next(accountId: string): Promise<SignInAnswer> {
    const { totp, passkeys, recoveryCodesLeft } = await this.view(accountId);
    if (!totp && passkeys.length === 0) return { next: 'enrol', factors: this.enrollable() };
    const usable = { totp: totp !== null, passkey: this.passkeys.possible && passkeys.length > 0 };
    const factors: FactorKind[] = [];
    if (usable.totp) factors.push('totp');
    if (usable.passkey) factors.push('passkey');
    if (recoveryCodesLeft > 0) factors.push('recovery-code');
    return { next: 'second-factor', factors };
  }

  /** Has the account a factor, so that nobody gets in without one? Recovery codes alone are none. */
  async hasAny(accountId: string, tx?: Tx): Promise<boolean> {
    const rows = tx ? await tx.query(ANY, [accountId]) : await this.db.acrossClinics(ANY, [accountId]);
    return rows.length > 0;
  }

  /** Takes a factor of this account: true once for each code and each answer of a passkey. */
  take(who: FactorHolder, given: GivenFactor): Promise<boolean> {
    switch (given.kind) {
      case 'totp':
        return this.totp.take(who.accountId, given.code);
      case 'recovery-code':
        return this.recoveryCodes.take(who.accountId, given.code);
      case 'passkey':
        return this.passkeys.take(who, given.response);
    }
  }

  async view(accountId: string): Promise<FactorsView> {
    const [totpAt, passkeys, recoveryCodesLeft] = await Promise.all([
      this.totp.confirmedAt(accountId),
      this.passkeyRows.of(accountId),
      this.recoveryCodes.left(accountId),
    ]);
    return {
      totp: totpAt && { createdAt: totpAt.toISOString() },
      passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
        id,
        name,
        createdAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
      })),
      recoveryCodesLeft,
      passkeysPossible: this.passkeys.possible,
    };
  }

  /** Enrols an authenticator app whose secret (base32, 160 bits) is known: for demonstrations and tests. */
  enrolTotp(accountId: string, secret: string): Promise<void> {
    return this.totp.enrol(accountId, secret);
  }

  /** Takes every factor off the account, and the recovery codes: who signs in next sets up a first one. */
  async removeAll(tx: Tx, accountId: string): Promise<void> {
    await tx.query(REMOVE_ALL, [accountId]);
  }

  /** Makes recovery codes in place of all that there were, and tells them once. */
  newRecoveryCodes(accountId: string, count?: number, tx?: Tx): Promise<string[]> {
    return this.recoveryCodes.renew(accountId, count, tx);
  }

  private enrollable(): FactorKind[] {
    return this.passkeys.possible ? ['totp', 'passkey'] : ['totp'];
  }
}

const ANY = `
  select 1 from totp_factors where account_id = $1 and confirmed_at is not null
  union all select 1 from passkeys where account_id = $1 limit 1`;

const REMOVE_ALL = `
  with apps as (delete from totp_factors where account_id = $1),
    keys as (delete from passkeys where account_id = $1)
  delete from recovery_codes where account_id = $1`;
