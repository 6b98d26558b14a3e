import { Injectable } from '@nestjs/common';
import type { SystemActor } from '@app/platform/actor.js';
import { Database } from '@app/platform/database/database.js';
import { PromptRows } from './prompt-rows.js';
import { PromptScheduleService } from './prompt-schedule.service.js';

/** What time does to prompts: unanswered ones expire, passed windows are planned again or missed. */
@Injectable()
export class ClosingService {
  constructor(
    private readonly db: Database,
    private readonly rows: PromptRows,
    private readonly schedule: PromptScheduleService,
  ) {}

  /** Closes a sent prompt whose days are over. Safe to repeat. */
  async expire(actor: SystemActor, promptId: string): Promise<void> {
    await this.db.inClinic(actor, async (tx) => {
      const rows = await tx.query<{ id: string }>(
        `with closed as (
           update prompts set status = 'expired', closed_at = app_now(), version = version + 1
           where clinic_id = $1 and id = $2 and status = 'sent' and closes_at <= app_now() returning id)
         select id from closed`,
        [actor.clinicId, promptId],
      );
      await this.rows.withdrawMailings(
        tx,
        rows.map(({ id }) => id),
      );
    });
  }

  /** Plans a client's prompts again: a window was missed, or the horizon moved on. */
  async planAgain(actor: SystemActor, clientId: string): Promise<void> {
    await this.db.inClinic(actor, (tx) => this.schedule.reconcile(tx, clientId));
  }
}
