import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/platform/database/database.js';
import { TooManyTries } from '@app/platform/errors/errors.js';
import { AccountMailsService } from '../account-mails/account-mails.service.js';
import { normalisedEmail } from '../accounts/accounts.service.js';
import { SignInThrottle } from '../sign-ins/sign-in-throttle.service.js';
import { AccountTokens } from '../tokens/account-tokens.service.js';

/** More than a staff grows by in a day, and too few to write to strangers in a clinic's name. */
const MAILS_A_DAY = 50;

/** The links of invitations, by mail. */
@Injectable()
export class InvitationMails {
  constructor(
    private readonly tokens: AccountTokens,
    private readonly mails: AccountMailsService,
    private readonly throttle: SignInThrottle,
  ) {}

  /** A new link; older ones end. `ip`: where the admin is. @throws TooManyTries for an address, or for the clinic */
  async send(tx: Tx, invitationId: string, email: string, ip = ''): Promise<void> {
    const { clinicId } = tx.actor;
    const subject = `invite ${normalisedEmail(email)}`;
    await this.throttle.count({ kind: 'link', subject, ip, familiar: false }, tx);
    const [oldest] = await tx.query<{ seconds: number }>(OLDEST_OF_FULL_DAY, [clinicId, MAILS_A_DAY - 1]);
    if (oldest) throw new TooManyTries(oldest.seconds);
    const tokenId = await this.tokens.issue({ purpose: 'invite', subjectId: invitationId, clinicId }, tx);
    await this.mails.add({ kind: 'invite', to: { email }, clinicId, tokenId }, tx);
  }

  async endAll(tx: Tx, invitationId: string): Promise<void> {
    await this.tokens.endAll('invite', invitationId, tx);
  }
}

// No row while the day is not full; else the seconds until it has room again.
const OLDEST_OF_FULL_DAY = `
  select ceil(extract(epoch from created_at + interval '1 day' - app_now()))::int as seconds from account_mails
  where kind = 'invite' and clinic_id = $1 and created_at > app_now() - interval '1 day'
  order by created_at desc offset $2 limit 1`;
