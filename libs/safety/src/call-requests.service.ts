import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { Config } from '@app/platform/config/config.js';
import type { Tx } from '@app/platform/database/database.js';
import { toInstant } from '@app/platform/database/instant.js';
import { newId } from '@app/platform/ids/ids.js';
import { messageIdFor } from '@app/platform/mail/outgoing-mail.js';
import { Temporal } from 'temporal-polyfill';
import { SafetyNotice } from './safety-notice.entity.js';

export interface RaisedCallRequest {
  flagId: string;
  raisedAt: Temporal.Instant;
  /** It was asked before and is still open: nothing was added. */
  already: boolean;
}

/** Raises "ask the clinic to call me". One open request a client: asking twice is asking once. */
@Injectable()
export class CallRequestsService {
  constructor(
    private readonly config: Config,
    private readonly audit: AuditService,
  ) {}

  /** Flag, one wordless notice for each who must know, and the audit row, in the caller's transaction. */
  async raise(
    tx: Tx,
    { clientId, promptId }: { clientId: string; promptId: string | null },
  ): Promise<RaisedCallRequest> {
    const flagId = newId();
    // Waits for a concurrent twin to commit: whoever comes second adds nothing.
    await tx.query(
      `insert into safety_flags (clinic_id, id, client_id, kind, colour, prompt_id, raised_at, version)
       values ($1, $2, $3, 'call-me', 'red', $4, app_now(), 1)
       on conflict (clinic_id, client_id, kind) where closed_at is null do nothing`,
      [tx.actor.clinicId, flagId, clientId, promptId],
    );
    const open = await openCallRequest(tx, clientId);
    const already = open?.flagId !== flagId;
    if (!already) await this.notify(tx, flagId, clientId);
    await this.audit.record(tx, {
      action: already ? 'call-request.repeated' : 'call-request.raised',
      subjectType: 'safety-flag',
      subjectIds: [open?.flagId ?? flagId],
      clientIds: [clientId],
    });
    return { flagId: open?.flagId ?? flagId, raisedAt: open?.raisedAt ?? tx.now, already };
  }

  private async notify(tx: Tx, flagId: string, clientId: string): Promise<void> {
    const { clinicId } = tx.actor;
    const domain = this.config.MAIL_FROM.slice(this.config.MAIL_FROM.lastIndexOf('@') + 1);
    const staff = await whoMustKnow(tx, clientId);
    if (staff.length === 0) return;
    await tx.manager.insert(
      SafetyNotice,
      staff.map((staffMemberId) => {
        const id = newId();
        return {
          clinicId,
          id,
          clientId,
          flagId,
          staffMemberId,
          status: 'scheduled' as const,
          sendAt: tx.now,
          messageId: messageIdFor(id, domain),
          fence: null,
          leaseUntil: null,
          attempts: 0,
          sentAt: null,
        };
      }),
    );
  }
}

/** The client's open request for a call, or null. */
export async function openCallRequest(
  tx: Tx,
  clientId: string,
): Promise<{ flagId: string; raisedAt: Temporal.Instant } | null> {
  const [row] = await tx.query<{ id: string; raised_at: Date }>(
    `select id, raised_at from safety_flags
     where clinic_id = $1 and client_id = $2 and kind = 'call-me' and closed_at is null`,
    [tx.actor.clinicId, clientId],
  );
  return row ? { flagId: row.id, raisedAt: toInstant(row.raised_at) } : null;
}

/** The care team at work now, and who covers for it; where there is none, everybody who sees that a call was requested. */
async function whoMustKnow(tx: Tx, clientId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string; on_team: boolean }>(
    `select s.id, s.id = any (t.team) as on_team
     from staff_members s, (
       select team || array(
         select a.cover_id from absences a
         where a.clinic_id = $1 and a.staff_member_id = any (team) and a.ended_at is null
           and a.starts_at <= app_now() and app_now() < a.ends_at) as team
       from (select app_care_team_of($2) as team) of_client) t
     where s.clinic_id = $1 and s.status = 'active'
       and (s.id = any (t.team) or s.roles && array['admin', 'coordinator'])
     order by s.id`,
    [tx.actor.clinicId, clientId],
  );
  const team = rows.filter((row) => row.on_team);
  return (team.length > 0 ? team : rows).map((row) => row.id);
}
