import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/platform/database/database.js';
import { Database } from '@app/platform/database/database.js';
import { deleteInBatches } from '@app/platform/database/delete-in-batches.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { tokenHash } from '@app/platform/encryption/sealing.js';

/**
 * `start-again`: a way back from a rest or a stop, as often as it is needed. `opt-in`: asks whether e-mails are
 * welcome. `unasked`: leaves something nobody asked about. `my-words`: lets a client read what they sent. Each opens
 * the page of its own mailing and no other.
 */
export type LinkPurpose =
  'reply' | 'fresh' | 'unsubscribe' | 'start-again' | 'opt-in' | 'unasked' | 'my-words';

/** Of a link `l` that opens something now; $1 is the hash of its token. */
export const LIVE_LINK =
  'l.token_hash = $1 and l.spent_at is null and (l.expires_at is null or l.expires_at > app_now())';

/** Where a link leads: ids only. */
export interface LinkTarget {
  clinicId: string;
  mailingId: string;
  purpose: LinkPurpose;
  /** A fresh link, an unasked one and one to read end after 15 minutes; others live until their prompt closes. All end with the client's address. */
  expiresAt: Date | null;
  spentAt: Date | null;
}

/**
 * Reply links: 256-bit tokens, one per mailing and purpose, at rest only as SHA-256. A token is derived from
 * the service's key and the mailing, so that a retried e-mail is the same to the byte (ADR 0003), unless it goes
 * to another address by then.
 */
@Injectable()
export class ReplyLinks {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
  ) {}

  /** The mailing's token, base64url, 43 characters. `addressSince`: since when the client has another address. */
  async tokenFor(mailingId: string, purpose: LinkPurpose, addressSince: Date | null = null): Promise<string> {
    const key = await this.keyring.service('reply-link');
    const since = addressSince ? `:${addressSince.toISOString()}` : '';
    return createHmac('sha256', key).update(`${purpose}:${mailingId}${since}`).digest('base64url');
  }

  /** Makes the link findable. Safe to repeat. */
  async register(
    tx: Tx,
    mailingId: string,
    purpose: LinkPurpose,
    lifetimeMinutes: number | null = null,
  ): Promise<string> {
    const token = await this.tokenFor(mailingId, purpose, await addressSince(tx, mailingId));
    await tx.query(
      `insert into link_directory (token_hash, clinic_id, mailing_id, purpose, expires_at)
       values ($1, $2, $3, $4, app_now() + make_interval(mins => $5::integer)) on conflict do nothing`,
      [tokenHash(token), tx.actor.clinicId, mailingId, purpose, lifetimeMinutes],
    );
    return token;
  }

  /** Looks a token up by its hash; null for an unknown, spent or expired one. */
  async find(token: string): Promise<LinkTarget | null> {
    const [row] = await this.db.acrossClinics<LinkTarget>(
      `select clinic_id as "clinicId", mailing_id as "mailingId", purpose,
         expires_at as "expiresAt", spent_at as "spentAt"
       from link_directory l where ${LIVE_LINK}`,
      [tokenHash(token)],
    );
    return row ?? null;
  }

  /** Looks up a link that ended with its client's address; null for every other, whatever ended it. Reads only. */
  async findEnded(token: string): Promise<Omit<LinkTarget, 'expiresAt' | 'spentAt'> | null> {
    const [row] = await this.db.acrossClinics<Omit<LinkTarget, 'expiresAt' | 'spentAt'>>(
      `select l.clinic_id as "clinicId", l.mailing_id as "mailingId", l.purpose
       from link_directory l
       where l.token_hash = $1 and l.expires_at <= app_now() and exists (
         select 1 from link_directory o
         where o.mailing_id = l.mailing_id and o.purpose not in ('fresh', 'unasked', 'my-words')
           and o.expires_at <= app_now()
           -- The page for something unasked, and the one to read, end by themselves.
           and not (o.purpose = 'reply' and exists (
             select 1 from link_directory u
             where u.mailing_id = o.mailing_id and u.purpose in ('unasked', 'my-words'))))`,
      [tokenHash(token)],
    );
    return row ?? null;
  }

  /** Ends every link of a client, and takes back what was asked for at the old address: it is another now. */
  async endAllOf(tx: Tx, clientId: string): Promise<void> {
    const params = [tx.actor.clinicId, clientId];
    await tx.query(
      `update link_directory set expires_at = app_now()
       where clinic_id = $1 and (expires_at is null or expires_at > app_now()) and mailing_id in (
         select m.id from prompts p join mailings m on m.clinic_id = p.clinic_id and m.prompt_id = p.id
         where p.clinic_id = $1 and p.client_id = $2
         union all
         select id from mailings where clinic_id = $1 and client_id = $2 and prompt_id is null)`,
      params,
    );
    await tx.query(
      `update mailings set status = 'withdrawn'
       where clinic_id = $1 and client_id = $2 and status = 'scheduled'
         and kind in ('fresh_link', 'rest_begun', 'stopped', 'opt_in', 'unasked', 'my_words')`,
      params,
    );
  }

  /** Deletes single-use links that ended more than 30 days ago; the others stay to say that they have ended. */
  async purge(): Promise<void> {
    await deleteInBatches(this.db, {
      table: 'link_directory',
      key: 'token_hash',
      where: `purpose in ('fresh', 'unasked', 'my-words') and expires_at < app_now() - interval '30 days'`,
    });
  }

  /** Spends a single-use link. False when somebody was quicker, or it has ended. */
  async spend(tx: Tx, token: string): Promise<boolean> {
    const rows = await tx.query<{ token_hash: Buffer }>(
      `with spent as (
         update link_directory set spent_at = app_now()
         where token_hash = $1 and clinic_id = $2 and spent_at is null
           and (expires_at is null or expires_at > app_now()) returning token_hash)
       select token_hash from spent`,
      [tokenHash(token), tx.actor.clinicId],
    );
    return rows.length === 1;
  }
}

/** When the address of a mailing's client last changed. Null: never. */
async function addressSince(tx: Tx, mailingId: string): Promise<Date | null> {
  const [row] = await tx.query<{ at: Date | null }>(
    `select c.email_changed_at as at from mailings m
     join clients c on c.clinic_id = m.clinic_id and c.id = m.client_id where m.clinic_id = $1 and m.id = $2`,
    [tx.actor.clinicId, mailingId],
  );
  return row?.at ?? null;
}
