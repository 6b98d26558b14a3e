import { Temporal } from 'temporal-polyfill';
import type { Tx } from '@app/platform/database/database.js';
import { toInstant } from '@app/platform/database/instant.js';
import { type Key, unseal } from '@app/platform/encryption/sealing.js';
import { NotFound } from '@app/platform/errors/errors.js';
import type { Wait } from './reading-contract.rules.js';
import { openReflection } from './reflection-body.js';
import type { OpenReflection, ReflectionPlace } from './reflection.view.js';

export interface ReflectionRow {
  id: string;
  version: number;
  client_id: string;
  prompt_id: string | null;
  body_sealed: Buffer;
  sent_at: Date;
  withdrawn_at: Date | null;
  wait: Wait;
  promised_by: Date | null;
  read_at: Date | null;
  reader_id: string | null;
  reader_name: Buffer | null;
}

/** Of several readings the reader's own (`$2`) stands for all, else the first. A condition follows. */
const SELECT = `
  select r.id, r.version, r.client_id, r.prompt_id, r.body_sealed, r.sent_at, r.withdrawn_at, r.wait, r.promised_by,
    g.read_at, g.staff_member_id as reader_id, s.name_sealed as reader_name
  from reflections r
  left join lateral (
    select read_at, staff_member_id from readings
    where clinic_id = r.clinic_id and reflection_id = r.id
    order by (staff_member_id = $2) desc, read_at limit 1) g on true
  left join staff_members s on s.clinic_id = r.clinic_id and s.id = g.staff_member_id
  where r.clinic_id = $1`;
const NEWEST_FIRST = 'order by r.sent_at desc, r.id desc';

/** Which of a client's reflections; none: all of them. */
export interface ReflectionChoice {
  id?: string;
  /** Sent after this instant. */
  after?: Temporal.Instant;
}

/** A client's reflections, newest first. */
export function reflectionsOfClient(
  tx: Tx,
  clientId: string,
  { id, after }: ReflectionChoice,
): Promise<ReflectionRow[]> {
  return tx.query<ReflectionRow>(
    `${SELECT} and r.client_id = $3
       and ($4::uuid is null or r.id = $4) and ($5::timestamptz is null or r.sent_at > $5)
     ${NEWEST_FIRST}`,
    [tx.actor.clinicId, readerOf(tx), clientId, id ?? null, after ? new Date(after.epochMilliseconds) : null],
  );
}

/** These reflections, whosever they are, newest first; what the reader may not see is absent. */
export function reflectionsById(tx: Tx, ids: readonly string[]): Promise<ReflectionRow[]> {
  return tx.query<ReflectionRow>(`${SELECT} and r.id = any ($3) ${NEWEST_FIRST}`, [
    tx.actor.clinicId,
    readerOf(tx),
    ids,
  ]);
}

/** The row with its body and the name of its reader opened. */
export function openRow(tx: Tx, keys: { client: Key; clinic: Key }, row: ReflectionRow): OpenReflection {
  const { clinicId } = tx.actor;
  return {
    id: row.id,
    version: row.version,
    clientId: row.client_id,
    promptId: row.prompt_id,
    sentAt: toInstant(row.sent_at),
    withdrawnAt: row.withdrawn_at && toInstant(row.withdrawn_at),
    wait: row.wait,
    promisedBy: row.promised_by && toInstant(row.promised_by),
    body: openReflection(keys.client, { clinicId, rowId: row.id }, row.body_sealed),
    reading: readingOf(tx, row, keys.clinic),
  };
}

/** Who reads: null for anybody but staff. */
export function readerOf({ actor }: Tx): string | null {
  return actor.kind === 'staff' ? actor.staffMemberId : null;
}

/** What of the client's course a view words its times with. @throws NotFound */
export async function placeOf(tx: Tx, clientId: string, locale: string): Promise<ReflectionPlace> {
  const [row] = await tx.query<{ time_zone: string; sessions: Date[] }>(
    `select c.time_zone, array(
       select k.held_at from ketamine_sessions k
       where k.clinic_id = c.clinic_id and k.client_id = c.id and k.status = 'completed') as sessions
     from clients c where c.clinic_id = $1 and c.id = $2`,
    [tx.actor.clinicId, clientId],
  );
  if (!row) throw new NotFound('client');
  return { timeZone: row.time_zone, sessionsHeldAt: row.sessions.map(toInstant), locale };
}

function readingOf(tx: Tx, row: ReflectionRow, key: Key): OpenReflection['reading'] {
  const { read_at: readAt, reader_id: readerId, reader_name: name } = row;
  if (!readAt || !readerId || !name) return null;
  const binding = { clinicId: tx.actor.clinicId, label: 'staff.name', rowId: readerId };
  return { readAt: toInstant(readAt), byName: unseal(key, binding, name), byMe: readerId === readerOf(tx) };
}
