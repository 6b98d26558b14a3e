import { Injectable } from '@nestjs/common';
import { SendingService } from '@app/prompts/sending.service.js';

@Injectable()
export class SendMailingJob {
  constructor(private readonly sending: SendingService) {}

  run({ clinicId, mailingId }: { clinicId: string; mailingId: string }): Promise<void> {
    return this.sending.send({ kind: 'system', clinicId, job: 'send-mailing' }, mailingId);
  }
}
