import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { AuditService } from '@app/audit/audit.service.js';
import { Client } from '@app/clients/client.entity.js';
import type { RestLength } from '@app/clients/client.types.js';
import { restEnd } from '@app/clients/rest.rules.js';
import { beginRest, endRest, firstCallAfter, runningRest } from '@app/clients/rests.queries.js';
import type { Tx } from '@app/platform/database/database.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { ClientNotices } from '@app/prompts/client-notices.service.js';
import { PromptScheduleService } from '@app/prompts/prompt-schedule.service.js';

/**
 * - `resting`: the rest stands; asked for twice, it is one rest.
 * - `no-call`: no call is booked that the rest could last until.
 * - `stopped`, `not-in-care`: there are no questions that could rest.
 */
export type RestOutcome = 'resting' | 'no-call' | 'stopped' | 'not-in-care';

/** Begins and ends rests, in the transaction of a command of the client or of the clinic. */
@Injectable()
export class Rests {
  constructor(
    private readonly schedule: PromptScheduleService,
    private readonly notices: ClientNotices,
    private readonly audit: AuditService,
  ) {}

  /** Prompts that fall into the rest are dropped, not stacked up. A mail says until when, with the way back. */
  async begin(
    tx: Tx,
    clientId: string,
    { length, by }: { length: RestLength; by: 'client' | 'clinic' },
  ): Promise<RestOutcome> {
    const client = await lockClient(tx, clientId);
    if (client.status !== 'active' && client.status !== 'on_hold') return 'not-in-care';
    if (client.stoppedAt) return 'stopped';
    const nextCallAt = await firstCallAfter(tx, clientId, tx.now);
    if (length === 'next-call' && !nextCallAt) return 'no-call';
    const until = restEnd(length, { timeZone: client.timeZone, nextCallAt }, tx.now);
    if (isSameRest(client, { length, until, by }, tx.now)) return 'resting';
    await beginRest(tx, clientId, { length, until, by });
    await this.notices.withdraw(tx, clientId, ['rest_over']);
    await dropSnoozed(tx, clientId);
    await this.notices.add(tx, clientId, 'rest_begun', { isAtOnce: by === 'client', until });
    await this.schedule.reconcile(tx, clientId);
    await this.note(tx, clientId, 'client.rested');
    return 'resting';
  }

  /** The questions come again at once; those that fell into the rest stay dropped. Without a rest it does nothing. */
  async end(tx: Tx, clientId: string): Promise<void> {
    const client = await lockClient(tx, clientId);
    if (!runningRest(client, tx.now)) return;
    await endRest(tx, clientId);
    await this.notices.withdraw(tx, clientId, ['rest_begun', 'rest_over']);
    await this.schedule.reconcile(tx, clientId);
    await this.note(tx, clientId, 'client.rest-ended');
  }

  private note(tx: Tx, clientId: string, action: string): Promise<void> {
    return this.audit.record(tx, {
      action,
      subjectType: 'client',
      subjectIds: [clientId],
      clientIds: [clientId],
    });
  }
}

/** What was put off would come after the rest: the later wish counts. */
async function dropSnoozed(tx: Tx, clientId: string): Promise<void> {
  await tx.query(
    `update mailings set status = 'withdrawn'
     where clinic_id = $1 and client_id = $2 and kind = 'snoozed' and status = 'scheduled'`,
    [tx.actor.clinicId, clientId],
  );
}

/** The client's row, locked until the transaction ends. @throws NotFound */
export async function lockClient(tx: Tx, clientId: string): Promise<Client> {
  const where = { clinicId: tx.actor.clinicId, id: clientId };
  await tx.query('select 1 from clients where clinic_id = $1 and id = $2 for no key update', [
    where.clinicId,
    clientId,
  ]);
  const row = await tx.manager.findOneBy(Client, where);
  if (!row) throw new NotFound('client');
  return row;
}

function isSameRest(
  client: Client,
  { length, until, by }: { length: RestLength; until: Temporal.Instant | null; by: string },
  now: Temporal.Instant,
): boolean {
  const rest = runningRest(client, now);
  if (!rest || rest.length !== length || rest.by !== by) return false;
  return rest.until && until ? rest.until.equals(until) : rest.until === until;
}
