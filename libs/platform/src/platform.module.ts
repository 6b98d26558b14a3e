import { type DynamicModule, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { checkBoot } from './config/boot-checks.js';
import { Config, readConfig } from './config/config.js';
import { Database } from './database/database.js';
import { PreparingClient } from './database/preparing-client.js';
import { keyEncryptionFromFile } from './encryption/key-encryption-key.js';
import { Keyring } from './encryption/keyring.js';
import { Idempotency } from './idempotency/idempotency.js';

type EntityClass = abstract new () => object;

/** Configuration, database, keys. Global: every room rests on it. */
@Module({})
export class PlatformModule {
  static with(entities: readonly EntityClass[]): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      providers: [
        { provide: Config, useFactory: () => readConfig(process.env) },
        {
          provide: Database,
          inject: [Config],
          useFactory: (config: Config) => connect(config, entities),
        },
        {
          provide: Keyring,
          inject: [Database, Config],
          useFactory: (db: Database, config: Config) =>
            new Keyring(db, keyEncryptionFromFile(config.KEK_FILE)),
        },
        Idempotency,
      ],
      exports: [Config, Database, Keyring, Idempotency],
    };
  }
}

async function connect(config: Config, entities: readonly EntityClass[]): Promise<Database> {
  const source = new DataSource({
    type: 'postgres',
    url: config.DATABASE_URL,
    entities: [...entities] as (new () => object)[],
    poolSize: config.DATABASE_POOL,
    extra: {
      Client: PreparingClient,
      connectionTimeoutMillis: 2_000,
      idle_in_transaction_session_timeout: 30_000,
    },
    logging: false,
  });
  await source.initialize();
  const db = new Database(source);
  await checkBoot(config, db);
  return db;
}
