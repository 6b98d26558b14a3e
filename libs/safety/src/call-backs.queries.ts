import { Temporal } from 'temporal-polyfill';
import type { Tx } from '@app/platform/database/database.js';
import { toInstant } from '@app/platform/database/instant.js';

/** Somebody waits for a call. Not why. */
export interface CallBack {
  flagId: string;
  clientId: string;
  raisedAt: Temporal.Instant;
  acknowledgedAt: Temporal.Instant | null;
  callBy: Temporal.Instant | null;
}

interface CallBackRow {
  flag_id: string;
  client_id: string;
  raised_at: Date;
  acknowledged_at: Date | null;
  call_by: Date | null;
}

/** Every open red flag of the clinic, for coordinators and admins; for everybody else there is none. */
export async function openCallBacks(tx: Tx): Promise<CallBack[]> {
  const rows = await tx.query<CallBackRow>('select * from find_call_backs() order by raised_at, flag_id');
  return rows.map((row) => ({
    flagId: row.flag_id,
    clientId: row.client_id,
    raisedAt: toInstant(row.raised_at),
    acknowledgedAt: row.acknowledged_at && toInstant(row.acknowledged_at),
    callBy: row.call_by && toInstant(row.call_by),
  }));
}
