import { Injectable, Logger } from '@nestjs/common';
import { AccountsService } from '@app/clinics/accounts/accounts.service.js';
import { callRequestEmail } from '@app/design/emails/call-request-email.js';
import type { SystemActor } from '@app/platform/actor.js';
import { Config } from '@app/platform/config/config.js';
import { Database } from '@app/platform/database/database.js';
import { toDate } from '@app/platform/database/instant.js';
import { Mailer } from '@app/platform/mail/mailer.js';
import type { Handover } from '@app/platform/mail/handover.types.js';
import { type OutgoingMail, UnsendableMail } from '@app/platform/mail/outgoing-mail.js';
import {
  claimNotice,
  type NoticeClaim,
  type NoticeEnd,
  releaseNotice,
  settleNotice,
} from './notice-claim.queries.js';
import { nextNoticeAt } from './notice-attempts.rules.js';

/** Tells staff by e-mail that somebody asked for a call: no name, no clinic, no words. */
@Injectable()
export class SafetyNoticesService {
  private readonly logger = new Logger('safety-notices');

  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly accounts: AccountsService,
    private readonly mailer: Mailer,
  ) {}

  /** Claims, hands over, marks. Does nothing when the notice is not due or somebody else's. */
  async send(actor: SystemActor, noticeId: string): Promise<void> {
    const claim = await this.db.inClinic(actor, (tx) => claimNotice(tx, noticeId));
    if (!claim) return;
    if (!claim.wanted) return this.settle(actor, claim, 'failed');
    const handover = await this.handOver(await this.mailOf(claim));
    this.logger.log({ noticeId, outcome: handover.outcome });
    switch (handover.outcome) {
      case 'accepted':
        return this.settle(actor, claim, 'sent');
      case 'refused':
        return this.settle(actor, claim, 'failed');
      case 'refused-for-now':
        return this.again(actor, claim, 'failed');
      // Unlike a prompt, an unanswered hand-over is tried again: a person may be waiting, and a doubled
      // "someone asked for a call" is better than none.
      case 'unknown':
        return this.again(actor, claim, 'unknown');
    }
  }

  private async handOver(mail: OutgoingMail): Promise<Handover> {
    try {
      return await this.mailer.send(mail);
    } catch (error) {
      // Nothing of it left, and it never will as it is.
      if (error instanceof UnsendableMail) return { outcome: 'refused', code: 'unsendable' };
      throw error;
    }
  }

  private async mailOf(claim: NoticeClaim): Promise<OutgoingMail> {
    const mail = callRequestEmail({
      locale: 'en-US',
      todayUrl: new URL('/today', this.config.BASE_URL).href,
    });
    return {
      from: { name: mail.fromName, address: this.config.MAIL_FROM },
      to: await this.accounts.email(claim.accountId),
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      messageId: claim.messageId,
      headers: { 'Auto-Submitted': 'auto-generated' },
    };
  }

  private async again(actor: SystemActor, claim: NoticeClaim, end: NoticeEnd): Promise<void> {
    await this.db.inClinic(actor, async (tx) => {
      const nextAt = nextNoticeAt(claim.attempts, tx.now);
      if (nextAt) await releaseNotice(tx, claim, toDate(nextAt));
      else await settleNotice(tx, claim, end);
    });
  }

  private async settle(actor: SystemActor, claim: NoticeClaim, end: NoticeEnd): Promise<void> {
    await this.db.inClinic(actor, (tx) => settleNotice(tx, claim, end));
  }
}
