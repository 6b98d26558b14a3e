import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { ClientView } from '@app/clients/client.view.js';
import { ClientsService } from '@app/clients/clients.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database } from '@app/platform/database/database.js';
import { staleVersion, Unprocessable } from '@app/platform/errors/errors.js';
import { settleAllEvents } from './delivery.queries.js';
import { PromptScheduleService } from './prompt-schedule.service.js';

/** Addresses that take no mail, and the way back. */
@Injectable()
export class SuppressionService {
  constructor(
    private readonly db: Database,
    private readonly clients: ClientsService,
    private readonly schedule: PromptScheduleService,
    private readonly audit: AuditService,
  ) {}

  /**
   * The client was asked and says that the address is right: it is written to again, from the next step on. A stop
   * stays a stop. @throws NotFound, Conflict (stale version), Unprocessable while nobody has asked
   */
  async lift(
    actor: StaffActor,
    clientId: string,
    { version, voiceChecked }: { version: number; voiceChecked: boolean },
  ): Promise<ClientView> {
    return this.db.inClinic(actor, async (tx) => {
      const row = await this.clients.lock(tx, clientId);
      if (row.version !== version) throw staleVersion();
      if (!voiceChecked) {
        throw new Unprocessable('invalid', [{ field: 'voiceChecked', code: 'required', params: {} }]);
      }
      await tx.query(
        `update clients set suppressed_at = null, suppressed_why = null, soft_bounces = 0, version = version + 1
         where clinic_id = $1 and id = $2`,
        [actor.clinicId, clientId],
      );
      await settleAllEvents(tx, clientId, actor.staffMemberId);
      await this.schedule.reconcile(tx, clientId);
      await this.audit.record(tx, {
        action: 'client.suppression-lifted',
        subjectType: 'client',
        subjectIds: [clientId],
        clientIds: [clientId],
      });
      return this.clients.view(tx, clientId);
    });
  }
}
