import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { Pace, RestLength } from '@app/clients/client.types.js';
import { Database } from '@app/platform/database/database.js';
import { PromptScheduleService } from '@app/prompts/prompt-schedule.service.js';
import { CallRequestsService } from '@app/safety/call-requests.service.js';
import { clientActor, type ReplyEntry } from './reply-door.service.js';
import { lockClient, type RestOutcome, Rests } from './rest-course.js';

/** The client sets the pace: rest, less or more often. No reason is asked. Each command is one transaction. */
@Injectable()
export class PaceCourseService {
  constructor(
    private readonly db: Database,
    private readonly schedule: PromptScheduleService,
    private readonly rests: Rests,
    private readonly calls: CallRequestsService,
    private readonly audit: AuditService,
  ) {}

  rest(entry: ReplyEntry, length: RestLength): Promise<RestOutcome> {
    return this.db.inClinic(clientActor(entry), (tx) =>
      this.rests.begin(tx, entry.clientId, { length, by: 'client' }),
    );
  }

  /** Ends a rest, whoever began it. */
  endRest(entry: ReplyEntry): Promise<void> {
    return this.db.inClinic(clientActor(entry), (tx) => this.rests.end(tx, entry.clientId));
  }

  /** "Ask the clinic to call me", from a page that belongs to no question. Nothing for who is out of care. */
  requestCall(entry: ReplyEntry): Promise<void> {
    const { clientId, promptId } = entry;
    return this.db.inClinic(clientActor(entry), async (tx) => {
      const { status } = await lockClient(tx, clientId);
      if (status === 'active' || status === 'on_hold') await this.calls.raise(tx, { clientId, promptId });
    });
  }

  /** What is unsent follows at once. False for a client out of care, for whom nothing changes. */
  setPace(entry: ReplyEntry, pace: Pace): Promise<boolean> {
    const { clientId } = entry;
    return this.db.inClinic(clientActor(entry), async (tx) => {
      const client = await lockClient(tx, clientId);
      if (client.status !== 'active' && client.status !== 'on_hold') return false;
      if (client.pace === pace) return true;
      await tx.query('update clients set pace = $3, version = version + 1 where clinic_id = $1 and id = $2', [
        tx.actor.clinicId,
        clientId,
        pace,
      ]);
      await this.schedule.reconcile(tx, clientId);
      await this.audit.record(tx, {
        action: 'client.pace-set',
        subjectType: 'client',
        subjectIds: [clientId],
        clientIds: [clientId],
      });
      return true;
    });
  }
}
