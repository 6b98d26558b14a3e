import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { AuditService } from '@app/audit/audit.service.js';
import type { SystemActor } from '@app/platform/actor.js';
import { Database } from '@app/platform/database/database.js';
import { toDate } from '@app/platform/database/instant.js';
import { LocalTime } from './local-time.rules.js';
import { lockClientOf } from './mailing-claim.queries.js';
import type { MailingKind } from './mailing.types.js';
import { PromptRows } from './prompt-rows.js';
import { PromptScheduleService } from './prompt-schedule.service.js';
import { openHoursOf, openWindowFrom } from './quiet-hours.rules.js';

interface OverdueRow {
  kind: MailingKind;
  /** Its prompt still waits for an answer. */
  is_open: boolean;
  /** Belongs to no prompt, and is still true. */
  is_notice: boolean;
  time_zone: string;
  quiet_from: string;
  quiet_to: string;
}

const OVERDUE = `
  select m.kind, coalesce(p.status = 'sent', false) as is_open, c.time_zone,
    m.kind in ('rest_begun', 'rest_over', 'stopped', 'opt_in') and app_may_mail(m.kind, c)
      and (m.kind <> 'rest_begun' or c.rest_until is null or c.rest_until > app_now()) as is_notice,
    to_char(coalesce(c.quiet_from, l.quiet_from), 'HH24:MI') as quiet_from,
    to_char(coalesce(c.quiet_to, l.quiet_to), 'HH24:MI') as quiet_to
  from mailings m
  left join prompts p on p.clinic_id = m.clinic_id and p.id = m.prompt_id
  join clients c on c.clinic_id = m.clinic_id and c.id = m.client_id
  join locations l on l.clinic_id = c.clinic_id and l.id = c.location_id
  where m.clinic_id = $1 and m.id = $2 and m.status = 'scheduled' and m.send_until <= app_now()`;

/** What time does to prompts: unanswered ones expire, passed windows are planned again or missed. */
@Injectable()
export class ClosingService {
  constructor(
    private readonly db: Database,
    private readonly rows: PromptRows,
    private readonly schedule: PromptScheduleService,
    private readonly audit: AuditService,
  ) {}

  /** Closes a sent prompt whose days are over. Safe to repeat. */
  async expire(actor: SystemActor, promptId: string): Promise<void> {
    await this.db.inClinic(actor, async (tx) => {
      const [row] = await tx.query<{ client_id: string }>(
        `with closed as (
           update prompts set status = 'expired', closed_at = app_now(), version = version + 1
           where clinic_id = $1 and id = $2 and status = 'sent' and closes_at <= app_now() returning client_id)
         select client_id from closed`,
        [actor.clinicId, promptId],
      );
      if (!row) return;
      await this.rows.withdrawMailings(tx, [promptId]);
      await this.audit.record(tx, {
        action: 'prompt.expired',
        subjectType: 'prompt',
        subjectIds: [promptId],
        clientIds: [row.client_id],
      });
    });
  }

  /**
   * Ends a mailing whose window went by: a snoozed one, and what is still true of a rest or
   * a stop, goes at the next opening; what a
   * client waits for no more is dropped, a retry that never left is as unknown as before.
   */
  async settleOverdue(actor: SystemActor, mailingId: string): Promise<void> {
    await this.db.inClinic(actor, async (tx) => {
      await lockClientOf(tx, mailingId);
      const [mailing] = await tx.query<OverdueRow>(OVERDUE, [actor.clinicId, mailingId]);
      if (!mailing) return;
      const isWanted = mailing.is_notice || (mailing.kind === 'snoozed' && mailing.is_open);
      const opening = isWanted ? nextOpening(mailing, tx.now) : null;
      await tx.query(
        `update mailings set status = $3, send_at = coalesce($4, send_at), send_until = coalesce($5, send_until)
         where clinic_id = $1 and id = $2`,
        [
          actor.clinicId,
          mailingId,
          opening ? 'scheduled' : mailing.kind === 'first' ? 'unknown' : 'withdrawn',
          opening && toDate(opening.from),
          opening && toDate(opening.until),
        ],
      );
    });
  }

  /** Plans a client's prompts again: a window was missed, or the horizon moved on. */
  async planAgain(actor: SystemActor, clientId: string): Promise<void> {
    await this.db.inClinic(actor, (tx) => this.schedule.reconcile(tx, clientId));
  }
}

/** The open window that is running or comes next, on the client's clock. */
function nextOpening(
  { time_zone: timeZone, quiet_from: quietFrom, quiet_to: quietTo }: OverdueRow,
  now: Temporal.Instant,
): { from: Temporal.Instant; until: Temporal.Instant } {
  const window = openWindowFrom(
    now.epochMilliseconds,
    openHoursOf(quietFrom, quietTo),
    LocalTime.of(timeZone),
  );
  const from = Math.max(window.startMs, now.epochMilliseconds);
  return {
    from: Temporal.Instant.fromEpochMilliseconds(from),
    until: Temporal.Instant.fromEpochMilliseconds(window.endMs),
  };
}
