import { Injectable } from '@nestjs/common';
import { EscalationsService } from '@app/safety/escalations.service.js';

@Injectable()
export class EscalateFlagJob {
  constructor(private readonly escalations: EscalationsService) {}

  run({ clinicId, flagId }: { clinicId: string; flagId: string }): Promise<void> {
    return this.escalations.escalate({ kind: 'system', clinicId, job: 'escalate-flag' }, flagId);
  }
}
