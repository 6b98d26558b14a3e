import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database/database.js';
import { Queues } from '@app/platform/queues/queues.js';

/** Finds wordless notices that wait to go out, and queues them by id. */
@Injectable()
export class FindDueSafetyNoticesJob {
  constructor(
    private readonly db: Database,
    private readonly queues: Queues,
  ) {}

  async run(): Promise<void> {
    const due = await this.findDueSafetyNoticesAcrossClinics();
    await this.queues.addMany(
      'send-safety-notice',
      due.map((payload) => ({ payload, deduplicationId: payload.noticeId })),
    );
  }

  private findDueSafetyNoticesAcrossClinics(): Promise<{ clinicId: string; noticeId: string }[]> {
    return this.db.acrossClinics(
      'select clinic_id as "clinicId", notice_id as "noticeId" from find_due_safety_notices_across_clinics()',
    );
  }
}
