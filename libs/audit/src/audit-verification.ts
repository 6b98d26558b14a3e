import { timingSafeEqual } from 'node:crypto';
import type { SystemActor } from '@app/platform/actor.js';
import type { Database, Tx } from '@app/platform/database/database.js';
import type { Keyring } from '@app/platform/encryption/keyring.js';
import type { AuditField } from './audit-row.rules.js';
import type { AuditTrouble, NotedSeal, VerifiedClinic } from './audit-verification.types.js';
import { SEALED_FIELDS, sealHash } from './seal-hash.js';

/** Seals read at once; with the rows of a seal this bounds the memory. */
const SEALS_AT_ONCE = 10;
/** A row waits for seconds. After this long, something is wrong. */
const WAITS_MINUTES = 10;
/** Rows of one kind of trouble that are named; more of them would say nothing more. */
const NAMED = 100;

interface SealRow {
  seq: string;
  row_ids: string[];
  hash: Buffer;
  sealed_at: string;
}

type Tell = (trouble: AuditTrouble) => void;

/** Walks the chain of seals of a clinic and compares it with the rows. Reads with the rights of the product. */
export class AuditVerification {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
  ) {}

  async clinicIds(): Promise<string[]> {
    const rows = await this.db.acrossClinics<{ id: string }>(
      'select clinic_id as id from find_clinics_across_clinics()',
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Checks one clinic to the end, whatever it finds on the way.
   * @param noted a seal noted earlier, which must still be there
   */
  async verify(clinicId: string, tell: Tell, noted?: NotedSeal): Promise<VerifiedClinic> {
    const actor: SystemActor = { kind: 'system', clinicId, job: 'audit-verify' };
    let troubles = 0;
    const count: Tell = (trouble) => {
      troubles += 1;
      tell(trouble);
    };
    const walked = await this.walk(actor, count, noted);
    const waiting = await this.db.inClinic(actor, (tx) => checkQueue(tx, count));
    return { ...walked, waiting, troubles };
  }

  private async walk(actor: SystemActor, tell: Tell, noted: NotedSeal | undefined) {
    const key = await this.keyring.service('audit-seal');
    const found = { seals: 0, rows: 0, head: null as NotedSeal | null };
    let last: { seq: number; hash: Buffer } | undefined;
    let notedIsThere = noted === undefined;
    for (;;) {
      const after = last?.seq ?? 0;
      const batch = await this.db.inClinic(actor, (tx) => sealsAfter(tx, after));
      for (const { seal, rows } of batch) {
        const seq = Number(seal.seq);
        for (let gap = (last?.seq ?? 0) + 1; gap < seq && gap <= after + NAMED; gap += 1) {
          tell({ what: 'seal-missing', seq: gap });
        }
        checkSeal(key, { clinicId: actor.clinicId, seal, rows, previous: last?.hash ?? null }, tell);
        if (noted && seq === noted.seq) notedIsThere = seal.hash.toString('hex') === noted.hash;
        found.seals += 1;
        found.rows += rows.size;
        // Each break is told once: the next seal is held against what stands here, right or wrong.
        last = { seq, hash: seal.hash };
      }
      if (batch.length < SEALS_AT_ONCE) break;
    }
    if (noted && !notedIsThere) tell({ what: 'head-differs', seq: noted.seq });
    if (last) found.head = { seq: last.seq, hash: last.hash.toString('hex') };
    return found;
  }
}

interface SealToCheck {
  clinicId: string;
  seal: SealRow;
  rows: ReadonlyMap<string, readonly AuditField[]>;
  previous: Buffer | null;
}

function checkSeal(key: Buffer, { clinicId, seal, rows, previous }: SealToCheck, tell: Tell): void {
  const seq = Number(seal.seq);
  const missing = seal.row_ids.filter((id) => !rows.has(id));
  for (const eventId of missing) tell({ what: 'row-missing', seq, eventId });
  if (missing.length > 0) return;
  const fields = seal.row_ids.map((id) => rows.get(id)!);
  const hash = sealHash(key, { clinicId, seq, sealedAt: seal.sealed_at, previous, rows: fields });
  if (!timingSafeEqual(hash, seal.hash)) tell({ what: 'seal-broken', seq });
}

async function sealsAfter(tx: Tx, seq: number) {
  const seals = await tx.query<SealRow>(
    `select seq, row_ids, hash, extract(epoch from sealed_at)::text as sealed_at
     from audit_seals where clinic_id = $1 and seq > $2 order by seq limit $3`,
    [tx.actor.clinicId, seq, SEALS_AT_ONCE],
  );
  const rows = await tx.query<{ id: string; fields: AuditField[] }>(
    `select id, ${SEALED_FIELDS} from audit_events where clinic_id = $1 and id = any ($2)`,
    [tx.actor.clinicId, seals.flatMap((seal) => seal.row_ids)],
  );
  const fields = new Map(rows.map((row) => [row.id, row.fields]));
  return seals.map((seal) => ({
    seal,
    rows: new Map(seal.row_ids.flatMap((id) => (fields.has(id) ? [[id, fields.get(id)!] as const] : []))),
  }));
}

/** Every row is in a seal or in the queue, and none stays there. One statement each: sealing goes on meanwhile. */
async function checkQueue(tx: Tx, tell: Tell): Promise<number> {
  const { clinicId } = tx.actor;
  const unaccounted = await tx.query<{ id: string }>(
    `select e.id from audit_events e
     left join (select unnest(row_ids) as id from audit_seals where clinic_id = $1) s on s.id = e.id
     left join audit_unsealed u on u.clinic_id = e.clinic_id and u.event_id = e.id
     where e.clinic_id = $1 and s.id is null and u.event_id is null order by e.id limit $2`,
    [clinicId, NAMED],
  );
  for (const { id } of unaccounted) tell({ what: 'row-unaccounted', eventId: id });
  const waiting = await tx.query<{ id: string }>(
    `select event_id as id from audit_unsealed
     where clinic_id = $1 and waiting_since < app_now() - make_interval(mins => $2) order by event_id limit $3`,
    [clinicId, WAITS_MINUTES, NAMED],
  );
  for (const { id } of waiting) tell({ what: 'row-waits', eventId: id });
  const [queue] = await tx.query<{ length: number }>(
    'select count(*)::integer as length from audit_unsealed where clinic_id = $1',
    [clinicId],
  );
  return queue!.length;
}
