import { Injectable } from '@nestjs/common';
import type { SystemActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import type { AuditField } from './audit-row.rules.js';
import { SEALED_FIELDS, sealHash } from './seal-hash.js';

/** Rows one seal vouches for at most. */
const ROWS_A_SEAL = 200;
/** How often a seal is tried anew when another process took its number. */
const TRIES = 3;

/** Seals what was written to the audit log: each seal vouches for its rows and for the seal before it. */
@Injectable()
export class AuditSeals {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
  ) {}

  /** Seals everything that waits in the actor's clinic. Returns how many rows that were. */
  async sealWaiting(actor: SystemActor): Promise<number> {
    // Before the transaction: finding it takes a connection of its own.
    const key = await this.keyring.service('audit-seal');
    let sealed = 0;
    for (;;) {
      const rows = await this.retrying(() => this.db.inClinic(actor, (tx) => this.sealNext(tx, key)));
      sealed += rows;
      if (rows < ROWS_A_SEAL) return sealed;
    }
  }

  private async sealNext(tx: Tx, key: Buffer): Promise<number> {
    const ids = await takeWaiting(tx);
    if (ids.length === 0) return 0;
    const { clinicId } = tx.actor;
    // After the rows are taken: who waited for another sealer's rows sees that sealer's seal here.
    const { previous, seq, sealedAt } = await nextPlace(tx);
    const rows = await tx.query<{ fields: AuditField[] }>(
      `select ${SEALED_FIELDS} from audit_events where clinic_id = $1 and id = any ($2) order by id`,
      [clinicId, ids],
    );
    const content = { clinicId, seq, sealedAt, previous, rows: rows.map(({ fields }) => fields) };
    await tx.query(
      'insert into audit_seals (clinic_id, seq, row_ids, hash, sealed_at) values ($1, $2, $3, $4, app_now())',
      [clinicId, seq, ids, sealHash(key, content)],
    );
    return ids.length;
  }

  /** Two sealers of one clinic meet at the number of the next seal: one waits, fails, and begins again. */
  private async retrying(work: () => Promise<number>): Promise<number> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work();
      } catch (error) {
        if (!isTaken(error) || attempt === TRIES) throw error;
      }
    }
  }
}

/**
 * Takes rows out of the queue, in the order of their ids. No row lock is asked for, which would take a right to
 * update: a second sealer waits at the first row both want, and then finds it gone. A queue entry whose event
 * is gone stays, so that it is found.
 */
async function takeWaiting(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `with taken as (
       delete from audit_unsealed where clinic_id = $1 and event_id in (
         select u.event_id from audit_unsealed u
         join audit_events e on e.clinic_id = u.clinic_id and e.id = u.event_id
         where u.clinic_id = $1 order by u.event_id limit $2)
       returning event_id)
     select event_id as id from taken order by event_id`,
    [tx.actor.clinicId, ROWS_A_SEAL],
  );
  return rows.map(({ id }) => id);
}

async function nextPlace(tx: Tx): Promise<{ previous: Buffer | null; seq: number; sealedAt: string }> {
  const [row] = await tx.query<{ seq: string | null; hash: Buffer | null; sealed_at: string }>(
    `select extract(epoch from app_now())::text as sealed_at, s.seq, s.hash
     from (values (1)) as one
     left join lateral (
       select seq, hash from audit_seals where clinic_id = $1 order by seq desc limit 1) s on true`,
    [tx.actor.clinicId],
  );
  return { previous: row!.hash, seq: Number(row!.seq ?? 0) + 1, sealedAt: row!.sealed_at };
}

function isTaken(error: unknown): boolean {
  const { driverError } = error as { driverError?: { code?: string; constraint?: string } };
  return driverError?.code === '23505' && driverError.constraint === 'audit_seals_pkey';
}
