import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database/database.js';
import { ClosingService } from '@app/prompts/closing.service.js';
import { eachRow } from '../each-row.js';

/** Moves the horizon on: rhythms have rows 60 days ahead. */
@Injectable()
export class TopUpRhythmsJob {
  constructor(
    private readonly db: Database,
    private readonly closing: ClosingService,
  ) {}

  async run(): Promise<void> {
    const clients = await this.db.acrossClinics<{ clinicId: string; clientId: string }>(
      'select clinic_id as "clinicId", client_id as "clientId" from find_clients_with_live_plans_across_clinics()',
    );
    await eachRow(clients, ({ clinicId, clientId }) =>
      this.closing.planAgain({ kind: 'system', clinicId, job: 'top-up-rhythms' }, clientId),
    );
  }
}
