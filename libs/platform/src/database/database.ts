import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Client as PgClient, QueryResultRow } from 'pg';
import { Temporal } from 'temporal-polyfill';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import type { Actor } from '../actor.js';
import { settingsOf, settingsWithReach } from './actor-settings.js';
import { toInstant } from './instant.js';

/** One running clinic transaction. Everything that reads or writes tenant data goes through one. */
export interface Tx {
  readonly actor: Actor;
  readonly manager: EntityManager;
  /** `app_now()` of this transaction, to the millisecond. */
  readonly now: Temporal.Instant;
  query<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
}

/** A statement, and what stands for its parameters. */
export interface Statement {
  sql: string;
  params: readonly unknown[];
}

/** The only door to the database: tenant transactions, and the few account-level statements. */
@Injectable()
export class Database implements OnModuleDestroy {
  constructor(readonly source: DataSource) {}

  async onModuleDestroy(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }

  /**
   * Runs `work` in one transaction with the actor's settings. Commits when it returns, rolls back when it
   * throws. Opening takes one round trip, settings and clock included.
   */
  async inClinic<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      const now = await open(runner, actor);
      const tx: Tx = {
        actor,
        manager: runner.manager,
        now,
        query: <Row>(sql: string, params: readonly unknown[] = []) =>
          runner.query(sql, [...params]) as Promise<Row[]>,
      };
      const result = await work(tx);
      await end(runner, 'commit');
      return result;
    } catch (error) {
      await rollBack(runner);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /**
   * One statement in a transaction of its own with the actor's settings, in one round trip: opening, statement and
   * commit leave together. What it writes stays when it returns, and nothing stays when it throws.
   */
  async atOnce<Row>(
    actor: Actor,
    { sql, params }: Statement,
  ): Promise<{ now: Temporal.Instant; rows: Row[] }> {
    const { now, answers } = await this.inOnePiece(openingWith(settingsWithReach(actor)), [{ sql, params }]);
    return { now, rows: answers[0] as Row[] };
  }

  /**
   * Statements in one transaction and one round trip, for who is not known before a row is read: the first of them set
   * whose transaction it is (`settingsOfRow`). Until they do, and where they find no row, the others see nothing of
   * any clinic. Gives the rows of each.
   */
  async atOnceAsFound(
    statements: readonly Statement[],
  ): Promise<{ now: Temporal.Instant; answers: unknown[][] }> {
    return this.inOnePiece(OPENING_OF_NOBODY, statements);
  }

  private async inOnePiece(
    opening: string,
    statements: readonly Statement[],
  ): Promise<{ now: Temporal.Instant; answers: unknown[][] }> {
    const runner = this.source.createQueryRunner();
    try {
      const client = (await runner.connect()) as PgClient;
      const settled = await together(client, () =>
        Promise.allSettled([
          client.query<QueryResultRow>(opening),
          ...statements.map(({ sql, params }) => client.query<QueryResultRow>(sql, [...params])),
          // After a failure this takes everything back: the connection is as clean as it was.
          client.query<QueryResultRow>('commit'),
        ]),
      );
      // Unless it was the commit itself that was ended.
      if (settled.at(-1)!.status === 'rejected') await rollBack(runner);
      const [opened, ...answered] = settled.map((each) => {
        if (each.status === 'rejected') throw each.reason;
        return each.value;
      });
      return { now: nowOf(opened), answers: answered.slice(0, -1).map(({ rows }) => rows) };
    } finally {
      await runner.release();
    }
  }

  /** One statement outside any clinic: account-level tables and cross-clinic finders only. */
  async acrossClinics<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    return (await this.source.query(sql, [...params])) as Row[];
  }

  /** The product's clock, outside a transaction. */
  async now(): Promise<Temporal.Instant> {
    const [row] = await this.acrossClinics<{ now: Date }>('select app_now() as now');
    return toInstant(row!.now);
  }
}

/** TypeORM must know of the transaction, or `manager.save()` would open its own and lose the settings. */
interface RunnerState {
  isTransactionActive: boolean;
  transactionDepth: number;
}

async function open(runner: QueryRunner, actor: Actor): Promise<Temporal.Instant> {
  const client = (await runner.connect()) as PgClient;
  Object.assign(runner as unknown as RunnerState, { isTransactionActive: true, transactionDepth: 1 });
  return nowOf(await client.query(openingOf(actor)));
}

/** Everything that `send` sends leaves in one piece. */
function together<T>({ connection }: PgClient, send: () => T): T {
  connection.stream.cork();
  try {
    return send();
  } finally {
    connection.stream.uncork();
  }
}

/** Nobody's yet: row-level security shows no row of any clinic. */
const OPENING_OF_NOBODY = 'start transaction; select app_now() as now';

/** Throws on an actor that is none, before anything is sent. */
function openingOf(actor: Actor): string {
  return openingWith(settingsOf(actor));
}

function openingWith(settings: string): string {
  return `start transaction; select ${settings}, app_now() as now`;
}

function nowOf(opened: unknown): Temporal.Instant {
  const [, { rows }] = opened as [unknown, { rows: [{ now: Date }] }];
  return toInstant(rows[0].now);
}

async function end(runner: QueryRunner, how: 'commit' | 'rollback'): Promise<void> {
  Object.assign(runner as unknown as RunnerState, { isTransactionActive: false, transactionDepth: 0 });
  const client = (await runner.connect()) as PgClient;
  await client.query(how);
}

/**
 * Whatever failed, and wherever: the opening may have begun a transaction before its settings were refused.
 * A connection that cannot be brought back is closed; the pool must not hand out one that is still in it.
 */
async function rollBack(runner: QueryRunner): Promise<void> {
  try {
    await end(runner, 'rollback');
  } catch {
    const client = await (runner.connect() as Promise<PgClient>).catch(() => undefined);
    // Marks it as ending at once, so that the pool drops it; whether the goodbye arrives does not matter.
    void client?.end().catch(() => undefined);
  }
}
