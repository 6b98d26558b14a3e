import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database/database.js';
import { Queues } from '@app/platform/queues/queues.js';

/** Finds open safety flags that are due for their next step, and queues them by id. */
@Injectable()
export class FindOverdueFlagsJob {
  constructor(
    private readonly db: Database,
    private readonly queues: Queues,
  ) {}

  async run(): Promise<void> {
    const due = await this.findOverdueFlagsAcrossClinics();
    await this.queues.addMany(
      'escalate-flag',
      due.map((payload) => ({ payload, deduplicationId: payload.flagId })),
    );
  }

  private findOverdueFlagsAcrossClinics(): Promise<{ clinicId: string; flagId: string }[]> {
    return this.db.acrossClinics(
      'select clinic_id as "clinicId", flag_id as "flagId" from find_overdue_flags_across_clinics()',
    );
  }
}
