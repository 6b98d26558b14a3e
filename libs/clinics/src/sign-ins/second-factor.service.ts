import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { SignedOut, Unprocessable } from '@app/platform/errors/errors.js';
import type { FactorHolder, FactorKind, GivenFactor } from '../factors/factor.types.js';
import { FactorsService } from '../factors/factors.service.js';
import { AccountEvents } from './account-events.service.js';
import { SignInThrottle } from './sign-in-throttle.service.js';
import type { PendingSignIn, SignInPlace } from './sign-in.types.js';
import { SignInsService } from './sign-ins.service.js';

/** The second step of signing in, and the same step again before what cannot be taken back. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly factors: FactorsService,
    private readonly signIns: SignInsService,
    private readonly throttle: SignInThrottle,
    private readonly events: AccountEvents,
  ) {}

  /**
   * Takes the factor of somebody whose password was right. What was wrong with it is not said.
   * @throws SignedOut @throws TooManyTries
   */
  async prove(pending: PendingSignIn, given: GivenFactor, ip: string): Promise<void> {
    if (!(await this.isRight(pending, given, ip))) {
      await this.events.signInAlone(pending, 'sign-in.second-factor-refused', [pending.signInId]);
      throw new SignedOut('second-factor-refused');
    }
    if (given.kind === 'recovery-code') await this.events.wayInAlone(pending, 'recovery-code.used');
  }

  /** Ends the pending sign-in and gives the token of the full one. @throws SignedOut when it was used meanwhile */
  async complete(pending: PendingSignIn, factor: FactorKind, place: SignInPlace): Promise<string> {
    const token = await this.signIns.complete(pending, factor, place);
    if (!token) throw new SignedOut();
    return token;
  }

  /** For the next 5 minutes this sign-in may do what asks for a step-up. @throws Unprocessable @throws TooManyTries */
  async stepUp(actor: StaffActor, given: GivenFactor): Promise<void> {
    const { accountId, signInId, ip } = actor;
    if (!signInId) throw new SignedOut();
    if (!(await this.isRight({ accountId, signInId }, given, ip ?? ''))) {
      await this.events.signInAlone(actor, 'sign-in.second-factor-refused', [signInId]);
      throw new Unprocessable('second-factor-wrong');
    }
    await this.signIns.stepUp(actor, signInId);
  }

  /**
   * Counts by account, and by account and address, not by sign-in: a new sign-in costs who knows the password
   * nothing. Nobody can guess a passkey, so a browser's trouble with one slows nobody down.
   */
  private async isRight(who: FactorHolder, given: GivenFactor, ip: string): Promise<boolean> {
    if (given.kind === 'passkey') return this.factors.take(who, given);
    const familiar = await this.signIns.isFamiliar(who.accountId, ip);
    const attempt = { kind: 'second-factor' as const, subject: who.accountId, ip, familiar };
    await this.throttle.count(attempt);
    if (!(await this.factors.take(who, given))) return false;
    await this.throttle.forget(attempt);
    return true;
  }
}
