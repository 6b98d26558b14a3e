import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database/database.js';
import { ClosingService } from '@app/prompts/closing.service.js';
import { eachRow } from '../each-row.js';

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
    await eachRow(over, ({ clinicId, promptId }) =>
      this.closing.expire({ kind: 'system', clinicId, job: 'close-prompts' }, promptId),
    );
    const overdue = await this.db.acrossClinics<{ clinicId: string; mailingId: string }>(
      'select clinic_id as "clinicId", mailing_id as "mailingId" from find_overdue_mailings_across_clinics()',
    );
    await eachRow(overdue, ({ clinicId, mailingId }) =>
      this.closing.settleOverdue({ kind: 'system', clinicId, job: 'close-prompts' }, mailingId),
    );
    const late = await this.db.acrossClinics<{ clinicId: string; clientId: string }>(
      'select clinic_id as "clinicId", client_id as "clientId" from find_clients_to_reschedule_across_clinics()',
    );
    await eachRow(late, ({ clinicId, clientId }) =>
      this.closing.planAgain({ kind: 'system', clinicId, job: 'close-prompts' }, clientId),
    );
  }
}
