import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { Database } from '@app/platform/database/database.js';
import { SignedOut, Unprocessable } from '@app/platform/errors/errors.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { refuseWeakPassword } from '../accounts/chosen-password.js';
import { OwnWords } from '../accounts/own-words.service.js';
import { AccountEvents } from './account-events.service.js';
import { PasswordSignInService } from './password-sign-in.service.js';
import { SignInsService } from './sign-ins.service.js';

export interface PasswordChange {
  current: string;
  password: string;
}

/** The signed-in person chooses another password. */
@Injectable()
export class PasswordChangeService {
  constructor(
    private readonly db: Database,
    private readonly accounts: AccountsService,
    private readonly passwords: PasswordSignInService,
    private readonly signIns: SignInsService,
    private readonly ownWords: OwnWords,
    private readonly events: AccountEvents,
  ) {}

  /** Every other sign-in of the account ends with it. @throws Unprocessable @throws TooManyTries */
  async change(actor: StaffActor, { current, password }: PasswordChange): Promise<void> {
    const { accountId, signInId, ip } = actor;
    if (!signInId) throw new SignedOut();
    if (!(await this.passwords.isPasswordOf(accountId, current, ip ?? ''))) {
      throw new Unprocessable('invalid', [{ field: 'current', code: 'passwordWrong', params: {} }]);
    }
    refuseWeakPassword(password, await this.ownWords.of(accountId));
    await this.db.inClinic(actor, async (tx) => {
      await this.accounts.setPassword(accountId, password, tx);
      await this.signIns.endOfAccount(accountId, signInId, tx);
      await this.events.wayIn(tx, actor, 'password.changed');
    });
  }
}
