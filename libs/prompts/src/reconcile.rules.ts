import { Temporal } from 'temporal-polyfill';
import type { PlannedPrompt, PromptStatus, Reason } from './prompt-schedule.types.js';

/** What recomputation may change on a row. */
export type PromptTiming = Omit<PlannedPrompt, 'key' | 'stepId' | 'anchorId' | 'occurrence' | 'status'>;

/** What a prompt asks, and how: an edited step takes its unsent prompts along. */
export interface Asking {
  templateCode: string;
  templateVersion: number;
  openDays: number;
  informs: boolean;
}

/** A prompt the plan wants. Without `asking` only its time is compared. */
export interface Wish extends PlannedPrompt {
  asking?: Asking;
}

/** A row as it stands. Rows of a client's earlier plans belong here too: nothing wants them any more. */
export interface ExistingPrompt extends PromptTiming {
  id: string;
  version: number;
  key: string;
  status: PromptStatus;
  /** A mailing of it is `sending`, `unknown` or `sent`: from then on the row is never rewritten. */
  handedOver: boolean;
  asking?: Asking;
}

export interface PromptUpdate extends PromptTiming {
  id: string;
  version: number;
  status: PlannedPrompt['status'];
  asking?: Asking;
}

export interface PromptClosing {
  id: string;
  version: number;
  status: 'withdrawn' | 'missed' | 'suppressed';
}

export interface Reconciliation<Wanted extends Wish = Wish> {
  insert: Wanted[];
  update: PromptUpdate[];
  close: PromptClosing[];
}

/**
 * What turns the rows into the schedule that is wanted now. Final rows and what was handed over stay as they
 * are; a scheduled row nobody wants is withdrawn, or missed when its limit has passed; what was not sent by
 * choice returns only while its time is ahead. Applying the answer and asking again changes nothing.
 */
export function reconcile<Wanted extends Wish>(
  existing: readonly ExistingPrompt[],
  wanted: readonly Wanted[],
  now: Temporal.Instant,
): Reconciliation<Wanted> {
  const wantedByKey = new Map(wanted.map((prompt) => [prompt.key, prompt]));
  const knownKeys = new Set(existing.map(({ key }) => key));
  const update: PromptUpdate[] = [];
  const close: PromptClosing[] = [];
  for (const row of existing) {
    const wish = wantedByKey.get(row.key);
    if (!isOpenToChange(row)) continue;
    if (wish) {
      const comesBack = row.status === 'scheduled' || isBefore(now, wish.sendAt);
      if (comesBack && !isSame(row, wish)) update.push(updateOf(row, wish));
    } else if (row.status === 'scheduled') {
      close.push({
        id: row.id,
        version: row.version,
        status: isBefore(now, row.limitAt) ? 'withdrawn' : 'missed',
      });
    }
  }
  return { insert: wanted.filter(({ key }) => !knownKeys.has(key)), update, close };
}

/** False for what the client, the time or staff closed for good, and for what has left. */
function isOpenToChange({ status, handedOver }: ExistingPrompt): boolean {
  switch (status) {
    case 'scheduled':
    case 'withdrawn':
    case 'rested':
    case 'superseded':
    case 'suppressed':
      return !handedOver;
    case 'sent':
    case 'answered':
    case 'skipped':
    case 'expired':
    case 'missed':
    case 'cancelled':
      return false;
  }
}

function updateOf({ id, version }: ExistingPrompt, wish: Wish): PromptUpdate {
  const {
    status,
    nominalAt,
    sendAt,
    sendUntil,
    limitAt,
    needsSessionId,
    priority,
    localTime,
    reasons,
    asking,
  } = wish;
  const timing = { nominalAt, sendAt, sendUntil, limitAt, needsSessionId, priority, localTime, reasons };
  return { id, version, status, ...timing, ...(asking && { asking }) };
}

/** Nothing a person or the schedule would notice differs. */
export function isSame(row: ExistingPrompt, wish: Wish): boolean {
  return (
    asksTheSame(row.asking, wish.asking) &&
    row.status === wish.status &&
    row.nominalAt.equals(wish.nominalAt) &&
    row.sendAt.equals(wish.sendAt) &&
    row.sendUntil.equals(wish.sendUntil) &&
    row.limitAt.equals(wish.limitAt) &&
    row.needsSessionId === wish.needsSessionId &&
    row.priority === wish.priority &&
    row.localTime === wish.localTime &&
    row.reasons.length === wish.reasons.length &&
    row.reasons.every((reason, index) => isSameReason(reason, wish.reasons[index]))
  );
}

function asksTheSame(a: Asking | undefined, b: Asking | undefined): boolean {
  if (!a || !b) return true;
  return (
    a.templateCode === b.templateCode &&
    a.templateVersion === b.templateVersion &&
    a.openDays === b.openDays &&
    a.informs === b.informs
  );
}

/** The database does not keep the order of the parameters. */
function isSameReason(a: Reason, b: Reason | undefined): boolean {
  const names = Object.keys(a.params);
  return (
    b !== undefined &&
    a.code === b.code &&
    names.length === Object.keys(b.params).length &&
    names.every((name) => a.params[name] === b.params[name])
  );
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0;
}
