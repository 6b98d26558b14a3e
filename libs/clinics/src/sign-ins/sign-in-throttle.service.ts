import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { keyedHash } from '@app/platform/encryption/sealing.js';
import { TooManyTries } from '@app/platform/errors/errors.js';
import { networkOf } from './sign-in-network.rules.js';
import {
  type ThrottleKind,
  type ThrottlePolicy,
  THROTTLES,
  waitsAfterFailures,
} from './sign-in-throttle.rules.js';

/** Who tries what, and from where. */
export interface ThrottledTry {
  kind: ThrottleKind;
  /** Whose it is: a normalised address, or an account's id once the account is known. */
  subject: string;
  ip: string;
  /** The account has signed in from this address, or its network, before. */
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
   * refused try counts for nothing: waiting always ends. With `tx` it counts if, and only if, that commits.
   */
  async count(attempt: ThrottledTry, tx?: Tx): Promise<void> {
    const { pair, account, address } = THROTTLES[attempt.kind];
    const keys = await this.keys(attempt, tx);
    await this.take(keys.pair, pair, tx);
    if (!attempt.familiar) await this.take(keys.account, account, tx);
    await this.take(keys.address, address, tx);
  }

  /** The try was right: forgets the failures of this account, and takes this try off its address. */
  async forget(attempt: ThrottledTry): Promise<void> {
    const { pair, account, address } = await this.keys(attempt);
    await this.db.acrossClinics('delete from sign_in_throttles where key_hash in ($1, $2)', [pair, account]);
    await this.db.acrossClinics(
      'update sign_in_throttles set failures = greatest(0, failures - 1) where key_hash = $1',
      [address],
    );
  }

  private async take(key: Buffer, policy: ThrottlePolicy, tx?: Tx): Promise<void> {
    const params = [key, waitsAfterFailures(policy)];
    const run = <Row>(sql: string) =>
      tx ? tx.query<Row>(sql, params) : this.db.acrossClinics<Row>(sql, params);
    if ((await run<object>(TAKE)).length > 0) return;
    const [left] = await run<{ seconds: number }>(SECONDS_LEFT);
    throw new TooManyTries(Math.max(1, left?.seconds ?? 1));
  }

  private async keys({ kind, subject, ip }: ThrottledTry, tx?: Tx) {
    const key = await this.keyring.service('account-email', tx);
    const of = (...parts: string[]) => keyedHash(key, 'sign-in-throttle', [kind, ...parts].join('\n'));
    const network = networkOf(ip);
    return {
      pair: of('pair', subject, network),
      account: of('account', subject),
      address: of('address', network),
    };
  }
}

// How long to wait after the failures so far, in seconds, and when that is over.
const WAIT = '($2::int[])[least(greatest(t.failures, 1), cardinality($2::int[]))]';
const WAIT_ENDS = `t.last_failure_at + make_interval(secs => ${WAIT})`;

// A day without a failure forgets them. The row lock of the upsert makes tries at the same time queue here and count one by one;
// then the last may be a moment later than this one, which is no wait.
const TAKE = `
  insert into sign_in_throttles as t (key_hash, failures, last_failure_at) values ($1, 1, app_now())
  on conflict (key_hash) do update set last_failure_at = app_now(),
    failures = case when t.last_failure_at < app_now() - interval '1 day' then 1 else t.failures + 1 end
  where ${WAIT} = 0 or ${WAIT_ENDS} <= app_now()
  returning 1`;

const SECONDS_LEFT = `
  select ceil(extract(epoch from ${WAIT_ENDS} - app_now()))::int as seconds
  from sign_in_throttles t where key_hash = $1`;
