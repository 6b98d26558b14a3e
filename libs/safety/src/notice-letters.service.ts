import { Injectable } from '@nestjs/common';
import { AccountsService } from '@app/clinics/accounts/accounts.service.js';
import { Roster } from '@app/clinics/settings/roster.entity.js';
import { callRequestEmail } from '@app/design/emails/call-request-email.js';
import { flagEmail, type FlagMailKind } from '@app/design/emails/flag-email.js';
import type { SystemActor } from '@app/platform/actor.js';
import { Config } from '@app/platform/config/config.js';
import { Database } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { unseal } from '@app/platform/encryption/sealing.js';
import type { OutgoingMail } from '@app/platform/mail/outgoing-mail.js';
import type { NoticeClaim } from './notice-claim.queries.js';

/** Writes the e-mail of a notice: no name, no clinic, no words. */
@Injectable()
export class NoticeLetters {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly config: Config,
    private readonly accounts: AccountsService,
  ) {}

  /** Null where there is nobody to write to any more. */
  async mailOf(actor: SystemActor, claim: NoticeClaim): Promise<OutgoingMail | null> {
    const to =
      claim.channel === 'outside-email'
        ? await this.outsideAddress(actor, claim)
        : claim.accountId && (await this.accounts.email(claim.accountId));
    if (!to) return null;
    const props = { locale: 'en-US', todayUrl: new URL('/today', this.config.BASE_URL).href };
    const kind = letterOf(claim);
    const mail = kind === 'call' ? callRequestEmail(props) : flagEmail({ ...props, kind });
    return {
      from: { name: mail.fromName, address: this.config.MAIL_FROM },
      to,
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      messageId: claim.messageId,
      headers: { 'Auto-Submitted': 'auto-generated' },
    };
  }

  private outsideAddress(actor: SystemActor, { lane }: NoticeClaim): Promise<string | null> {
    return this.db.inClinic(actor, async (tx) => {
      const { clinicId } = actor;
      const roster = await tx.manager.findOneBy(Roster, { clinicId, kind: lane });
      if (!roster?.outsideBackupSealed) return null;
      const binding = { clinicId, label: 'roster.outside-backup', rowId: lane };
      return unseal(await this.keyring.clinic(tx), binding, roster.outsideBackupSealed);
    });
  }
}

function letterOf({ channel, reason, kind, colour }: NoticeClaim): FlagMailKind | 'call' {
  if (channel === 'outside-email') return 'outside';
  switch (reason) {
    case 'raised':
    case 'risen':
      if (kind === 'call-me') return 'call';
      return colour === 'red' ? 'now' : 'today';
    case 'not-accepted':
    case 'unclaimed':
      return 'further';
    case 'overdue':
      return 'late';
  }
}
