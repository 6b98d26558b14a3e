import { Temporal } from 'temporal-polyfill';
import type { Tx } from '@app/platform/database/database.js';
import { toDate, toInstant } from '@app/platform/database/instant.js';
import type { Client } from './client.entity.js';
import type { RestLength } from './client.types.js';

/** A rest as it begins: until when, how that was chosen, and whose wish it is. */
export interface NewRest {
  length: RestLength;
  until: Temporal.Instant | null;
  by: 'client' | 'clinic';
}

/** Begins a rest now, in place of one that may be running. */
export async function beginRest(tx: Tx, clientId: string, { length, until, by }: NewRest): Promise<void> {
  await tx.query(
    `update clients set rest_from = app_now(), rest_until = $3, rest_by = $4, rest_length = $5,
       version = version + 1
     where clinic_id = $1 and id = $2`,
    [tx.actor.clinicId, clientId, until && toDate(until), by, length],
  );
}

/** Ends the rest, if there is one. */
export async function endRest(tx: Tx, clientId: string): Promise<void> {
  await tx.query(
    `update clients set rest_from = null, rest_until = null, rest_by = null, rest_length = null,
       version = version + 1
     where clinic_id = $1 and id = $2 and rest_from is not null`,
    [tx.actor.clinicId, clientId],
  );
}

/** The rest that is running at `now`; null for none, and for one that is over. */
export function runningRest(
  {
    restFrom,
    restUntil,
    restBy,
    restLength,
  }: Pick<Client, 'restFrom' | 'restUntil' | 'restBy' | 'restLength'>,
  now: Temporal.Instant,
): {
  from: Temporal.Instant;
  until: Temporal.Instant | null;
  by: 'client' | 'clinic';
  length: RestLength;
} | null {
  if (!restFrom || Temporal.Instant.compare(now, restFrom) < 0) return null;
  if (restUntil && Temporal.Instant.compare(restUntil, now) <= 0) return null;
  return { from: restFrom, until: restUntil, by: restBy ?? 'clinic', length: restLength ?? 'open' };
}

/** When the first booked call that starts after `after` starts; null without one. */
export async function firstCallAfter(
  tx: Tx,
  clientId: string,
  after: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const [row] = await tx.query<{ starts_at: Date }>(
    `select starts_at from appointments
     where clinic_id = $1 and client_id = $2 and status = 'booked' and starts_at > $3
     order by starts_at limit 1`,
    [tx.actor.clinicId, clientId, toDate(after)],
  );
  return row ? toInstant(row.starts_at) : null;
}
