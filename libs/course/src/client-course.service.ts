import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { AuditService } from '@app/audit/audit.service.js';
import { isThereByGlassAlone } from '@app/clients/break-glass/break-glass.queries.js';
import { type ClientChange, ClientChangesService } from '@app/clients/client-changes.service.js';
import type { ClientView } from '@app/clients/client.view.js';
import { ClientsService } from '@app/clients/clients.service.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { PromptScheduleService } from '@app/prompts/prompt-schedule.service.js';
import { ReplyLinks } from '@app/prompts/reply-links.js';

/** What the schedule reads of a client, or a claim asks for. */
const SCHEDULED_BY = ['timeZone', 'quietHours', 'pace', 'status', 'emailConsent', 'email'] as const;

/**
 * Changes what is known of a client; unsent prompts follow a new zone, quiet hours, pace or status at once. With an
 * address die its links: whoever still reads its mailbox is the client no more.
 */
@Injectable()
export class ClientCourseService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly clients: ClientsService,
    private readonly changes: ClientChangesService,
    private readonly schedule: PromptScheduleService,
    private readonly links: ReplyLinks,
  ) {}

  /**
   * Throws NotFound (also for another address by who is there by break-glass), Conflict (stale version, address
   * taken), Invalid, Unprocessable.
   */
  async changeClient(actor: StaffActor, clientId: string, change: ClientChange): Promise<ClientView> {
    return this.db.inClinic(actor, async (tx) => {
      const row = await this.clients.lock(tx, clientId);
      if (change.email !== undefined) await this.mayReadress(tx, clientId, change.email);
      const { isReaddressed } = await this.changes.apply(tx, row, change);
      if (isReaddressed) await this.links.endAllOf(tx, clientId);
      if (SCHEDULED_BY.some((field) => change[field] !== undefined)) {
        await this.schedule.reconcile(tx, clientId);
      }
      await this.audit.record(tx, {
        action: 'client.changed',
        subjectType: 'client',
        subjectIds: [clientId],
        clientIds: [clientId],
      });
      return this.clients.view(tx, clientId);
    });
  }

  /** Links go to the address: whoever sets it reads and writes for the client, long after an access has shut. */
  private async mayReadress(tx: Tx, clientId: string, email: string | null): Promise<void> {
    const before = (await this.clients.open(tx, clientId)).email;
    if ((email?.trim() || null) === before || !(await isThereByGlassAlone(tx, clientId))) return;
    throw new NotFound('client');
  }
}
