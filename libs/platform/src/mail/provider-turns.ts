import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { Database, type Tx } from '../database/database.js';
import { Keyring } from '../encryption/keyring.js';
import { keyedHash } from '../encryption/sealing.js';
import { domainOf } from './outgoing-mail.js';
import { mailHost } from './mail-host.js';

/**
 * A limit of mails a minute to each provider, over all workers and clinics: who sends in floods is taken for a
 * sender of spam. A provider is the domain of an address, known by a keyed hash alone.
 */
@Injectable()
export class ProviderTurns {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly keyring: Keyring,
  ) {}

  /** Takes a turn of this minute. False when they are all taken: the next ones come with the next minute. */
  async take(tx: Tx, to: string): Promise<boolean> {
    const domain = domainOf(to).toLowerCase();
    const key = await this.keyring.service('mail-provider', tx);
    const provider = keyedHash(key, 'provider', mailHost(domain) ?? domain);
    const rows = await tx.query<object>(TAKE, [provider, this.config.MAIL_PER_PROVIDER_PER_MINUTE]);
    return rows.length === 1;
  }

  /** Forgets minutes that are over. */
  async purge(): Promise<void> {
    await this.db.acrossClinics(`delete from provider_turns where minute < app_now() - interval '1 hour'`);
  }
}

// One statement: the row lock of the upsert makes workers that ask at the same time count one by one.
const TAKE = `
  insert into provider_turns as t (provider_hash, minute, taken)
  values ($1, date_trunc('minute', app_now()), 1)
  on conflict (provider_hash, minute) do update set taken = t.taken + 1 where t.taken < $2
  returning 1`;
