import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { AccountMailsService } from '../account-mails/account-mails.service.js';
import { SignInThrottle } from '../sign-ins/sign-in-throttle.service.js';

/** A sample of what clients get, to see how it arrives. */
@Injectable()
export class TestMailsService {
  constructor(
    private readonly mails: AccountMailsService,
    private readonly throttle: SignInThrottle,
  ) {}

  /** To the caller's own address and to nobody else. @throws TooManyTries */
  async send({ clinicId, accountId, ip = '' }: StaffActor): Promise<void> {
    await this.throttle.count({ kind: 'link', subject: `test-mail ${accountId}`, ip, familiar: true });
    await this.mails.add({ kind: 'test-mail', clinicId, to: { accountId } });
  }
}
