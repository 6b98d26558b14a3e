import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { Database } from '@app/platform/database/database.js';
import { PromptScheduleService } from '@app/prompts/prompt-schedule.service.js';
import { clientActor, ReplyDoorService, type ReplyEntry } from './reply-door.service.js';

/** The stop link of an e-mail. Its token can do nothing else. */
@Injectable()
export class ReplyStopService {
  constructor(
    private readonly db: Database,
    private readonly door: ReplyDoorService,
    private readonly schedule: PromptScheduleService,
    private readonly audit: AuditService,
  ) {}

  /** Whom the link is for, and whether it is done already; null for a link that is none. Reads only. */
  async look(token: string): Promise<{ entry: ReplyEntry; isStopped: boolean } | null> {
    const entry = await this.door.entry(token);
    if (entry?.purpose !== 'unsubscribe') return null;
    return this.db.inClinic(clientActor(entry), async (tx) => {
      const [row] = await tx.query<{ stopped: boolean }>(
        'select stopped_at is not null as stopped from clients where clinic_id = $1 and id = $2',
        [entry.clinicId, entry.clientId],
      );
      return { entry, isStopped: row?.stopped ?? false };
    });
  }

  /** Stops every prompt to this client at once. Safe to repeat. False for a link that is none. */
  async stop(token: string): Promise<boolean> {
    const found = await this.look(token);
    if (!found || found.isStopped) return found !== null;
    const { clinicId, clientId } = found.entry;
    await this.db.inClinic(clientActor(found.entry), async (tx) => {
      await tx.query(
        `update clients set stopped_at = app_now(), version = version + 1
         where clinic_id = $1 and id = $2 and stopped_at is null`,
        [clinicId, clientId],
      );
      // Nothing snoozed, nudging or asked for leaves any more; what the plan wanted is taken back by it.
      await tx.query(
        `update mailings set status = 'withdrawn'
         where clinic_id = $1 and client_id = $2 and status = 'scheduled' and kind <> 'first'`,
        [clinicId, clientId],
      );
      await this.schedule.reconcile(tx, clientId);
      await this.audit.record(tx, {
        action: 'client.stopped-e-mails',
        subjectType: 'client',
        subjectIds: [clientId],
        clientIds: [clientId],
      });
    });
    return true;
  }
}
