import { Injectable } from '@nestjs/common';
import { SafetyNoticesService } from '@app/safety/safety-notices.service.js';

@Injectable()
export class SendSafetyNoticeJob {
  constructor(private readonly notices: SafetyNoticesService) {}

  run({ clinicId, noticeId }: { clinicId: string; noticeId: string }): Promise<void> {
    return this.notices.send({ kind: 'system', clinicId, job: 'send-safety-notice' }, noticeId);
  }
}
