import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database/database.js';
import { tokenHash } from '@app/platform/encryption/sealing.js';
import { LinkEnded } from '@app/platform/errors/errors.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { refuseWeakPassword } from '../accounts/chosen-password.js';
import { OwnWords } from '../accounts/own-words.service.js';
import { hashedPassword } from '../accounts/password.js';
import { AccountEvents } from '../sign-ins/account-events.service.js';
import type { CalledFrom } from '../sign-ins/sign-in.types.js';
import { AccountTokens } from '../tokens/account-tokens.service.js';

/** A new password through a link by e-mail. The second factor stays, and nobody is signed in by it. */
@Injectable()
export class PasswordRedemption {
  constructor(
    private readonly db: Database,
    private readonly accounts: AccountsService,
    private readonly tokens: AccountTokens,
    private readonly ownWords: OwnWords,
    private readonly events: AccountEvents,
  ) {}

  /**
   * Uses the link up, replaces the password and ends every sign-in of the account: all of it, or nothing.
   * @throws LinkEnded @throws Unprocessable for a password that must not be chosen
   */
  async redeem(token: string, password: string, from: CalledFrom = {}): Promise<void> {
    const { subjectId } = await this.tokens.open('reset', token);
    const account = await this.accounts.find(subjectId);
    if (account?.status !== 'active') throw new LinkEnded();
    refuseWeakPassword(password, await this.ownWords.of(account.id));
    const rows = await this.db.acrossClinics(REDEEM, [tokenHash(token), await hashedPassword(password)]);
    if (rows.length === 0) throw new LinkEnded();
    await this.events.wayInEverywhere(account.id, 'password.reset', from);
  }
}

// One statement, because an account has no transaction of a clinic to be changed in.
const REDEEM = `
  with spent as (
    update account_tokens set spent_at = app_now()
    where token_hash = $1 and purpose = 'reset' and spent_at is null and expires_at > app_now()
    returning subject_id
  ), changed as (
    update accounts a set password_hash = $2, version = a.version + 1
    from spent where a.id = spent.subject_id and a.status = 'active'
    returning a.id
  ), signed_out as (
    update sign_ins s set revoked_at = app_now() from changed where s.account_id = changed.id and s.revoked_at is null
  ), others as (
    update account_tokens t set spent_at = app_now() from changed
    where t.purpose = 'reset' and t.subject_id = changed.id and t.spent_at is null and t.token_hash <> $1
  )
  select id from changed`;
