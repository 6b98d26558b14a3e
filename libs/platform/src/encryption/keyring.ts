import { Injectable } from '@nestjs/common';
import type { Actor } from '../actor.js';
import type { Tx } from '../database/database.js';
import { Database } from '../database/database.js';
import { NotFound } from '../errors/errors.js';
import { newDataKey, type KeyEncryption } from './key-encryption-key.js';
import type { Binding, Key } from './sealing.js';

/** Names of the keys that belong to the service, not to a clinic. */
export type ServiceKeyName =
  | 'account-email'
  | 'account-token'
  | 'reply-link'
  | 'page-nonce'
  | 'audit-seal'
  | 'second-factor'
  | 'bounce-address'
  | 'mail-provider';

/** A data key as it stands in the database. */
export interface WrappedKey {
  version: number;
  wrapped: Buffer;
}

/**
 * Finds, makes and opens data keys. Clinic keys are kept in memory once opened; a client's key is read in
 * the caller's transaction every time, so that row-level security decides who may open their words.
 */
@Injectable()
export class Keyring {
  private readonly clinicKeys = new Map<string, Key>();
  private readonly serviceKeys = new Map<ServiceKeyName, Buffer>();

  constructor(
    private readonly db: Database,
    private readonly kek: KeyEncryption,
  ) {}

  /**
   * The service's own key; made at first use, the same for every process. Whoever holds a transaction names it,
   * so that reading the key does not ask the pool for a second connection.
   */
  async service(name: ServiceKeyName, tx?: Tx): Promise<Buffer> {
    const known = this.serviceKeys.get(name);
    if (known) return known;
    const binding = { clinicId: '', label: `service-key.${name}`, rowId: '' };
    const wrapped = (await this.wrappedServiceKey(name, tx)) ?? (await this.makeServiceKey(name, binding));
    const key = await this.kek.unwrap(binding, wrapped);
    this.serviceKeys.set(name, key);
    return key;
  }

  /** Makes the first key of a new clinic. */
  async createForClinic(tx: Tx): Promise<void> {
    const { clinicId } = tx.actor;
    const wrapped = await this.kek.wrap(clinicBinding(clinicId), newDataKey());
    await tx.query('insert into clinic_keys (clinic_id, version, wrapped, kek_id) values ($1, 1, $2, $3)', [
      clinicId,
      wrapped,
      this.kek.kekId,
    ]);
  }

  /** The clinic's key: names and contact data. Throws NotFound when the clinic has none. */
  async clinic(tx: Tx): Promise<Key> {
    const { clinicId } = tx.actor;
    const known = this.clinicKeys.get(clinicId);
    if (known) return known;
    const [row] = await tx.query<WrappedKey>(
      'select version, wrapped from clinic_keys where clinic_id = $1 order by version desc limit 1',
      [clinicId],
    );
    if (!row) throw new NotFound('clinic');
    const key = { version: row.version, bytes: await this.kek.unwrap(clinicBinding(clinicId), row.wrapped) };
    this.clinicKeys.set(clinicId, key);
    return key;
  }

  /** The same for who holds no transaction; once it is open it costs no question to the database. */
  async ofClinic(actor: Actor): Promise<Key> {
    return this.clinicKeys.get(actor.clinicId) ?? this.db.inClinic(actor, (tx) => this.clinic(tx));
  }

  /** Makes the first key of a new client. */
  async createForClient(tx: Tx, clientId: string): Promise<void> {
    const { clinicId } = tx.actor;
    const wrapped = await this.kek.wrap(clientBinding(clinicId, clientId), newDataKey());
    await tx.query(
      'insert into client_keys (clinic_id, client_id, version, wrapped, kek_id) values ($1, $2, 1, $3, $4)',
      [clinicId, clientId, wrapped, this.kek.kekId],
    );
  }

  /** The client's key: their words. Throws NotFound when this actor may not open it. */
  async client(tx: Tx, clientId: string): Promise<Key> {
    const [row] = await tx.query<WrappedKey>(
      `select version, wrapped from client_keys
       where clinic_id = $1 and client_id = $2 order by version desc limit 1`,
      [tx.actor.clinicId, clientId],
    );
    if (!row) throw new NotFound('client');
    return this.openClientKey(tx.actor.clinicId, clientId, row);
  }

  /** Keys of several clients that this actor may open; those they may not are absent. */
  async clients(tx: Tx, clientIds: readonly string[]): Promise<Map<string, Key>> {
    const rows = await tx.query<WrappedKey & { client_id: string }>(
      `select distinct on (client_id) client_id, version, wrapped from client_keys
       where clinic_id = $1 and client_id = any ($2) order by client_id, version desc`,
      [tx.actor.clinicId, clientIds],
    );
    const keys = await Promise.all(
      rows.map(
        async (row) =>
          [row.client_id, await this.openClientKey(tx.actor.clinicId, row.client_id, row)] as const,
      ),
    );
    return new Map(keys);
  }

  /** Opens a key row that the caller read along with something else, under the same policies. */
  async openClientKey(clinicId: string, clientId: string, row: WrappedKey): Promise<Key> {
    const bytes = await this.kek.unwrap(clientBinding(clinicId, clientId), row.wrapped);
    return { version: row.version, bytes };
  }

  private async wrappedServiceKey(name: ServiceKeyName, tx?: Tx): Promise<Buffer | undefined> {
    const sql = 'select wrapped from service_keys where name = $1';
    const rows = tx
      ? tx.query<{ wrapped: Buffer }>(sql, [name])
      : this.db.acrossClinics<{ wrapped: Buffer }>(sql, [name]);
    return (await rows)[0]?.wrapped;
  }

  /** Never in the caller's transaction: a key that is rolled back after it was used opens nothing again. */
  private async makeServiceKey(name: ServiceKeyName, binding: Binding): Promise<Buffer> {
    await this.db.acrossClinics(
      'insert into service_keys (name, wrapped, kek_id) values ($1, $2, $3) on conflict do nothing',
      [name, await this.kek.wrap(binding, newDataKey()), this.kek.kekId],
    );
    return (await this.wrappedServiceKey(name))!;
  }
}

function clinicBinding(clinicId: string) {
  return { clinicId, label: 'clinic-key', rowId: clinicId };
}

function clientBinding(clinicId: string, clientId: string) {
  return { clinicId, label: 'client-key', rowId: clientId };
}
