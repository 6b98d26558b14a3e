import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { keyedHash } from '@app/platform/encryption/sealing.js';
import { TooManyTries } from '@app/platform/errors/errors.js';
import {
  BY_ACCOUNT,
  BY_ADDRESS,
  BY_PAIR,
  type ThrottlePolicy,
  waitsAfterFailures,
} from './sign-in-throttle.rules.js';

/** Who tries to sign in, and from where. `email` is normalised. */
export interface SignInTry {
  email: string;
  ip: string;
  /** The account has signed in from this address before. */
  familiar: boolean;
}

/** Slows guessing down. Counts by keyed hashes: neither an address nor an account can be read back. */
@Injectable()
export class SignInThrottle {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
  ) {}

  /**
   * Counts a try before it is made, so that tries at the same time count too. @throws TooManyTries, and a
   * refused try counts for nothing: waiting always ends.
   */
  async count(attempt: SignInTry): Promise<void> {
    await this.take(await this.key('pair', attempt.email, attempt.ip), BY_PAIR);
    if (!attempt.familiar) await this.take(await this.key('account', attempt.email), BY_ACCOUNT);
    await this.take(await this.key('address', attempt.ip), BY_ADDRESS);
  }

  /** The try was right: forgets the failures of this account, and takes this try off its address. */
  async forget(attempt: SignInTry): Promise<void> {
    await this.db.acrossClinics('delete from sign_in_throttles where key_hash in ($1, $2)', [
      await this.key('pair', attempt.email, attempt.ip),
      await this.key('account', attempt.email),
    ]);
    await this.db.acrossClinics(
      'update sign_in_throttles set failures = greatest(0, failures - 1) where key_hash = $1',
      [await this.key('address', attempt.ip)],
    );
  }

  private async take(key: Buffer, policy: ThrottlePolicy): Promise<void> {
    const waits = waitsAfterFailures(policy);
    const taken = await this.db.acrossClinics(TAKE, [key, waits]);
    if (taken.length > 0) return;
    const [left] = await this.db.acrossClinics<{ seconds: number }>(SECONDS_LEFT, [key, waits]);
    throw new TooManyTries(Math.max(1, left?.seconds ?? 1));
  }

  private async key(...parts: [kind: 'pair' | 'account' | 'address', ...values: string[]]): Promise<Buffer> {
    return keyedHash(await this.keyring.service('account-email'), 'sign-in-throttle', parts.join('\n'));
  }
}

// When the wait after the failures so far is over.
const WAIT_ENDS = `t.last_failure_at
  + make_interval(secs => ($2::int[])[least(greatest(t.failures, 1), cardinality($2::int[]))])`;

// A day without a failure forgets them. The row lock of the upsert makes tries at the same time queue here and count one by one.
const TAKE = `
  insert into sign_in_throttles as t (key_hash, failures, last_failure_at) values ($1, 1, app_now())
  on conflict (key_hash) do update set last_failure_at = app_now(),
    failures = case when t.last_failure_at < app_now() - interval '1 day' then 1 else t.failures + 1 end
  where ${WAIT_ENDS} <= app_now()
  returning 1`;

const SECONDS_LEFT = `
  select ceil(extract(epoch from ${WAIT_ENDS} - app_now()))::int as seconds
  from sign_in_throttles t where key_hash = $1`;
