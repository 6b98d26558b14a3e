import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { AuditService } from '@app/audit/audit.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Conflict, NotFound } from '@app/platform/errors/errors.js';
import { type PromptContents, promptContents } from '@app/plans/prompt-contents.js';
import { type ListedEvent, type ListedMailing, mailingsOf, settleEvent } from './delivery.queries.js';
import type { ClientMailingView, DeliveryEventView } from './delivery.view.js';
import type { PromptView } from './prompt.view.js';
import { PromptsService } from './prompts.service.js';

/** What became of each e-mail, as staff see it, and what they found out by asking. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly db: Database,
    private readonly prompts: PromptsService,
    private readonly audit: AuditService,
  ) {}

  /** A client's e-mails, the newest first. @throws NotFound */
  async list(actor: StaffActor, clientId: string): Promise<ClientMailingView[]> {
    return this.db.inClinic(actor, async (tx) => {
      const params = [actor.clinicId, clientId];
      const found = await tx.query('select 1 from clients where clinic_id = $1 and id = $2', params);
      if (found.length === 0) throw new NotFound('client');
      const rows = await mailingsOf(tx, clientId);
      const contents = await promptContents(tx, rows.flatMap(templateOf));
      await this.record(tx, 'mailing.listed', { type: 'client', id: clientId, clientId });
      return rows.map((row) => mailingView(row, contents));
    });
  }

  /** Takes it off the list of what is to be done. Twice is once. @throws NotFound */
  async settle(actor: StaffActor, eventId: string): Promise<DeliveryEventView> {
    return this.db.inClinic(actor, async (tx) => {
      const event = await settleEvent(tx, eventId, actor.staffMemberId);
      if (!event) throw new NotFound('delivery event');
      const subject = { type: 'delivery-event', id: eventId, clientId: event.client_id };
      await this.record(tx, 'delivery-event.settled', subject);
      return eventView(event);
    });
  }

  /**
   * Nobody knew whether a prompt's e-mail had left; the client says that it came. Noted twice is noted once.
   * @throws NotFound, Conflict where there is nothing to find out
   */
  async confirmArrival(actor: StaffActor, promptId: string): Promise<PromptView> {
    return this.db.inClinic(actor, async (tx) => {
      const { clientId, delivery } = await this.prompts.one(tx, promptId);
      if (delivery?.status !== 'unknown' && delivery?.status !== 'sent') throw new Conflict('delivery-known');
      await tx.query(
        `update mailings set status = 'sent' where clinic_id = $1 and prompt_id = $2 and status = 'unknown'`,
        [actor.clinicId, promptId],
      );
      await this.record(tx, 'mailing.arrived', { type: 'prompt', id: promptId, clientId });
      return this.prompts.one(tx, promptId);
    });
  }

  private record(tx: Tx, action: string, of: { type: string; id: string; clientId: string }): Promise<void> {
    return this.audit.record(tx, {
      action,
      subjectType: of.type,
      subjectIds: [of.id],
      clientIds: [of.clientId],
    });
  }
}

function templateOf({ template_code: code, template_version: version }: ListedMailing) {
  return code !== null && version !== null ? [{ code, version }] : [];
}

function mailingView(row: ListedMailing, contents: PromptContents): ClientMailingView {
  const [template] = templateOf(row);
  return {
    id: row.id,
    kind: row.kind,
    promptId: row.prompt_id,
    promptTitle: template ? contents.of(template.code, template.version).title : null,
    status: row.status,
    at: row.at.toISOString(),
    code: row.code,
    events: row.events.map(eventView),
  };
}

function eventView(event: ListedEvent): DeliveryEventView {
  return {
    id: event.id,
    kind: event.kind,
    statusCode: event.status_code,
    at: Temporal.Instant.from(event.at).toString(),
    settledAt: event.settled_at && Temporal.Instant.from(event.settled_at).toString(),
  };
}
