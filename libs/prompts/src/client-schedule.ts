import type { Temporal } from 'temporal-polyfill';
import { toInstant } from '@app/platform/database/instant.js';
import { OPEN_DAYS } from '@app/plans/plan-step.rules.js';
import type { ClientFacts, LivePlan, PlannedStep, PromptRow } from './prompt-facts.queries.js';
import { promptsFor } from './prompt-schedule.rules.js';
import type {
  AppointmentMark,
  ClientClock,
  PastPrompt,
  PlannedPrompt,
  SessionMark,
} from './prompt-schedule.types.js';
import type { Asking, ExistingPrompt } from './reconcile.rules.js';

/** Everything a client's schedule is made of. */
export interface ScheduleFacts {
  client: ClientFacts;
  /** The live plan, or the one to be tried. */
  plan: LivePlan | null;
  rows: readonly PromptRow[];
  sessions: readonly SessionMark[];
  appointments: readonly AppointmentMark[];
  openSeriesId: string | null;
  now: Temporal.Instant;
}

/** A prompt as the plan wants it, with what it asks. */
export interface WantedPrompt extends PlannedPrompt {
  asking: Asking;
}

export interface ClientSchedule {
  wanted: WantedPrompt[];
  clock: ClientClock;
  /** Whether this client is asked anything at all. */
  asks: boolean;
  /** Dispatched, and not carried out: they go on as planned. */
  lapsed: PromptRow[];
}

/** A client's schedule, with nothing written: the preview and the rows that are sent both come from here. */
export function scheduleOf(facts: ScheduleFacts): ClientSchedule {
  const { client, plan, sessions, appointments, now } = facts;
  const asks = plan !== null && client.status === 'active' && !client.stopped && !client.suppressed;
  const lapsed = facts.rows.filter((row) => isDispatched(row) && !mayStillGo(row, facts, asks));
  const rows = facts.rows.map((row) =>
    lapsed.includes(row) ? { ...row, first_dispatched: false, first_counts: true } : row,
  );
  const { timeZone, quietFrom, quietTo, pace, rest, staffedMornings, rostersStand } = client;
  const { openSeriesId } = facts;
  const hours = { timeZone, quietFrom, quietTo, staffedMornings, rostersStand };
  const clock = { ...hours, pace, rest, openSeriesId, past: rows.map(pastOf) };
  const planned = asks ? promptsFor(plan, sessions, appointments, clock, now) : [];
  const steps = new Map((plan?.steps ?? []).map((step) => [step.stepId, step]));
  const wanted = planned.map((prompt) => ({ ...prompt, asking: askingOf(steps.get(prompt.stepId)!) }));
  return { wanted, clock, asks, lapsed };
}

/** A row as reconciliation reads it. */
export function existingOf(row: PromptRow): ExistingPrompt {
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
    asking: {
      templateCode: row.template_code,
      templateVersion: row.template_version,
      openDays: row.open_days,
      informs: row.informs,
    },
  };
}

/** `<stepId>/<anchorId>/<occurrence>`: what a row is known by, whatever plan it came from. */
export function keyOf(row: Pick<PromptRow, 'step_id' | 'anchor_id' | 'occurrence'>): string {
  return `${row.step_id}/${row.anchor_id}/${row.occurrence}`;
}

function askingOf({ templateCode, templateVersion, openDays, informationOnly }: PlannedStep): Asking {
  return {
    templateCode,
    templateVersion,
    openDays: openDays ?? OPEN_DAYS,
    informs: informationOnly ?? false,
  };
}

function pastOf(row: PromptRow): PastPrompt {
  return {
    key: keyOf(row),
    status: wasHandedOver(row) && row.status === 'scheduled' ? 'sent' : row.status,
    sentOn: row.first_sent_on,
    plannedFor: row.first_sent_on ? toInstant(row.send_at) : null,
    countsForDay: row.first_counts ?? true,
    priority: row.priority,
    movedTo: row.moved_to ? toInstant(row.moved_to) : null,
    nudgedOn: row.nudge_sent_on,
  };
}

/** Staff sent it now, and the worker has not taken it yet. */
function isDispatched(row: PromptRow): boolean {
  return row.status === 'scheduled' && row.first_status === 'scheduled' && row.first_dispatched === true;
}

/** A dispatch holds for its hour, and only while what it can never override still allows it. */
function mayStillGo(row: PromptRow, { client, sessions, now }: ScheduleFacts, asks: boolean): boolean {
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
export function wasHandedOver(row: PromptRow): boolean {
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
