import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database/database.js';
import { Queues } from '@app/platform/queues/queues.js';
import { SendingService } from '@app/prompts/sending.service.js';
import { eachRow } from '../each-row.js';

/** Mailings of one clinic that may wait in the queue at once: one clinic's flood never delays another's. */
const PER_CLINIC = 50;

/** Asks the database what is due, round-robin over clinics, and queues it by id. */
@Injectable()
export class FindDueMailingsJob {
  constructor(
    private readonly db: Database,
    private readonly queues: Queues,
    private readonly sending: SendingService,
  ) {}

  async run(): Promise<void> {
    await this.giveUpDeadLeases();
    const due = await this.findDueMailingsAcrossClinics();
    await this.queues.addMany(
      'send-mailing',
      due.map((payload) => ({ payload, deduplicationId: payload.mailingId })),
    );
  }

  private findDueMailingsAcrossClinics(): Promise<{ clinicId: string; mailingId: string }[]> {
    return this.db.acrossClinics(
      'select clinic_id as "clinicId", mailing_id as "mailingId" from find_due_mailings_across_clinics($1)',
      [PER_CLINIC],
    );
  }

  private async giveUpDeadLeases(): Promise<void> {
    const dead = await this.db.acrossClinics<{ clinicId: string; mailingId: string }>(
      'select clinic_id as "clinicId", mailing_id as "mailingId" from find_dead_leases_across_clinics()',
    );
    await eachRow(dead, ({ clinicId, mailingId }) =>
      this.sending.giveUpLease({ kind: 'system', clinicId, job: 'find-due-mailings' }, mailingId),
    );
  }
}
