import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { AuditService } from '@app/audit/audit.service.js';
import type { Client } from '@app/clients/client.entity.js';
import { ClientsService } from '@app/clients/clients.service.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Idempotency } from '@app/platform/idempotency/idempotency.js';
import { PromptScheduleService } from '@app/prompts/prompt-schedule.service.js';

/** A command that adds something to a client's course. */
interface Addition<View> {
  clientId: string;
  idempotencyKey: string | undefined;
  /** Last part of the route, e.g. `ketamine-sessions`; with the body it tells a repeated call. */
  route: string;
  body: unknown;
  subjectType: string;
  action: string;
  /** Adds it and answers its id. Runs under the client's lock. */
  add: (tx: Tx, client: Client) => Promise<string>;
  view: (tx: Tx, id: string) => Promise<View>;
}

/** A command that changes one row of a client's course. */
interface Alteration<Row extends { id: string; clientId: string }, View> {
  subjectType: string;
  action: string;
  /** Finds the row. Throws NotFound. */
  find: (tx: Tx) => Promise<Row>;
  /** Runs under the client's lock, with the row as it stands then. */
  alter: (tx: Tx, row: Row) => Promise<void>;
  view: (tx: Tx, row: Row) => Promise<View>;
  /** False when nothing that the schedule reads can change. */
  reschedules?: boolean;
}

/**
 * What every command on a client's course has in common: one transaction, one client at a time, the unsent
 * prompts reconciled, one audit row.
 */
@Injectable()
export class CourseCommands {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly idempotency: Idempotency,
    private readonly clients: ClientsService,
    private readonly schedule: PromptScheduleService,
  ) {}

  /** Throws NotFound, Unprocessable (idempotency key used with another body), and what `add` throws. */
  async add<View>(actor: StaffActor, addition: Addition<View>): Promise<View> {
    const { clientId, idempotencyKey, body, subjectType, view } = addition;
    return this.db.inClinic(actor, async (tx) => {
      const client = await this.clients.lock(tx, clientId);
      const route = `POST /clients/${clientId}/${addition.route}`;
      let action = `${subjectType}.read`;
      const id = await this.idempotency.once(tx, { key: idempotencyKey, route, body }, async () => {
        action = addition.action;
        const added = await addition.add(tx, client);
        await this.schedule.reconcile(tx, clientId);
        return added;
      });
      await this.audit.record(tx, { action, subjectType, subjectIds: [id], clientIds: [clientId] });
      return view(tx, id);
    });
  }

  /** Throws NotFound, and what `alter` throws. */
  async alter<Row extends { id: string; clientId: string }, View>(
    actor: StaffActor,
    alteration: Alteration<Row, View>,
  ): Promise<View> {
    const { subjectType, action, find, alter, view, reschedules = true } = alteration;
    return this.db.inClinic(actor, async (tx) => {
      const { id, clientId } = await find(tx);
      await this.clients.lock(tx, clientId);
      // Read again: another command may have changed it while this one waited for the lock.
      await alter(tx, await find(tx));
      if (reschedules) await this.schedule.reconcile(tx, clientId);
      await this.audit.record(tx, { action, subjectType, subjectIds: [id], clientIds: [clientId] });
      return view(tx, await find(tx));
    });
  }
}
