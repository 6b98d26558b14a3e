import { Injectable, Logger } from '@nestjs/common';
import { Config } from '@app/platform/config/config.js';
import { Database } from '@app/platform/database/database.js';
import { toDate } from '@app/platform/database/instant.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { unseal } from '@app/platform/encryption/sealing.js';
import type { Handover } from '@app/platform/mail/handover.types.js';
import { Mailer } from '@app/platform/mail/mailer.js';
import { UnsendableMail } from '@app/platform/mail/outgoing-mail.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { nextAccountMailAt } from './account-mail-attempts.rules.js';
import {
  type AccountMailClaim,
  claimAccountMail,
  releaseAccountMail,
  settleAccountMail,
} from './account-mail-claim.queries.js';
import { AccountMailLetters } from './account-mail-letters.service.js';
import { accountMailBinding, NOT_WANTED } from './account-mails.service.js';

/** Sends what `AccountMailsService` wrote down: links to accounts, and notices about them. */
@Injectable()
export class AccountMailSending {
  private readonly logger = new Logger('account-mails');

  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly keyring: Keyring,
    private readonly accounts: AccountsService,
    private readonly letters: AccountMailLetters,
    private readonly mailer: Mailer,
  ) {}

  /** Ids of mails that are due, or were claimed by a worker that died; the longest waiting first. */
  async due(most: number): Promise<string[]> {
    const rows = await this.db.acrossClinics<{ id: string }>(
      `select id from account_mails
       where status = 'scheduled' and send_at <= app_now() or status = 'sending' and lease_until < app_now()
       order by send_at limit $1`,
      [most],
    );
    return rows.map(({ id }) => id);
  }

  /** Claims, hands over, marks. Does nothing when the mail is not due or somebody else's. */
  async send(mailId: string): Promise<void> {
    const claim = await claimAccountMail(this.db, mailId);
    if (!claim) return;
    const to = await this.receiver(claim);
    if (to === null) return settleAccountMail(this.db, claim, 'failed', NOT_WANTED);
    const handover = await this.handOver(claim, to);
    this.logger.log({ mailId, kind: claim.kind, outcome: handover.outcome });
    switch (handover.outcome) {
      case 'accepted':
        return settleAccountMail(this.db, claim, 'sent', null);
      case 'refused':
        return settleAccountMail(this.db, claim, 'failed', handover.code);
      case 'refused-for-now':
        return this.again(claim, handover.outcome, handover.code);
      case 'unknown':
        return this.again(claim, handover.outcome, handover.why);
    }
  }

  /** Null when the link is dead, or the account disabled, before the mail could go. */
  private async receiver({ mailId, live, toSealed }: AccountMailClaim): Promise<string | null> {
    if (!live) return null;
    const key = { version: 1, bytes: await this.keyring.service('account-email') };
    const email = unseal(key, accountMailBinding(mailId), toSealed);
    const account = await this.accounts.findByEmail(email);
    return account?.status === 'disabled' ? null : email;
  }

  private async handOver(claim: AccountMailClaim, to: string): Promise<Handover> {
    try {
      const { fromName, replyTo, subject, html, text } = await this.letters.letter(claim);
      return await this.mailer.send({
        from: { name: fromName, address: this.config.MAIL_FROM },
        to,
        ...(replyTo && { replyTo }),
        subject,
        html,
        text,
        messageId: claim.messageId,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    } catch (error) {
      // Nothing of it left, and it never will as it is.
      if (error instanceof UnsendableMail) return { outcome: 'refused', code: 'unsendable' };
      throw error;
    }
  }

  private async again(
    claim: AccountMailClaim,
    outcome: 'refused-for-now' | 'unknown',
    code: string,
  ): Promise<void> {
    const nextAt = nextAccountMailAt(outcome, claim.attempts, await this.db.now());
    if (nextAt) return releaseAccountMail(this.db, claim, toDate(nextAt), code);
    return settleAccountMail(this.db, claim, outcome === 'unknown' ? 'unknown' : 'failed', code);
  }
}
