import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { withdrawConsent } from '@app/clients/consents.queries.js';
import { endRest } from '@app/clients/rests.queries.js';
import { Database } from '@app/platform/database/database.js';
import { ClientNotices } from '@app/prompts/client-notices.service.js';
import { PromptScheduleService } from '@app/prompts/prompt-schedule.service.js';
import { clientActor, type ReplyEntry } from './reply-door.service.js';
import { lockClient } from './rest-course.js';

/** A client wants no more e-mails. Their word is enough: no reason asked, and it holds at once. */
@Injectable()
export class StopCourseService {
  constructor(
    private readonly db: Database,
    private readonly schedule: PromptScheduleService,
    private readonly notices: ClientNotices,
    private readonly audit: AuditService,
  ) {}

  /**
   * Stops every prompt from now on and withdraws the consent. Stopping twice is stopping once. `tells`: one last mail
   * brings the way back. Not after the one click of a mail program, whose sender asked for no mail.
   */
  async stop(entry: ReplyEntry, { tells }: { tells: boolean }): Promise<void> {
    const { clinicId, clientId } = entry;
    await this.db.inClinic(clientActor(entry), async (tx) => {
      const client = await lockClient(tx, clientId);
      if (client.stoppedAt) return;
      const isInCare = client.status === 'active' || client.status === 'on_hold';
      await tx.query(
        `update clients set stopped_at = app_now(), email_consent_given_on = null, version = version + 1
         where clinic_id = $1 and id = $2`,
        [clinicId, clientId],
      );
      await withdrawConsent(tx, clientId);
      await endRest(tx, clientId);
      await this.schedule.reconcile(tx, clientId);
      if (tells && isInCare) await this.notices.add(tx, clientId, 'stopped', { isAtOnce: true });
      await this.audit.record(tx, {
        action: 'client.stopped',
        subjectType: 'client',
        subjectIds: [clientId],
        clientIds: [clientId],
      });
    });
  }
}
