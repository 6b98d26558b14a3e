import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@app/platform/database/database.js';
import { newId } from '@app/platform/ids/ids.js';

/** A passkey that a browser has just made. */
export interface NewPasskey {
  credentialId: Buffer;
  publicKey: Buffer;
  counter: number;
  transports: readonly string[];
  backedUp: boolean;
}

export interface PasskeyRow {
  id: string;
  credentialId: Buffer;
  publicKey: Buffer;
  counter: number;
  transports: string[];
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

/** The passkeys that are kept. */
@Injectable()
export class PasskeyRows {
  constructor(private readonly db: Database) {}

  /** Oldest first. */
  async of(accountId: string): Promise<PasskeyRow[]> {
    const rows = await this.db.acrossClinics<PasskeyRow>(
      `${SELECT} where account_id = $1 order by created_at, id`,
      [accountId],
    );
    return rows.map(opened);
  }

  async find(accountId: string, credentialId: Buffer): Promise<PasskeyRow | undefined> {
    const [row] = await this.db.acrossClinics<PasskeyRow>(
      `${SELECT} where account_id = $1 and credential_id = $2`,
      [accountId, credentialId],
    );
    return row && opened(row);
  }

  /** False: this credential is known already, here or elsewhere. */
  async add(tx: Tx, accountId: string, name: string, passkey: NewPasskey): Promise<boolean> {
    const { credentialId, publicKey, counter, transports, backedUp } = passkey;
    const params = [newId(), accountId, credentialId, publicKey, counter, transports, backedUp, name];
    return (await tx.query(ADD, params)).length > 0;
  }

  /** Claims the use: false when the counter was reached by somebody else meanwhile, or the passkey is gone. */
  async used({ id }: PasskeyRow, counter: number): Promise<boolean> {
    return (await this.db.acrossClinics(USED, [id, counter])).length > 0;
  }

  /** False: the account has no such passkey. */
  async remove(tx: Tx, accountId: string, id: string): Promise<boolean> {
    return (await tx.query(REMOVE, [accountId, id])).length > 0;
  }
}

function opened(row: PasskeyRow): PasskeyRow {
  return { ...row, counter: Number(row.counter) };
}

const SELECT = `
  select id, credential_id as "credentialId", public_key as "publicKey", counter, transports, name,
    created_at as "createdAt", last_used_at as "lastUsedAt"
  from passkeys`;

const ADD = `
  insert into passkeys (id, account_id, credential_id, public_key, counter, transports, backed_up, name, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, app_now()) on conflict (credential_id) do nothing returning id`;

// Devices that keep no counter say 0 for ever.
const USED = `
  with used as (
    update passkeys set counter = $2, last_used_at = app_now()
    where id = $1 and (counter < $2 or (counter = 0 and $2 = 0)) returning 1)
  select 1 from used`;

const REMOVE = `
  with removed as (delete from passkeys where account_id = $1 and id = $2 returning 1) select 1 from removed`;
