import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { Database } from '@app/platform/database/database.js';
import { PromptScheduleService } from '@app/prompts/prompt-schedule.service.js';
import { clientActor, type ReplyEntry } from './reply-door.service.js';

/** A client wants no more e-mails. Their word is enough: no reason asked, and it holds at once. */
@Injectable()
export class StopCourseService {
  constructor(
    private readonly db: Database,
    private readonly schedule: PromptScheduleService,
    private readonly audit: AuditService,
  ) {}

  /** Stops every prompt from now on. Stopping twice is stopping once. */
  async stop(entry: ReplyEntry): Promise<void> {
    const { clinicId, clientId } = entry;
    await this.db.inClinic(clientActor(entry), async (tx) => {
      const stopped = await tx.query<{ id: string }>(
        `with stopped as (
           update clients set stopped_at = app_now(), version = version + 1
           where clinic_id = $1 and id = $2 and stopped_at is null returning id)
         select id from stopped`,
        [clinicId, clientId],
      );
      if (stopped.length === 0) return;
      await this.schedule.reconcile(tx, clientId);
      await this.audit.record(tx, {
        action: 'client.stopped',
        subjectType: 'client',
        subjectIds: [clientId],
        clientIds: [clientId],
      });
    });
  }
}
