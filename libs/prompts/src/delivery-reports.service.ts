import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { withdrawConsent } from '@app/clients/consents.queries.js';
import { endRest } from '@app/clients/rests.queries.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { toInstant } from '@app/platform/database/instant.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { mailingOfReport } from '@app/platform/mail/dsn/bounce-address.js';
import { type MailReport, readMailReport } from '@app/platform/mail/dsn/mail-report.js';
import { anotherTry, failuresInARow, takesNoMail } from './delivery.rules.js';
import {
  clinicOfMailing,
  countSoftBounces,
  hasArrivedSince,
  hasComeBackBefore,
  keepEvent,
  promptOfBounce,
  type ReportedMailing,
  reportedMailing,
  suppress,
} from './delivery-report.queries.js';
import { lockClientOf } from './mailing-claim.queries.js';
import { PromptRows } from './prompt-rows.js';
import { PromptScheduleService } from './prompt-schedule.service.js';

/** Takes what mail servers tell about our mails afterwards, and draws the consequences. */
@Injectable()
export class DeliveryReports {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly schedule: PromptScheduleService,
    private readonly rows: PromptRows,
    private readonly audit: AuditService,
  ) {}

  /** A whole message as it arrived. What is no report, or about nothing of ours, changes nothing. */
  async receive(raw: Buffer): Promise<MailReport['kind'] | 'ignored'> {
    const report = await readMailReport(raw);
    if (!report) return 'ignored';
    const mailingId = mailingOfReport(await this.keyring.service('bounce-address'), report);
    const clinicId = mailingId && (await clinicOfMailing(this.db, mailingId));
    if (!clinicId) return 'ignored';
    return this.db.inClinic({ kind: 'system', clinicId, job: 'mail-report' }, async (tx) => {
      await lockClientOf(tx, mailingId);
      const mailing = await reportedMailing(tx, mailingId);
      if (!mailing || !(await keepEvent(tx, mailing, report))) return 'ignored';
      await this.audit.record(tx, {
        action: `mailing.${report.kind}`,
        subjectType: 'mailing',
        subjectIds: [mailingId],
        clientIds: [mailing.clientId],
      });
      // What an old address says is no news of the new one.
      if (!mailing.isOld) await this.follow(tx, mailing, report.kind);
      return report.kind;
    });
  }

  private async follow(tx: Tx, mailing: ReportedMailing, kind: MailReport['kind']): Promise<void> {
    switch (kind) {
      case 'delayed':
        return;
      case 'bounced':
        return this.suppress(tx, mailing, 'bounced');
      case 'complained':
        await this.stop(tx, mailing.clientId);
        return this.suppress(tx, mailing, 'complained');
      case 'bounced-for-now':
        return this.countPassing(tx, mailing);
    }
  }

  private async suppress(
    tx: Tx,
    { clientId }: ReportedMailing,
    why: Parameters<typeof suppress>[2],
  ): Promise<void> {
    await suppress(tx, clientId, why);
    await this.schedule.reconcile(tx, clientId);
  }

  /** Whoever marks a mail as unwanted is taken at their word, as by one click on "unsubscribe". */
  private async stop(tx: Tx, clientId: string): Promise<void> {
    await tx.query(
      `update clients set stopped_at = coalesce(stopped_at, app_now()), email_consent_given_on = null
       where clinic_id = $1 and id = $2`,
      [tx.actor.clinicId, clientId],
    );
    await withdrawConsent(tx, clientId);
    await endRest(tx, clientId);
  }

  private async countPassing(tx: Tx, mailing: ReportedMailing): Promise<void> {
    if (await hasComeBackBefore(tx, mailing)) return;
    const count = failuresInARow(mailing.softBounces, await hasArrivedSince(tx, mailing));
    await countSoftBounces(tx, mailing.clientId, count);
    if (takesNoMail(count)) return this.suppress(tx, mailing, 'soft-bounced');
    if (mailing.promptId !== null) await this.tryOnceMore(tx, mailing, mailing.promptId);
  }

  private async tryOnceMore(tx: Tx, { id, clientId }: ReportedMailing, promptId: string): Promise<void> {
    const row = await promptOfBounce(tx, promptId, id);
    if (!row.closes_at) return;
    const stretch = anotherTry(
      {
        clock: { timeZone: row.time_zone, quietFrom: row.quiet_from, quietTo: row.quiet_to },
        isOpen: row.status === 'sent',
        closesAt: toInstant(row.closes_at),
        limitAt: toInstant(row.limit_at),
        hasHadAnother: row.has_another,
      },
      tx.now,
    );
    if (!stretch) return;
    const window = { sendAt: stretch.from, sendUntil: stretch.until };
    await this.rows.addMailing(tx, { clientId, promptId, kind: 'snoozed', ...window });
  }
}
