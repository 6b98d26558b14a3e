import type { DigestFigures } from '@app/design/emails/digest-email.js';
import type { Database } from '@app/platform/database/database.js';
import { newId } from '@app/platform/ids/ids.js';
import type { TokenPurpose } from '../tokens/account-token.types.js';
import type { AccountMailKind } from './account-mail.types.js';

/** A mail this process may hand over. */
export interface AccountMailClaim {
  mailId: string;
  fence: string;
  kind: AccountMailKind;
  clinicId: string | null;
  toSealed: Buffer;
  messageId: string;
  attempts: number;
  /** What a digest counts; null for everything else. */
  figures: DigestFigures | null;
  /** The token whose link stands in it. */
  token: { id: string; purpose: TokenPurpose; expiresAt: Date } | null;
  /** False when its token was used, replaced or has run out, and for a digest of a day that is over. */
  live: boolean;
}

export type AccountMailEnd = 'sent' | 'unknown' | 'failed';

/** How long a claim lasts; longer than a hand-over may take. */
const LEASE_SECONDS = 120;

/**
 * Due, or claimed by a worker that died: whoever gets the row has it alone. A dead lease is claimed again rather
 * than given up: a doubled mail carries the same link, and none at all leaves somebody outside.
 */
export async function claimAccountMail(db: Database, mailId: string): Promise<AccountMailClaim | null> {
  const [row] = await db.acrossClinics<ClaimedRow>(CLAIM, [mailId, newId(), LEASE_SECONDS]);
  if (!row) return null;
  const { tokenId, purpose, expiresAt, ...claim } = row;
  return { ...claim, token: tokenId ? { id: tokenId, purpose, expiresAt } : null };
}

/** What became of a claimed mail. Nothing when the claim was lost meanwhile. */
export async function settleAccountMail(
  db: Database,
  { mailId, fence }: AccountMailClaim,
  end: AccountMailEnd,
  code: string | null,
): Promise<void> {
  await db.acrossClinics(
    `update account_mails set status = $3, last_code = left($4, 60), lease_until = null,
       sent_at = case when $3 = 'failed' then null else app_now() end
     where id = $1 and fence = $2 and status = 'sending'`,
    [mailId, fence, end, code],
  );
}

/** Gives a mail back for a later attempt. */
export async function releaseAccountMail(
  db: Database,
  { mailId, fence }: AccountMailClaim,
  nextAt: Date,
  code: string,
): Promise<void> {
  await db.acrossClinics(
    `update account_mails set status = 'scheduled', send_at = $3, last_code = left($4, 60), fence = null,
       lease_until = null
     where id = $1 and fence = $2 and status = 'sending'`,
    [mailId, fence, nextAt, code],
  );
}

type ClaimedRow = Omit<AccountMailClaim, 'token'> & {
  tokenId: string | null;
  purpose: TokenPurpose;
  expiresAt: Date;
};

const CLAIM = `
  with claimed as (
    update account_mails m set status = 'sending', fence = $2, attempts = m.attempts + 1,
      lease_until = app_now() + make_interval(secs => $3)
    where m.id = $1 and (m.status = 'scheduled' and m.send_at <= app_now()
      or m.status = 'sending' and m.lease_until < app_now())
    returning m.*)
  select c.id as "mailId", c.fence, c.kind, c.clinic_id as "clinicId", c.to_sealed as "toSealed",
    c.message_id as "messageId", c.attempts,
    c.figures, (t.id is null or (t.spent_at is null and t.expires_at > app_now()))
      and (c.kind <> 'digest' or c.created_at > app_now() - interval '12 hours') as live,
    t.id as "tokenId", t.purpose, t.expires_at as "expiresAt"
  from claimed c left join account_tokens t on t.id = c.token_id`;
