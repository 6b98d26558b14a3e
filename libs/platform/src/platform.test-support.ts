import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Client } from 'pg';
import { type TestDatabase, testDatabase } from '../../../test/support/database.js';
import type { SystemActor } from './actor.js';
import { Database } from './database/database.js';
import { PreparingClient } from './database/preparing-client.js';
import type { KeyEncryption } from './encryption/key-encryption-key.js';
import { sealBytes, unsealBytes } from './encryption/sealing.js';
import { newId } from './ids/ids.js';

/** A database of its own with the door to it, and two clinics that are rows alone. */
export interface PlatformHouse {
  database: TestDatabase;
  db: Database;
  one: SystemActor;
  other: SystemActor;
  /** Rows with the rights of a superuser. */
  rows: <Row>(sql: string, params?: unknown[]) => Promise<Row[]>;
  close: () => Promise<void>;
}

export async function openPlatformHouse({
  poolSize = 4,
  entities = [],
}: { poolSize?: number; entities?: readonly (abstract new () => object)[] } = {}): Promise<PlatformHouse> {
  const database = await testDatabase();
  const source = new DataSource({
    type: 'postgres',
    url: database.appUrl,
    entities: [...entities] as (new () => object)[],
    poolSize,
    extra: { Client: PreparingClient },
  });
  await source.initialize();
  const db = new Database(source);
  const superuser = new Client({ connectionString: database.adminUrl });
  await superuser.connect();
  const aClinic = async (): Promise<SystemActor> => {
    const clinicId = newId();
    await superuser.query(
      `insert into clinics (clinic_id, name, short_name, country, phone, reading_days, created_at, version)
       values ($1, 'Fernhollow', 'Fern', 'US', '1', '{}', now(), 1)`,
      [clinicId],
    );
    return { kind: 'system', clinicId, job: 'test' };
  };
  return {
    database,
    db,
    one: await aClinic(),
    other: await aClinic(),
    rows: async <Row>(sql: string, params: unknown[] = []) =>
      (await superuser.query(sql, params)).rows as Row[],
    close: async () => {
      await superuser.end();
      await db.onModuleDestroy();
      await database.drop();
    },
  };
}

/** A key-encryption key in memory, which counts how often it opened something. */
export function kekInMemory(): KeyEncryption & { opened: number } {
  const key = { version: 1, bytes: randomBytes(32) };
  const kek = {
    kekId: 'memory',
    opened: 0,
    wrap: (...[binding, bytes]: Parameters<KeyEncryption['wrap']>) =>
      Promise.resolve(sealBytes(key, binding, bytes)),
    unwrap: (...[binding, wrapped]: Parameters<KeyEncryption['unwrap']>) => {
      kek.opened += 1;
      return Promise.resolve(unsealBytes(key, binding, wrapped));
    },
  };
  return kek;
}
