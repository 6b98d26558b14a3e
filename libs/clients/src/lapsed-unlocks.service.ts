import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database/database.js';

/**
 * Browsers that have long had to give the passphrase again. A while longer than that they are known, and need not
 * wait for somebody who guesses.
 */
@Injectable()
export class LapsedUnlocks {
  constructor(private readonly db: Database) {}

  async purge(): Promise<void> {
    const clinics = await this.db.acrossClinics<{ clinic_id: string }>(
      'select clinic_id from find_clinics_across_clinics()',
    );
    for (const { clinic_id: clinicId } of clinics) {
      // Row-level security leaves the product no others than those that have lapsed.
      await this.db.inClinic({ kind: 'system', clinicId, job: 'purge-expired' }, (tx) =>
        tx.query(
          "delete from reply_unlocks where clinic_id = $1 and until < app_now() - interval '30 days'",
          [clinicId],
        ),
      );
    }
  }
}
