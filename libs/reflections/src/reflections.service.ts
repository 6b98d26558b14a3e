import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { AuditService } from '@app/audit/audit.service.js';
import { type Page, pageOf } from '@app/clients/list-page.js';
import type { Actor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { toInstant } from '@app/platform/database/instant.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { type Key, unseal } from '@app/platform/encryption/sealing.js';
import { NotFound } from '@app/platform/errors/errors.js';
import type { Wait } from './reading-contract.rules.js';
import { openReflection } from './reflection-body.js';
import {
  type OpenReflection,
  ReflectionListView,
  type ReflectionPlace,
  ReflectionView,
  reflectionView,
} from './reflection.view.js';

interface ReflectionRow {
  id: string;
  version: number;
  client_id: string;
  prompt_id: string | null;
  body_sealed: Buffer;
  sent_at: Date;
  wait: Wait;
  promised_by: Date | null;
  read_at: Date | null;
  reader_id: string | null;
  reader_name: Buffer | null;
}

/** Which of a client's reflections; none: all of them. */
export interface ReflectionChoice {
  id?: string;
  /** Sent after this instant. */
  after?: Temporal.Instant;
}

/** Newest first. Of several readings the reader's own stands for all, else the first. */
const REFLECTIONS = `
  select r.id, r.version, r.client_id, r.prompt_id, r.body_sealed, r.sent_at, r.wait, r.promised_by,
    g.read_at, g.staff_member_id as reader_id, s.name_sealed as reader_name
  from reflections r
  left join lateral (
    select read_at, staff_member_id from readings
    where clinic_id = r.clinic_id and reflection_id = r.id
    order by (staff_member_id = $3) desc, read_at limit 1) g on true
  left join staff_members s on s.clinic_id = r.clinic_id and s.id = g.staff_member_id
  where r.clinic_id = $1 and r.client_id = $2
    and ($4::uuid is null or r.id = $4) and ($5::timestamptz is null or r.sent_at > $5)
  order by r.sent_at desc, r.id desc`;

/** Reads what clients sent, for who may read their words. */
@Injectable()
export class ReflectionsService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly audit: AuditService,
  ) {}

  /** A client's reflections, newest first. NotFound for who does not read this client's words. */
  listFor(actor: Actor, clientId: string, page: Page): Promise<ReflectionListView> {
    return this.db.inClinic(actor, async (tx) => {
      const list = pageOf(await this.viewsIn(tx, clientId), page);
      await this.audit.record(tx, {
        action: 'reflection.listed',
        subjectType: 'reflection',
        subjectIds: list.items.map((view) => view.id),
        clientIds: [clientId],
      });
      return list;
    });
  }

  /** The same in the caller's transaction, newest first; the caller writes the audit row. */
  async viewsIn(
    tx: Tx,
    clientId: string,
    choice: ReflectionChoice = {},
    locale = 'en-US',
  ): Promise<ReflectionView[]> {
    const key = await this.keyring.client(tx, clientId);
    const place = await placeOf(tx, clientId, locale);
    return (await this.open(tx, key, clientId, choice)).map((open) => reflectionView(open, place));
  }

  private async open(
    tx: Tx,
    key: Key,
    clientId: string,
    choice: ReflectionChoice,
  ): Promise<OpenReflection[]> {
    const { clinicId } = tx.actor;
    const me = tx.actor.kind === 'staff' ? tx.actor.staffMemberId : null;
    const after = choice.after ? new Date(choice.after.epochMilliseconds) : null;
    const rows = await tx.query<ReflectionRow>(REFLECTIONS, [
      clinicId,
      clientId,
      me,
      choice.id ?? null,
      after,
    ]);
    const clinicKey = await this.keyring.clinic(tx);
    return rows.map((row) => ({
      id: row.id,
      version: row.version,
      clientId: row.client_id,
      promptId: row.prompt_id,
      sentAt: toInstant(row.sent_at),
      wait: row.wait,
      promisedBy: row.promised_by && toInstant(row.promised_by),
      body: openReflection(key, { clinicId, rowId: row.id }, row.body_sealed),
      reading: readingOf(row, clinicKey, clinicId, me),
    }));
  }
}

function readingOf(
  row: ReflectionRow,
  key: Key,
  clinicId: string,
  me: string | null,
): OpenReflection['reading'] {
  const { read_at: readAt, reader_id: readerId, reader_name: name } = row;
  if (!readAt || !readerId || !name) return null;
  const byName = unseal(key, { clinicId, label: 'staff.name', rowId: readerId }, name);
  return { readAt: toInstant(readAt), byName, byMe: readerId === me };
}

async function placeOf(tx: Tx, clientId: string, locale: string): Promise<ReflectionPlace> {
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
