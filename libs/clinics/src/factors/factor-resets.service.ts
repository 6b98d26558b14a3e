import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/platform/database/database.js';
import { AccountMailsService } from '../account-mails/account-mails.service.js';
import { SignInsService } from '../sign-ins/sign-ins.service.js';
import { FactorsService } from './factors.service.js';

/** For somebody who has lost the telephone and every recovery code. Whether they are who they say is asked before. */
@Injectable()
export class FactorResets {
  constructor(
    private readonly factors: FactorsService,
    private readonly signIns: SignInsService,
    private readonly mails: AccountMailsService,
  ) {}

  /**
   * Takes every second factor and recovery code off the account, ends its sign-ins in every clinic, also those that
   * wait for a factor, and tells its owner. The password stays: who knows it sets up a new factor next.
   */
  async reset(tx: Tx, accountId: string): Promise<void> {
    // The lock that adding and removing a factor takes.
    await tx.query('select 1 from accounts where id = $1 for update', [accountId]);
    await this.factors.removeAll(tx, accountId);
    await this.signIns.endOfAccount(accountId, undefined, tx);
    await this.mails.add({ kind: 'factors-reset', to: { accountId } }, tx);
  }
}
