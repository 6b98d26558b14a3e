import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Conflict, NotFound, staleVersion } from '@app/platform/errors/errors.js';
import { type DispatchFacts, refusalOfDispatch } from './dispatch.rules.js';
import { PromptRows } from './prompt-rows.js';
import { PromptScheduleService } from './prompt-schedule.service.js';
import type { PromptView } from './prompt.view.js';
import { PromptsService } from './prompts.service.js';

/** What staff do with one prompt: send it now, hold it, let it go on, cancel it. */
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

  private async change(
    actor: StaffActor,
    { promptId, version }: { promptId: string; version?: number | undefined },
    action: string,
    work: (tx: Tx, facts: DispatchFacts) => Promise<void>,
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

/** Hold, release and cancel are for what has not left. */
function refuseUnlessUnsent(facts: DispatchFacts): void {
  const { promptStatus, mailingStatus } = facts;
  if (mailingStatus === 'sending') throw new Conflict('dispatch-refused-in-flight');
  if (promptStatus === 'answered') throw new Conflict('already-answered');
  if (promptStatus === 'sent') throw new Conflict('already-sent');
  const isUnsent = ['scheduled', 'rested', 'superseded'].includes(promptStatus);
  if (!isUnsent) throw new Conflict('prompt-closed');
}

/** The client first, as every command on a client's course does: two of them never wait for each other. */
async function lockClientOfPrompt(tx: Tx, promptId: string): Promise<void> {
  await tx.query(
    `select 1 from clients where clinic_id = $1
       and id = (select client_id from prompts where clinic_id = $1 and id = $2) for no key update`,
    [tx.actor.clinicId, promptId],
  );
}

async function lockFacts(tx: Tx, promptId: string): Promise<DispatchFacts & { version: number }> {
  const [facts] = await tx.query<DispatchFacts & { version: number }>(
    `select p.version, p.client_id as "clientId", p.status as "promptStatus", m.status as "mailingStatus", m.retried,
       c.status as "clientStatus", c.stopped_at is not null as stopped, c.suppressed_at is not null as suppressed,
       c.email_sealed is not null and c.email_consent_given_on is not null as consented,
       coalesce(c.rest_from <= app_now() and (c.rest_until is null or app_now() < c.rest_until), false) as resting,
       s.status as "neededSession",
       app_is_read($1, c.id) as readable
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
