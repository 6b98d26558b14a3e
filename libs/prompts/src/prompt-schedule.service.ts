import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '@app/platform/database/database.js';
import { toInstant } from '@app/platform/database/instant.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { nudgeFor, type PlannedNudge } from './nudges.rules.js';
import {
  type ClientFacts,
  type LivePlan,
  livePlanOf,
  lockClientFacts,
  marksOf,
  type PromptRow,
  promptRowsOf,
} from './prompt-facts.queries.js';
import { PromptRows } from './prompt-rows.js';
import { promptsFor } from './prompt-schedule.rules.js';
import type { ClientClock, PastPrompt, PlannedPrompt, SessionMark } from './prompt-schedule.types.js';
import { type ExistingPrompt, reconcile } from './reconcile.rules.js';

/** Brings a client's unsent prompts in line with plan, sessions, appointments and their own clock. */
@Injectable()
export class PromptScheduleService {
  constructor(private readonly rows: PromptRows) {}

  /**
   * Recomputes and writes, in the caller's transaction: call it after any change to plan, session,
   * appointment, zone, quiet hours, pace, rest or status. Twice is the same as once.
   */
  async reconcile(tx: Tx, clientId: string): Promise<void> {
    const client = await lockClientFacts(tx, clientId);
    if (!client) throw new NotFound('client');
    const plan = await livePlanOf(tx, clientId);
    const rows = await promptRowsOf(tx, clientId);
    if (!plan && rows.length === 0) return;
    const { sessions, appointments, openSeriesId } = await marksOf(tx, clientId);
    const asks = plan !== null && client.status === 'active' && !client.stopped;
    const lapsed = rows.filter(
      (row) => isDispatched(row) && !mayStillGo(row, { client, sessions, asks, now: tx.now }),
    );
    await this.rows.undoDispatch(
      tx,
      lapsed.map(({ id }) => id),
    );
    for (const row of lapsed) Object.assign(row, { first_dispatched: false, first_counts: true });
    const clock = clockOf(client, openSeriesId, rows);
    const wanted = asks ? promptsFor(plan, sessions, appointments, clock, tx.now) : [];
    const changes = reconcile(rows.map(existingOf), wanted, tx.now);
    await this.rows.insert(tx, clientId, plan, changes.insert);
    await this.rows.update(tx, changes.update);
    await this.rows.close(tx, changes.close);
    await this.rows.setNudges(tx, clientId, nudgesOf(plan, rows, wanted, clock, tx.now, asks));
  }
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

function clockOf(client: ClientFacts, openSeriesId: string | null, rows: readonly PromptRow[]): ClientClock {
  const { timeZone, quietFrom, quietTo, pace, rest } = client;
  return { timeZone, quietFrom, quietTo, pace, rest, openSeriesId, past: rows.map(pastOf) };
}

function pastOf(row: PromptRow): PastPrompt {
  return {
    key: keyOf(row),
    status: wasHandedOver(row) && row.status === 'scheduled' ? 'sent' : row.status,
    sentOn: row.first_sent_on,
    countsForDay: row.first_counts ?? true,
    priority: row.priority,
    movedTo: row.moved_to ? toInstant(row.moved_to) : null,
    nudgedOn: row.nudge_sent_on,
  };
}

function existingOf(row: PromptRow): ExistingPrompt {
  return {
    id: row.id,
    version: row.version,
    key: keyOf(row),
    status: row.status,
    nominalAt: toInstant(row.nominal_at),
    sendAt: toInstant(row.send_at),
    sendUntil: toInstant(row.send_until),
    limitAt: toInstant(row.limit_at),
    needsSessionId: row.needs_session_id,
    priority: row.priority,
    localTime: row.local_time,
    reasons: row.reasons,
    handedOver: wasHandedOver(row),
  };
}

/** Staff sent it now, and the worker has not taken it yet. */
function isDispatched(row: PromptRow): boolean {
  return row.status === 'scheduled' && row.first_status === 'scheduled' && row.first_dispatched === true;
}

/** A dispatch holds for its hour, and only while what it can never override still allows it. */
function mayStillGo(
  row: PromptRow,
  {
    client,
    sessions,
    asks,
    now,
  }: { client: ClientFacts; sessions: readonly SessionMark[]; asks: boolean; now: Temporal.Instant },
): boolean {
  const needed = sessions.find(({ id }) => id === row.needs_session_id);
  const isGrounded = row.needs_session_id === null || needed?.status === 'completed';
  const { rest } = client;
  const isResting =
    rest !== null &&
    rest.from.epochMilliseconds <= now.epochMilliseconds &&
    (rest.until === null || now.epochMilliseconds < rest.until.epochMilliseconds);
  const isInTime = row.first_send_until !== null && now.epochMilliseconds < row.first_send_until.getTime();
  return asks && isGrounded && !isResting && isInTime;
}

/** A dispatched prompt that still waits for the worker counts too: staff decided, the plan does not. */
function wasHandedOver(row: PromptRow): boolean {
  switch (row.first_status) {
    case 'sending':
    case 'sent':
    case 'unknown':
      return true;
    case 'scheduled':
      return row.first_dispatched === true;
    case 'failed':
    case 'withdrawn':
    case null:
      return false;
  }
}

function keyOf(row: PromptRow): string {
  return `${row.step_id}/${row.anchor_id}/${row.occurrence}`;
}
