import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/platform/database/database.js';
import { Database } from '@app/platform/database/database.js';
import { deleteInBatches } from '@app/platform/database/delete-in-batches.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { tokenHash } from '@app/platform/encryption/sealing.js';

export type LinkPurpose = 'reply' | 'fresh' | 'unsubscribe';

/** Where a link leads: ids only. */
export interface LinkTarget {
  clinicId: string;
  mailingId: string;
  purpose: LinkPurpose;
  /** A fresh link ends after 15 minutes; others live until their prompt closes. */
  expiresAt: Date | null;
  spentAt: Date | null;
}

/**
 * Reply links: 256-bit tokens, one per mailing and purpose, at rest only as SHA-256. A token is derived from
 * the service's key and the mailing, so that a retried e-mail is the same to the byte (ADR 0003).
 */
@Injectable()
export class ReplyLinks {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
  ) {}

  /** The mailing's token, base64url, 43 characters. */
  async tokenFor(mailingId: string, purpose: LinkPurpose): Promise<string> {
    const key = await this.keyring.service('reply-link');
    return createHmac('sha256', key).update(`${purpose}:${mailingId}`).digest('base64url');
  }

  /** Makes the link findable. Safe to repeat. */
  async register(
    tx: Tx,
    mailingId: string,
    purpose: LinkPurpose,
    lifetimeMinutes: number | null = null,
  ): Promise<string> {
    const token = await this.tokenFor(mailingId, purpose);
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
       from link_directory
       where token_hash = $1 and spent_at is null and (expires_at is null or expires_at > app_now())`,
      [tokenHash(token)],
    );
    return row ?? null;
  }

  /** Deletes links that ended more than 30 days ago; those without an end of their own live with their prompt. */
  async purge(): Promise<void> {
    await deleteInBatches(this.db, {
      table: 'link_directory',
      key: 'token_hash',
      where: `expires_at < app_now() - interval '30 days'`,
    });
  }

  /** Spends a single-use link. False when somebody was quicker. */
  async spend(tx: Tx, token: string): Promise<boolean> {
    const rows = await tx.query<{ token_hash: Buffer }>(
      `with spent as (
         update link_directory set spent_at = app_now()
         where token_hash = $1 and clinic_id = $2 and spent_at is null returning token_hash)
       select token_hash from spent`,
      [tokenHash(token), tx.actor.clinicId],
    );
    return rows.length === 1;
  }
}
