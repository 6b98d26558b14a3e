import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database/database.js';
import { ClosingService } from '@app/prompts/closing.service.js';

/** Closes what time has closed, and plans missed windows again. */
@Injectable()
export class ClosePromptsJob {
  constructor(
    private readonly db: Database,
    private readonly closing: ClosingService,
  ) {}

  async run(): Promise<void> {
    const over = await this.db.acrossClinics<{ clinicId: string; promptId: string }>(
      'select clinic_id as "clinicId", prompt_id as "promptId" from find_prompts_to_close_across_clinics()',
    );
    for (const { clinicId, promptId } of over) {
      await this.closing.expire({ kind: 'system', clinicId, job: 'close-prompts' }, promptId);
    }
    const late = await this.db.acrossClinics<{ clinicId: string; clientId: string }>(
      'select clinic_id as "clinicId", client_id as "clientId" from find_clients_to_reschedule_across_clinics()',
    );
    for (const { clinicId, clientId } of late) {
      await this.closing.planAgain({ kind: 'system', clinicId, job: 'close-prompts' }, clientId);
    }
  }
}
