import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database/database.js';
import { deleteInBatches } from '@app/platform/database/delete-in-batches.js';

/**
 * Rows about accounts that have done their work. Sign-ins stay for 90 days after their end, so that a person can
 * be told where from; tokens and mails for 30, so that a complaint about one can be looked into.
 */
@Injectable()
export class ExpiredAccountRows {
  constructor(private readonly db: Database) {}

  async purge(): Promise<void> {
    for (const expired of EXPIRED) await deleteInBatches(this.db, expired);
  }
}

// Tokens take their mails along.
const EXPIRED = [
  {
    table: 'sign_ins',
    key: 'id',
    where: `least(coalesce(revoked_at, expires_at), expires_at) < app_now() - interval '90 days'`,
  },
  {
    table: 'sign_in_throttles',
    key: 'key_hash',
    where: `last_failure_at < app_now() - interval '2 days'`,
  },
  {
    table: 'account_tokens',
    key: 'id',
    where: `least(coalesce(spent_at, expires_at), expires_at) < app_now() - interval '30 days'`,
  },
  {
    table: 'account_mails',
    key: 'id',
    where: `token_id is null and status in ('sent', 'unknown', 'failed')
      and created_at < app_now() - interval '30 days'`,
  },
] as const;
