import { clock, day, dayAndClock } from '../../when.js';
import { say } from '../../words-plan.js';
import type { PlanRow } from './plan-rows.js';

/** Whether its delivery needs a look before anything else is said of it. */
export const isUndelivered = ({ delivery, status }: PlanRow): boolean =>
  status !== 'answered' && (delivery?.status === 'failed' || delivery?.status === 'unknown');

/** It asks about safety, and nobody stands on one of the rosters. */
export const waitsForRosters = ({ status, reasons }: PlanRow): boolean =>
  status === 'scheduled' && reasons.some(({ code }) => code === 'empty-roster');

/** What became of a prompt, or is about to; edits that are not live first. */
export function statusWords(row: PlanRow, here: string): string {
  const { change, status, delivery, held } = row;
  if (change !== 'none') return say(`planner.${change}`);
  if (delivery && isUndelivered(row) && (delivery.status === 'failed' || delivery.status === 'unknown'))
    return say(`mailingStatus.${delivery.status}`);
  if (status === 'answered' && row.answeredAt)
    return say('planner.answered', { time: besideRow(row.answeredAt, row, here) });
  if (status === 'sent' && row.sentAt) return say('planner.sent', { time: besideRow(row.sentAt, row, here) });
  if (status === 'scheduled' && held) return say('planner.held');
  if (waitsForRosters(row)) return say('planner.waits');
  return say(`promptStatus.${status}`);
}

/** The day stands in the row already, where it is the same. */
const besideRow = (at: string, { sendAt }: PlanRow, here: string): string =>
  day(at, here) === day(sendAt, here) ? clock(at, here) : dayAndClock(at, here);
