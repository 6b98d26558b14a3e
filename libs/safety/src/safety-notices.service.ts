import { Injectable, Logger } from '@nestjs/common';
import type { SystemActor } from '@app/platform/actor.js';
import { Database } from '@app/platform/database/database.js';
import { toDate } from '@app/platform/database/instant.js';
import type { Handover } from '@app/platform/mail/handover.types.js';
import { Mailer } from '@app/platform/mail/mailer.js';
import { type OutgoingMail, UnsendableMail } from '@app/platform/mail/outgoing-mail.js';
import {
  claimNotice,
  type NoticeClaim,
  type NoticeEnd,
  releaseNotice,
  settleNotice,
} from './notice-claim.queries.js';
import { nextNoticeAt } from './notice-attempts.rules.js';
import { NoticeLetters } from './notice-letters.service.js';
import { NoticeWebhook } from './notice-webhook.service.js';

/** Tells that somebody is needed, by e-mail or webhook: no name, no words. */
@Injectable()
export class SafetyNoticesService {
  private readonly logger = new Logger('safety-notices');

  constructor(
    private readonly db: Database,
    private readonly letters: NoticeLetters,
    private readonly webhook: NoticeWebhook,
    private readonly mailer: Mailer,
  ) {}

  /** Claims, hands over, marks. Does nothing when the notice is not due or somebody else's. */
  async send(actor: SystemActor, noticeId: string): Promise<void> {
    const claim = await this.db.inClinic(actor, (tx) => claimNotice(tx, noticeId));
    if (!claim) return;
    if (!claim.wanted) return this.settle(actor, claim, 'failed');
    const outcome = await this.handOver(actor, claim);
    this.logger.log({ noticeId, channel: claim.channel, outcome });
    switch (outcome) {
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

  private async handOver(actor: SystemActor, claim: NoticeClaim): Promise<Handover['outcome']> {
    if (claim.channel === 'webhook') return this.call(actor, claim);
    const mail = await this.letters.mailOf(actor, claim);
    return mail ? this.mail(mail) : 'refused';
  }

  private async mail(mail: OutgoingMail): Promise<Handover['outcome']> {
    try {
      return (await this.mailer.send(mail)).outcome;
    } catch (error) {
      // Nothing of it left, and it never will as it is.
      if (error instanceof UnsendableMail) return 'refused';
      throw error;
    }
  }

  /** What it refuses today may be mended tomorrow, or in a minute. */
  private async call(actor: SystemActor, claim: NoticeClaim): Promise<Handover['outcome']> {
    const { reason, flagId, colour } = claim;
    const outcome = await this.webhook.call(actor, { event: `safety-flag.${reason}`, flagId, colour });
    if (outcome === null) return 'refused';
    return outcome === 'refused' ? 'refused-for-now' : outcome;
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
