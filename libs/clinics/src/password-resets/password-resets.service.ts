import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/platform/database/database.js';
import { AccountMailsService } from '../account-mails/account-mails.service.js';
import { AccountsService, normalisedEmail } from '../accounts/accounts.service.js';
import { SignInThrottle } from '../sign-ins/sign-in-throttle.service.js';
import { AccountTokens } from '../tokens/account-tokens.service.js';

/** Seconds within which an account gets one link, however often it is asked for. */
const ONE_LINK_WITHIN = 120;

/** Sends the link to a new password. */
@Injectable()
export class PasswordResetsService {
  constructor(
    private readonly accounts: AccountsService,
    private readonly tokens: AccountTokens,
    private readonly mails: AccountMailsService,
    private readonly throttle: SignInThrottle,
  ) {}

  /**
   * Somebody asks for a link. A known and an unknown address cost the same statements, and nothing that comes
   * back tells them apart. @throws TooManyTries
   */
  async request(email: string, ip: string): Promise<void> {
    const subject = `reset ${normalisedEmail(email)}`;
    // Familiar or not is never asked: what others do from elsewhere must not make the owner wait.
    await this.throttle.count({ kind: 'link', subject, ip, familiar: true });
    const account = await this.accounts.findByEmail(email);
    const nobody = await this.tokens.subjectOf(email);
    const known = account?.status === 'active' ? account.id : null;
    const token = { purpose: 'reset' as const, subjectId: known ?? nobody };
    const tokenId = await this.tokens.issueUnlessRecent(token, ONE_LINK_WITHIN);
    if (!tokenId) return;
    // To the address that is kept, not the one that was typed: letters that look alike may lead elsewhere.
    if (known) await this.mails.add({ kind: 'reset', to: { accountId: known }, tokenId });
    else await this.mails.addToNobody({ kind: 'reset', tokenId });
  }

  /** Sends the account a link at a colleague's wish, in their transaction. Older links end. */
  async startFor(accountId: string, tx?: Tx): Promise<void> {
    const tokenId = await this.tokens.issue({ purpose: 'reset', subjectId: accountId }, tx);
    await this.mails.add({ kind: 'reset', to: { accountId }, tokenId }, tx);
  }
}
