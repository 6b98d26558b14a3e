import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { StaffActor, SystemActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { LinkEnded, NotFound } from '@app/platform/errors/errors.js';
import { AccountMailsService } from '../account-mails/account-mails.service.js';
import { SignInThrottle } from '../sign-ins/sign-in-throttle.service.js';
import { AccountTokens } from '../tokens/account-tokens.service.js';
import { ClinicSender } from './clinic-sender.entity.js';
import { senderIn } from './clinic-senders.service.js';
import { openReplyTo } from './reply-to.js';

/** Proves that somebody reads the mailbox to which clients answer: by a link that goes there and nowhere else. */
@Injectable()
export class SenderVerification {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly audit: AuditService,
    private readonly tokens: AccountTokens,
    private readonly mails: AccountMailsService,
    private readonly throttle: SignInThrottle,
  ) {}

  /** Sends the link; older ones end. @throws NotFound while nothing is saved @throws TooManyTries */
  async ask(actor: StaffActor): Promise<void> {
    const { clinicId, ip = '' } = actor;
    await this.throttle.count({ kind: 'link', subject: `sender ${clinicId}`, ip, familiar: true });
    await this.db.inClinic(actor, async (tx) => {
      const email = await this.replyTo(tx);
      if (email === null) throw new NotFound('sender');
      const token = { purpose: 'sender' as const, subjectId: clinicId, clinicId, email };
      const tokenId = await this.tokens.issue(token, tx);
      await this.mails.add({ kind: 'sender-check', clinicId, tokenId, to: { email } }, tx);
      await this.record(tx, 'sender.verification-asked');
    });
  }

  /** Spends the link. @throws LinkEnded, also when the clinic has another address by now */
  async confirm(token: string): Promise<void> {
    const { clinicId } = await this.tokens.open('sender', token);
    if (clinicId === null) throw new LinkEnded();
    const actor: SystemActor = { kind: 'system', clinicId, job: 'confirm-sender' };
    await this.db.inClinic(actor, async (tx) => {
      const { email } = await this.tokens.spend('sender', token, tx);
      if (email === null || email !== (await this.replyTo(tx))) throw new LinkEnded();
      await tx.manager.update(ClinicSender, { clinicId }, { verifiedAt: tx.now });
      await this.record(tx, 'sender.verified');
    });
  }

  private async replyTo(tx: Tx): Promise<string | null> {
    const row = await senderIn(tx);
    return row && openReplyTo(await this.keyring.clinic(tx), row.clinicId, row.replyToSealed);
  }

  private record(tx: Tx, action: string): Promise<void> {
    const { clinicId } = tx.actor;
    return this.audit.record(tx, { action, subjectType: 'clinic', subjectIds: [clinicId], clientIds: [] });
  }
}
