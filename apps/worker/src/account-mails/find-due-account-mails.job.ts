import { Injectable } from '@nestjs/common';
import { AccountMailSending } from '@app/clinics/account-mails/account-mail-sending.service.js';
import { Queues } from '@app/platform/queues/queues.js';

/** Mails that may wait in the queue at once; the next sweep finds the rest. */
const AT_ONCE = 200;

/** Finds mails to accounts that wait to go out, and queues them by id. */
@Injectable()
export class FindDueAccountMailsJob {
  constructor(
    private readonly mails: AccountMailSending,
    private readonly queues: Queues,
  ) {}

  async run(): Promise<void> {
    const due = await this.mails.due(AT_ONCE);
    await this.queues.addMany(
      'send-account-mail',
      due.map((mailId) => ({ payload: { mailId }, deduplicationId: mailId })),
    );
  }
}
