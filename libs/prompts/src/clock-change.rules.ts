import { DAY_MS, dayNumberOf, type LocalTime } from './local-time.rules.js';
import type { PastPrompt, PlannedPrompt, ScheduledPlan } from './prompt-schedule.types.js';

/** A change longer ago than this is old news. */
const NEWS_DAYS = 14;

/**
 * Says of the first prompt after the clocks changed that its wall-clock time did not. Counted from the prompt
 * before it, sent or planned, so that the reason does not come and go with `now`.
 * @param prompts in the order they are sent
 */
export function markFirstAfterClockChange(
  prompts: readonly PlannedPrompt[],
  plan: ScheduledPlan,
  past: readonly PastPrompt[],
  local: LocalTime,
): PlannedPrompt[] {
  let previousMs = Math.max(plan.liveFrom.epochMilliseconds, lastSentMs(past, local));
  return prompts.map((prompt) => {
    if (prompt.status !== 'scheduled') return prompt;
    const sendMs = prompt.sendAt.epochMilliseconds;
    const before = local.offsetOf(Math.max(previousMs, sendMs - NEWS_DAYS * DAY_MS));
    const offset = local.offsetOf(sendMs);
    previousMs = sendMs;
    if (offset === before) return prompt;
    const params = { at: prompt.localTime.slice(11), direction: offset < before ? 'back' : 'forward' };
    return { ...prompt, reasons: [...prompt.reasons, { code: 'first-after-clock-change', params }] };
  });
}

/** The time of the last one that was sent; where only its date is known, the end of that. */
function lastSentMs(past: readonly PastPrompt[], local: LocalTime): number {
  let latestMs = -Infinity;
  let latestOn = '';
  for (const { sentOn, plannedFor } of past) {
    if (!sentOn) continue;
    if (plannedFor) latestMs = Math.max(latestMs, plannedFor.epochMilliseconds);
    else if (sentOn > latestOn) latestOn = sentOn;
  }
  return latestOn ? Math.max(latestMs, local.startOf(dayNumberOf(latestOn) + 1) - 1) : latestMs;
}
