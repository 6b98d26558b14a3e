import { Injectable } from '@nestjs/common';
import { AccountMailSending } from '@app/clinics/account-mails/account-mail-sending.service.js';

@Injectable()
export class SendAccountMailJob {
  constructor(private readonly mails: AccountMailSending) {}

  run({ mailId }: { mailId: string }): Promise<void> {
    return this.mails.send(mailId);
  }
}
