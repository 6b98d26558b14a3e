import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { AuditService } from '@app/audit/audit.service.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { PromptRows } from '@app/prompts/prompt-rows.js';
import { snoozeAt, type SnoozeChoice, type SnoozeClock } from '@app/prompts/snooze.rules.js';
import { isEmpty } from '@app/reflections/reflection-body.js';
import type { Answer } from '@app/reflections/answer.types.js';
import { CallRequestsService } from '@app/safety/call-requests.service.js';
import { ReplyCourseService } from './reply-course.service.js';
import { type BrowserHash, clientActor, type PromptEntry } from './reply-door.service.js';
import type { ReplyState } from './reply-page.js';
import { closePrompt, lockPrompt, moveSnoozed, withdrawNudge } from './reply-prompt.queries.js';

/** `kept`: something was typed on the way and is saved as a draft. */
export type SetAsideOutcome =
  | { kind: 'skipped'; kept: boolean }
  | { kind: 'snoozed'; kept: boolean; until: Temporal.Instant }
  | { kind: 'closed'; state: ReplyState };

/** "Not now", and "ask the clinic to call me". Each command is one transaction. */
@Injectable()
export class ReplySetAsideService {
  constructor(
    private readonly db: Database,
    private readonly course: ReplyCourseService,
    private readonly rows: PromptRows,
    private readonly calls: CallRequestsService,
    private readonly audit: AuditService,
  ) {}

  /** Closes the prompt without an answer. Skipping twice is skipping once. */
  skip(entry: PromptEntry, browser: BrowserHash, answer: Answer): Promise<SetAsideOutcome> {
    return this.db.inClinic(clientActor(entry), async (tx) => {
      const state = await lockPrompt(tx, entry.promptId);
      if (state === 'skipped') return { kind: 'skipped', kept: false };
      if (state !== 'open') return { kind: 'closed', state };
      const kept = await this.keepIfTyped(tx, entry, browser, answer);
      await closePrompt(tx, entry.promptId, 'skipped');
      await this.rows.withdrawMailings(tx, [entry.promptId]);
      await this.note(tx, entry, 'prompt.skipped');
      return { kind: 'skipped', kept };
    });
  }

  /** Plans one e-mail with the same question; a nudge would only double it. Asked twice, it moves. */
  snooze(
    entry: PromptEntry,
    browser: BrowserHash,
    { choice, clock, answer }: { choice: SnoozeChoice; clock: SnoozeClock; answer: Answer },
  ): Promise<SetAsideOutcome> {
    return this.db.inClinic(clientActor(entry), async (tx) => {
      const { clientId, promptId } = entry;
      const state = await lockPrompt(tx, promptId);
      if (state !== 'open') return { kind: 'closed', state };
      const kept = await this.keepIfTyped(tx, entry, browser, answer);
      const window = snoozeAt(choice, clock, tx.now);
      if (!(await moveSnoozed(tx, promptId, window))) {
        await withdrawNudge(tx, promptId);
        await this.rows.addMailing(tx, { clientId, promptId, kind: 'snoozed', ...window });
      }
      await this.note(tx, entry, 'prompt.snoozed');
      return { kind: 'snoozed', kept, until: window.sendAt };
    });
  }

  /** Raises the request: flag, wordless notices and audit in one transaction, whatever the prompt's state. */
  requestCall(
    entry: PromptEntry,
    browser: BrowserHash,
    answer: Answer,
  ): Promise<{ already: boolean; kept: boolean }> {
    return this.db.inClinic(clientActor(entry), async (tx) => {
      const { clientId, promptId } = entry;
      const state = await lockPrompt(tx, promptId);
      const kept = state === 'open' && (await this.keepIfTyped(tx, entry, browser, answer));
      const { already } = await this.calls.raise(tx, { clientId, promptId });
      return { already, kept };
    });
  }

  private async keepIfTyped(
    tx: Tx,
    entry: PromptEntry,
    browser: BrowserHash,
    answer: Answer,
  ): Promise<boolean> {
    return !isEmpty(answer) && (await this.course.keep(tx, entry, browser, answer));
  }

  private note(tx: Tx, { clientId, promptId }: PromptEntry, action: string): Promise<void> {
    return this.audit.record(tx, {
      action,
      subjectType: 'prompt',
      subjectIds: [promptId],
      clientIds: [clientId],
    });
  }
}
