import { Injectable } from '@nestjs/common';
import { SignedOut } from '@app/platform/errors/errors.js';
import { AccountsService, normalisedEmail } from '../accounts/accounts.service.js';
import { passwordFits } from '../accounts/password.js';
import { MembershipsService } from './memberships.service.js';
import { SignInThrottle } from './sign-in-throttle.service.js';
import type { Membership } from './sign-in.types.js';
import { SignInsService } from './sign-ins.service.js';

/** The first step of signing in, and every other time a password is asked for. */
@Injectable()
export class PasswordSignInService {
  constructor(
    private readonly accounts: AccountsService,
    private readonly memberships: MembershipsService,
    private readonly signIns: SignInsService,
    private readonly throttle: SignInThrottle,
  ) {}

  /**
   * The membership that e-mail and password open: in the clinic used last, else the first. Unknown address, wrong
   * password, disabled account and no clinic are one and the same refusal. @throws SignedOut @throws TooManyTries
   */
  async membershipFor(email: string, password: string, ip: string): Promise<Membership> {
    const account = await this.accounts.findByEmail(email);
    const familiar = await this.signIns.isFamiliar(account?.id, ip);
    const attempt = { kind: 'password' as const, subject: normalisedEmail(email), ip, familiar };
    await this.throttle.count(attempt);
    const fits = await passwordFits(account?.passwordHash ?? null, password);
    if (!account || !fits || account.status !== 'active') throw new SignedOut('sign-in-refused');
    const [membership] = await this.memberships.of(account.id);
    if (!membership) throw new SignedOut('sign-in-refused');
    await this.throttle.forget(attempt);
    return membership;
  }

  /** Is this the password of the account? Tries count together with those at the door. @throws TooManyTries */
  async isPasswordOf(accountId: string, password: string, ip: string): Promise<boolean> {
    const account = await this.accounts.find(accountId);
    const subject = normalisedEmail(await this.accounts.email(accountId));
    const familiar = await this.signIns.isFamiliar(accountId, ip);
    const attempt = { kind: 'password' as const, subject, ip, familiar };
    await this.throttle.count(attempt);
    const fits = await passwordFits(account?.passwordHash ?? null, password);
    if (!fits || account?.status !== 'active') return false;
    await this.throttle.forget(attempt);
    return true;
  }
}
