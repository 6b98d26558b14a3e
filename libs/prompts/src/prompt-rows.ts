import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/platform/database/database.js';
import { toDate } from '@app/platform/database/instant.js';
import { newId } from '@app/platform/ids/ids.js';
import { Config } from '@app/platform/config/config.js';
import { messageIdFor } from '@app/platform/mail/outgoing-mail.js';
import type { WantedPrompt } from './client-schedule.js';
import { Mailing } from './mailing.entity.js';
import type { MailingKind } from './mailing.types.js';
import type { PlannedNudge } from './nudges.rules.js';
import { Prompt } from './prompt.entity.js';
import type { PromptClosing, PromptUpdate } from './reconcile.rules.js';

/** Writes what the schedule decided: prompts, each with its first mailing, and nudges. */
@Injectable()
export class PromptRows {
  constructor(private readonly config: Config) {}

  async insert(tx: Tx, clientId: string, planId: string, wanted: readonly WantedPrompt[]): Promise<void> {
    if (wanted.length === 0) return;
    const prompts = wanted.map((wish) => {
      return {
        clinicId: tx.actor.clinicId,
        id: newId(),
        clientId,
        planId,
        stepId: wish.stepId,
        anchorId: wish.anchorId,
        occurrence: wish.occurrence,
        ...wish.asking,
        status: wish.status,
        held: false,
        priority: wish.priority,
        needsSessionId: wish.needsSessionId,
        nominalAt: wish.nominalAt,
        sendAt: wish.sendAt,
        sendUntil: wish.sendUntil,
        limitAt: wish.limitAt,
        localTime: wish.localTime,
        reasons: [...wish.reasons],
        movedTo: null,
        sentAt: null,
        closesAt: null,
        closedAt: null,
        version: 1,
      };
    });
    await tx.manager.insert(Prompt, prompts);
    await tx.manager.insert(
      Mailing,
      prompts.map((prompt) => ({
        ...this.mailing(tx, clientId, prompt.id, 'first'),
        status: prompt.status === 'scheduled' ? ('scheduled' as const) : ('withdrawn' as const),
        sendAt: prompt.sendAt,
        sendUntil: prompt.sendUntil,
      })),
    );
  }

  async update(tx: Tx, updates: readonly PromptUpdate[]): Promise<void> {
    for (const { id, version, status, reasons, asking, ...timing } of updates) {
      await tx.manager.update(
        Prompt,
        { clinicId: tx.actor.clinicId, id, version },
        { ...timing, ...asking, status, reasons: [...reasons], version: version + 1 },
      );
      // A failed mailing stays failed: trying again is a decision of staff.
      await tx.query(
        `update mailings set send_at = $3, send_until = $4, attempts = 0,
           status = case when $5 = 'scheduled' then 'scheduled' else 'withdrawn' end
         where clinic_id = $1 and prompt_id = $2 and kind = 'first' and status in ('scheduled', 'withdrawn')`,
        [tx.actor.clinicId, id, toDate(timing.sendAt), toDate(timing.sendUntil), status],
      );
    }
  }

  async close(tx: Tx, closings: readonly PromptClosing[]): Promise<void> {
    for (const { id, version, status } of closings) {
      await tx.manager.update(
        Prompt,
        { clinicId: tx.actor.clinicId, id, version },
        { status, closedAt: tx.now, version: version + 1 },
      );
    }
    await this.withdrawMailings(
      tx,
      closings.map(({ id }) => id),
    );
  }

  /** A dispatch nobody carried out in its hour: the prompt goes on as the plan wants it. */
  async undoDispatch(tx: Tx, promptIds: readonly string[]): Promise<void> {
    if (promptIds.length === 0) return;
    await tx.query(
      `update mailings set dispatched_by = null, counts_for_day = true
       where clinic_id = $1 and prompt_id = any ($2) and kind = 'first' and status = 'scheduled'`,
      [tx.actor.clinicId, promptIds],
    );
  }

  /** Takes back every mailing of these prompts that has not left. */
  async withdrawMailings(tx: Tx, promptIds: readonly string[]): Promise<void> {
    if (promptIds.length === 0) return;
    await tx.query(
      `update mailings set status = 'withdrawn'
       where clinic_id = $1 and prompt_id = any ($2) and status = 'scheduled'`,
      [tx.actor.clinicId, promptIds],
    );
  }

  /** One mailing more for a prompt, outside the plan: snoozed or a fresh link. */
  async addMailing(
    tx: Tx,
    mail: Pick<Mailing, 'clientId' | 'promptId' | 'kind' | 'sendAt' | 'sendUntil'>,
  ): Promise<string> {
    const row = {
      ...this.mailing(tx, mail.clientId, mail.promptId, mail.kind),
      ...mail,
      countsForDay: false,
    };
    await tx.manager.insert(Mailing, row);
    return row.id;
  }

  async setNudges(tx: Tx, clientId: string, nudges: ReadonlyMap<string, PlannedNudge | null>): Promise<void> {
    for (const [promptId, nudge] of nudges) {
      if (!nudge) {
        await tx.query(
          `delete from mailings where clinic_id = $1 and prompt_id = $2 and kind = 'nudge' and status = 'scheduled'`,
          [tx.actor.clinicId, promptId],
        );
        continue;
      }
      const rows = await tx.query<{ id: string }>(
        `with moved as (
           update mailings set send_at = $3, send_until = $4
           where clinic_id = $1 and prompt_id = $2 and kind = 'nudge' and status = 'scheduled' returning id)
         select id from moved`,
        [tx.actor.clinicId, promptId, toDate(nudge.sendAt), toDate(nudge.sendUntil)],
      );
      if (rows.length > 0) continue;
      await tx.manager.insert(Mailing, {
        ...this.mailing(tx, clientId, promptId, 'nudge'),
        sendAt: nudge.sendAt,
        sendUntil: nudge.sendUntil,
      });
    }
  }

  private mailing(tx: Tx, clientId: string, promptId: string | null, kind: MailingKind) {
    const id = newId();
    return {
      clinicId: tx.actor.clinicId,
      id,
      clientId,
      promptId,
      kind,
      status: 'scheduled' as const,
      dispatchedBy: null,
      countsForDay: true,
      messageId: messageIdFor(id, domainOf(this.config.MAIL_FROM)),
      fence: null,
      leaseUntil: null,
      attempts: 0,
      lastCode: null,
      retried: false,
      sentOn: null,
      sentAt: null,
    };
  }
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
