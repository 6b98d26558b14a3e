import type { Tx } from '@app/platform/database/database.js';
import { newId } from '@app/platform/ids/ids.js';
import type { SafetyLane } from '@app/plans/safety-signs.js';
import type { FlagColour, FlagKind, NoticeChannel, NoticeReason } from './flag.types.js';
import { recordSafetyEvent } from './safety-events.js';

/** A notice this process may hand over. */
export interface NoticeClaim {
  noticeId: string;
  fence: string;
  channel: NoticeChannel;
  reason: NoticeReason;
  /** Of an e-mail to staff, and of nothing else. */
  staffMemberId: string | null;
  accountId: string | null;
  flagId: string;
  kind: FlagKind;
  lane: SafetyLane;
  colour: FlagColour;
  messageId: string;
  attempts: number;
  /** False when its flag has been closed, or its receiver left, before it could go. */
  wanted: boolean;
}

export type NoticeEnd = 'sent' | 'unknown' | 'failed';

/** How long a claim lasts; longer than a hand-over may take. */
const LEASE_SECONDS = 120;

/**
 * Due, or claimed by a worker that died: whoever gets the row has it alone. A dead lease is claimed again
 * rather than given up, because a doubled notice is better than none.
 */
export async function claimNotice(tx: Tx, noticeId: string): Promise<NoticeClaim | null> {
  const [claim] = await tx.query<NoticeClaim>(
    `with claimed as (
       update safety_notices n
       set status = 'sending', fence = $3, attempts = n.attempts + 1,
         lease_until = app_now() + make_interval(secs => $4)
       where n.clinic_id = $1 and n.id = $2
         and (n.status = 'scheduled' and n.send_at <= app_now()
           or n.status = 'sending' and n.lease_until < app_now())
       returning n.id, n.fence, n.flag_id, n.staff_member_id, n.message_id, n.attempts, n.channel, n.reason)
     select c.id as "noticeId", c.fence, c.message_id as "messageId", c.attempts, c.channel, c.reason,
       c.staff_member_id as "staffMemberId", s.account_id as "accountId", f.id as "flagId", f.kind, f.lane, f.colour,
       f.closed_at is null and (c.channel <> 'email' or s.status = 'active') as wanted
     from claimed c
     join safety_flags f on f.clinic_id = $1 and f.id = c.flag_id
     left join staff_members s on s.clinic_id = $1 and s.id = c.staff_member_id`,
    [tx.actor.clinicId, noticeId, newId(), LEASE_SECONDS],
  );
  return claim ?? null;
}

/** What became of a claimed notice. Nothing when the claim was lost meanwhile. The log says who was told. */
export async function settleNotice(tx: Tx, claim: NoticeClaim, end: NoticeEnd): Promise<void> {
  const settled = await tx.query<{ id: string }>(
    `with settled as (
       update safety_notices set status = $4, lease_until = null,
         sent_at = case when $4 = 'failed' then null else app_now() end
       where clinic_id = $1 and id = $2 and fence = $3 and status = 'sending'
       returning id)
     select id from settled`,
    [tx.actor.clinicId, claim.noticeId, claim.fence, end],
  );
  if (settled.length === 0 || end === 'unknown' || !claim.wanted) return;
  const flag = { id: claim.flagId, lane: claim.lane, colour: claim.colour };
  await recordSafetyEvent(tx, flag, end === 'sent' ? 'told' : 'not-told', claim.staffMemberId);
}

/** Gives a notice back for a later attempt. */
export async function releaseNotice(tx: Tx, claim: NoticeClaim, nextAt: Date): Promise<void> {
  await tx.query(
    `update safety_notices set status = 'scheduled', send_at = $4, fence = null, lease_until = null
     where clinic_id = $1 and id = $2 and fence = $3 and status = 'sending'`,
    [tx.actor.clinicId, claim.noticeId, claim.fence, nextAt],
  );
}
