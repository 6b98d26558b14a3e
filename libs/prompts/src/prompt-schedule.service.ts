import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '@app/platform/database/database.js';
import { toInstant } from '@app/platform/database/instant.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { ClientNotices } from './client-notices.service.js';
import { existingOf, keyOf, scheduleOf } from './client-schedule.js';
import { nudgeFor, type PlannedNudge } from './nudges.rules.js';
import {
  type LivePlan,
  livePlanOf,
  lockClientFacts,
  marksOf,
  type PromptRow,
  promptRowsOf,
} from './prompt-facts.queries.js';
import { PromptRows } from './prompt-rows.js';
import type { ClientClock, PlannedPrompt } from './prompt-schedule.types.js';
import { type PromptClosing, reconcile } from './reconcile.rules.js';

/** Brings a client's unsent prompts in line with plan, sessions, appointments and their own clock. */
@Injectable()
export class PromptScheduleService {
  constructor(
    private readonly rows: PromptRows,
    private readonly notices: ClientNotices,
  ) {}

  /**
   * Recomputes and writes, in the caller's transaction: call it after any change to plan, session,
   * appointment, zone, quiet hours, pace, rest or status. Twice is the same as once.
   */
  async reconcile(tx: Tx, clientId: string): Promise<void> {
    // A rest until the next call may end another day now: prompts are planned around it.
    await this.notices.follow(tx, clientId);
    const client = await lockClientFacts(tx, clientId);
    if (!client) throw new NotFound('client');
    const plan = await livePlanOf(tx, clientId);
    const rows = await promptRowsOf(tx, clientId);
    if (!plan && rows.length === 0) return;
    const { sessions, appointments, openSeriesId } = await marksOf(tx, clientId);
    const facts = { client, plan, rows, sessions, appointments, openSeriesId, now: tx.now };
    const { wanted, clock, asks, lapsed } = scheduleOf(facts);
    await this.rows.undoDispatch(
      tx,
      lapsed.map(({ id }) => id),
    );
    for (const row of lapsed) Object.assign(row, { first_dispatched: false, first_counts: true });
    const changes = reconcile(rows.map(existingOf), wanted, tx.now);
    if (plan) await this.rows.insert(tx, clientId, plan.planId, changes.insert);
    await this.rows.update(tx, changes.update);
    await this.rows.close(tx, client.suppressed ? changes.close.map(asSuppressed) : changes.close);
    await this.rows.setNudges(tx, clientId, nudgesOf(plan, rows, wanted, clock, tx.now, asks));
  }
}

/** What is not sent because the address takes no mail says so. */
function asSuppressed(closing: PromptClosing): PromptClosing {
  return closing.status === 'withdrawn' ? { ...closing, status: 'suppressed' } : closing;
}

/** The nudges that sent prompts should have now; null takes one back. */
function nudgesOf(
  plan: LivePlan | null,
  rows: readonly PromptRow[],
  wanted: readonly PlannedPrompt[],
  clock: ClientClock,
  now: Temporal.Instant,
  asks: boolean,
): Map<string, PlannedNudge | null> {
  const given: PlannedNudge[] = [];
  const nudges = new Map<string, PlannedNudge | null>();
  for (const row of rows) {
    const step = plan?.steps.find((one) => one.stepId === row.step_id);
    const isOpen = row.status === 'sent' && row.closes_at !== null;
    // One nudge a prompt: what was sent, or taken back by the client's own snooze, is not planned again.
    if (row.nudge_status === null ? !isOpen : row.nudge_status !== 'scheduled') continue;
    const nudge =
      asks && isOpen && step
        ? nudgeFor({ key: keyOf(row), step, closesAt: toInstant(row.closes_at!) }, wanted, clock, now, given)
        : null;
    if (nudge) given.push(nudge);
    nudges.set(row.id, nudge);
  }
  return nudges;
}
