import { Temporal } from 'temporal-polyfill';
import { wordReason } from '@app/design/words/coded.js';
import { nearLocalWords } from '@app/design/words/when.js';
import type { PromptContents } from '@app/plans/prompt-contents.js';
import { existingOf, keyOf, wasHandedOver, type WantedPrompt } from '@app/prompts/client-schedule.js';
import type { PromptRow } from '@app/prompts/prompt-facts.queries.js';
import type { PromptStatus, Reason } from '@app/prompts/prompt-schedule.types.js';
import { isSame } from '@app/prompts/reconcile.rules.js';
import type { PreviewRowView } from './plan-preview.view.js';

const LOCALE = 'en-US';
/** What was sent longer ago is history, not plan. */
const PAST_DAYS = 60;

/** What became of it is told, though the plan does not want it any more. */
const TOLD: ReadonlySet<PromptStatus> = new Set<PromptStatus>([
  'sent',
  'answered',
  'skipped',
  'expired',
  'missed',
  'cancelled',
  'suppressed',
]);

export interface PreviewInput {
  /** What the plan as it is tried wants. */
  wanted: readonly WantedPrompt[];
  /** What the plan as it stands wants. */
  standing: readonly WantedPrompt[];
  rows: readonly PromptRow[];
  /** Of the plan as it is tried, in order. */
  stepIds: readonly string[];
  contents: PromptContents;
  locationTimeZone: string;
  now: Temporal.Instant;
}

/** What was sent, what comes, and what would not come any more, in the order of their times. */
export function previewRows(input: PreviewInput): PreviewRowView[] {
  const { wanted, standing, rows, now } = input;
  const rowOf = new Map(rows.map((row) => [keyOf(row), row]));
  const before = new Map(standing.map((prompt) => [prompt.key, prompt]));
  const after = new Set(wanted.map(({ key }) => key));
  const planned = wanted.map((prompt) =>
    plannedRow(prompt, rowOf.get(prompt.key), changeOf(prompt, before.get(prompt.key)), input),
  );
  const removed = standing
    .filter(({ key, status }) => !after.has(key) && status === 'scheduled')
    .map((prompt) => plannedRow(prompt, rowOf.get(prompt.key), 'removed', input));
  const since = now.subtract({ hours: PAST_DAYS * 24 }).epochMilliseconds;
  const told = rows
    .filter((row) => !after.has(keyOf(row)) && !before.has(keyOf(row)))
    .filter((row) => (TOLD.has(row.status) || wasHandedOver(row)) && row.send_at.getTime() >= since)
    .map((row) => pastRow(row, input));
  return [...told, ...planned, ...removed].sort(bySendAt);
}

function changeOf(prompt: WantedPrompt, before: WantedPrompt | undefined): PreviewRowView['change'] {
  if (!before) return 'added';
  return isSame({ ...before, id: '', version: 0, handedOver: false }, prompt) ? 'none' : 'changed';
}

function plannedRow(
  prompt: WantedPrompt,
  row: PromptRow | undefined,
  change: PreviewRowView['change'],
  input: PreviewInput,
): PreviewRowView {
  const { key, stepId, status, sendAt, localTime, reasons, asking } = prompt;
  return {
    key,
    stepId,
    stepIndex: change === 'removed' ? null : indexOf(stepId, input),
    promptId: row?.id ?? null,
    title: input.contents.of(asking.templateCode, asking.templateVersion).title,
    status,
    held: row?.held ?? false,
    ...timesOf(sendAt, localTime, input),
    reasons: worded(reasons),
    change,
    sentAt: null,
    answeredAt: null,
    version: row?.version ?? null,
  };
}

function pastRow(row: PromptRow, input: PreviewInput): PreviewRowView {
  const { sendAt, localTime, status } = existingOf(row);
  return {
    key: keyOf(row),
    stepId: row.step_id,
    stepIndex: indexOf(row.step_id, input),
    promptId: row.id,
    title: input.contents.of(row.template_code, row.template_version).title,
    status,
    held: row.held,
    ...timesOf(sendAt, localTime, input),
    reasons: worded(row.reasons),
    change: 'none',
    sentAt: row.sent_at?.toISOString() ?? null,
    answeredAt: status === 'answered' ? (row.closed_at?.toISOString() ?? null) : null,
    version: row.version,
  };
}

function timesOf(
  sendAt: Temporal.Instant,
  localTime: string,
  { locationTimeZone }: PreviewInput,
): Pick<PreviewRowView, 'sendAt' | 'localText' | 'hereText'> {
  const here = sendAt.toZonedDateTimeISO(locationTimeZone).toPlainDateTime().toString().slice(0, 16);
  return {
    sendAt: new Date(sendAt.epochMilliseconds).toISOString(),
    localText: nearLocalWords(localTime, LOCALE),
    hereText: nearLocalWords(here, LOCALE),
  };
}

function worded(reasons: readonly Reason[]): PreviewRowView['reasons'] {
  return reasons.map((reason) => ({ ...reason, text: wordReason(reason) }));
}

function indexOf(stepId: string, { stepIds }: PreviewInput): number | null {
  const index = stepIds.indexOf(stepId);
  return index < 0 ? null : index;
}

function bySendAt(a: PreviewRowView, b: PreviewRowView): number {
  return a.sendAt < b.sendAt ? -1 : a.sendAt > b.sendAt ? 1 : a.key < b.key ? -1 : 1;
}
