import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { AuditService } from '@app/audit/audit.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { toDate } from '@app/platform/database/instant.js';
import { Conflict, NotFound, staleVersion, Unprocessable } from '@app/platform/errors/errors.js';
import { type DispatchFacts, refusalOfDispatch } from './dispatch.rules.js';
import { PromptRows } from './prompt-rows.js';
import { PromptScheduleService } from './prompt-schedule.service.js';
import type { PromptView } from './prompt.view.js';
import { PromptsService } from './prompts.service.js';

/** What staff do with one prompt: send it now, hold it, let it go on, move it, cancel it. */
@Injectable()
export class DispatchService {
  constructor(
    private readonly db: Database,
    private readonly prompts: PromptsService,
    private readonly rows: PromptRows,
    private readonly schedule: PromptScheduleService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Sends a prompt now, whatever its time, hold, quiet hours or the day's cap say; or, once, an `unknown`
   * one again with the same Message-ID. Never against stop, rest, suppression or status: 409.
   */
  async dispatch(actor: StaffActor, promptId: string, version?: number): Promise<PromptView> {
    return this.change(actor, { promptId, version }, 'prompt.dispatched', async (tx, facts) => {
      const refusal = refusalOfDispatch(facts);
      if (refusal) throw new Conflict(`dispatch-refused-${refusal}`);
      await tx.query(
        `update mailings set status = 'scheduled', send_at = app_now(), counts_for_day = false,
           send_until = app_now() + interval '1 hour', dispatched_by = $3, attempts = 0, fence = null,
           retried = retried or status = 'unknown', sent_on = null
         where clinic_id = $1 and prompt_id = $2 and kind = 'first'`,
        [actor.clinicId, promptId, actor.staffMemberId],
      );
      if (facts.promptStatus !== 'sent') await this.moveToNow(tx, promptId);
    });
  }

  /** Holds a prompt that has not left; it stays held until released or dispatched. */
  async hold(actor: StaffActor, promptId: string, version?: number): Promise<PromptView> {
    return this.change(actor, { promptId, version }, 'prompt.held', async (tx, facts) => {
      refuseUnlessUnsent(facts);
      await this.setPrompt(tx, promptId, facts.promptStatus, true);
    });
  }

  /** Lets a held prompt go on as planned. */
  async release(actor: StaffActor, promptId: string): Promise<PromptView> {
    return this.change(actor, { promptId }, 'prompt.released', async (tx, facts) => {
      refuseUnlessUnsent(facts);
      await this.setPrompt(tx, promptId, facts.promptStatus, false);
    });
  }

  /** Takes a prompt out for good: it never returns by recomputation. */
  async cancel(actor: StaffActor, promptId: string, version?: number): Promise<PromptView> {
    return this.change(actor, { promptId, version }, 'prompt.cancelled', async (tx, facts) => {
      if (facts.promptStatus === 'cancelled') return;
      refuseUnlessUnsent(facts);
      await this.setPrompt(tx, promptId, 'cancelled', false);
      await this.rows.withdrawMailings(tx, [promptId]);
      await this.schedule.reconcile(tx, facts.clientId);
    });
  }

  /**
   * Moves a prompt that has not left to another moment, `YYYY-MM-DD` and `HH:MM` on the client's clock; quiet hours
   * and the day's cap still hold. Throws Unprocessable where the schedule would not send it then.
   */
  async move(
    actor: StaffActor,
    promptId: string,
    { version, on, at }: { version: number; on: string; at: string },
  ): Promise<PromptView> {
    return this.change(actor, { promptId, version }, 'prompt.moved', async (tx, facts) => {
      refuseUnlessUnsent(facts);
      if (facts.dispatched) throw new Conflict('dispatch-refused-in-flight');
      const movedTo = instantOf(on, at, facts.timeZone);
      if (Temporal.Instant.compare(movedTo, tx.now) <= 0) throw unmovable('inThePast');
      await tx.query(
        'update prompts set moved_to = $3, version = version + 1 where clinic_id = $1 and id = $2',
        [actor.clinicId, promptId, toDate(movedTo)],
      );
      await this.schedule.reconcile(tx, facts.clientId);
      const { status } = await this.prompts.one(tx, promptId);
      if (status === 'superseded') throw unmovable('noFreeDay');
      if (status !== 'scheduled' && status !== 'rested') throw unmovable('tooLate');
    });
  }

  private async change(
    actor: StaffActor,
    { promptId, version }: { promptId: string; version?: number | undefined },
    action: string,
    work: (tx: Tx, facts: LockedFacts) => Promise<void>,
  ): Promise<PromptView> {
    return this.db.inClinic(actor, async (tx) => {
      await lockClientOfPrompt(tx, promptId);
      const facts = await lockFacts(tx, promptId);
      if (version !== undefined && facts.version !== version) throw staleVersion();
      await work(tx, facts);
      await this.audit.record(tx, {
        action,
        subjectType: 'prompt',
        subjectIds: [promptId],
        clientIds: [facts.clientId],
      });
      return this.prompts.one(tx, promptId);
    });
  }

  /** The row tells the truth: it goes now, and no later than an hour from now. */
  private async moveToNow(tx: Tx, promptId: string): Promise<void> {
    await tx.query(
      `update prompts p set status = 'scheduled', held = false, closed_at = null, version = p.version + 1,
         send_at = app_now(), send_until = app_now() + interval '1 hour',
         limit_at = greatest(p.limit_at, app_now() + interval '1 hour'),
         local_time = to_char(app_now() at time zone c.time_zone, 'YYYY-MM-DD"T"HH24:MI')
       from clients c
       where p.clinic_id = $1 and p.id = $2 and c.clinic_id = p.clinic_id and c.id = p.client_id`,
      [tx.actor.clinicId, promptId],
    );
  }

  private async setPrompt(tx: Tx, promptId: string, status: string, held: boolean): Promise<void> {
    await tx.query(
      `update prompts set status = $3, held = $4, version = version + 1,
         closed_at = case when $3 = 'cancelled' then app_now() end
       where clinic_id = $1 and id = $2`,
      [tx.actor.clinicId, promptId, status, held],
    );
  }
}

/** Hold, release, cancel and move are for what has not left. */
function refuseUnlessUnsent(facts: DispatchFacts): void {
  const { promptStatus, mailingStatus } = facts;
  if (mailingStatus === 'sending') throw new Conflict('dispatch-refused-in-flight');
  if (promptStatus === 'answered') throw new Conflict('already-answered');
  if (promptStatus === 'sent') throw new Conflict('already-sent');
  const isUnsent = ['scheduled', 'rested', 'superseded'].includes(promptStatus);
  if (!isUnsent) throw new Conflict('prompt-closed');
}

/** A local time that does not exist moves later, one that comes twice is the earlier. */
function instantOf(on: string, at: string, timeZone: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(`${on}T${at}`)
    .toZonedDateTime(timeZone, { disambiguation: 'compatible' })
    .toInstant();
}

function unmovable(code: 'inThePast' | 'noFreeDay' | 'tooLate'): Unprocessable {
  return new Unprocessable('invalid', [{ field: 'on', code, params: {} }]);
}

interface LockedFacts extends DispatchFacts {
  version: number;
  timeZone: string;
  /** Staff sent it now, and the worker has not taken it yet. */
  dispatched: boolean;
}

/** The client first, as every command on a client's course does: two of them never wait for each other. */
async function lockClientOfPrompt(tx: Tx, promptId: string): Promise<void> {
  await tx.query(
    `select 1 from clients where clinic_id = $1
       and id = (select client_id from prompts where clinic_id = $1 and id = $2) for no key update`,
    [tx.actor.clinicId, promptId],
  );
}

async function lockFacts(tx: Tx, promptId: string): Promise<LockedFacts> {
  const [facts] = await tx.query<LockedFacts>(
    `select p.version, p.client_id as "clientId", p.status as "promptStatus", m.status as "mailingStatus", m.retried,
       c.status as "clientStatus", c.stopped_at is not null as stopped, c.suppressed_at is not null as suppressed,
       c.email_sealed is not null and c.email_consent_given_on is not null as consented,
       coalesce(c.rest_from <= app_now() and (c.rest_until is null or app_now() < c.rest_until), false) as resting,
       s.status as "neededSession", c.time_zone as "timeZone",
       m.status = 'scheduled' and m.dispatched_by is not null as dispatched,
       app_is_read($1, c.id) as readable, app_may_ask('first', p) as answered
     from prompts p
     join clients c on c.clinic_id = p.clinic_id and c.id = p.client_id
     join mailings m on m.clinic_id = p.clinic_id and m.prompt_id = p.id and m.kind = 'first'
     left join ketamine_sessions s on s.clinic_id = p.clinic_id and s.id = p.needs_session_id
     where p.clinic_id = $1 and p.id = $2 for update of p, m`,
    [tx.actor.clinicId, promptId],
  );
  if (!facts) throw new NotFound('prompt');
  return facts;
}
