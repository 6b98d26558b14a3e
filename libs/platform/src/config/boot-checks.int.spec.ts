import { DataSource } from 'typeorm';
import { type TestDatabase, testDatabase } from '../../../../test/support/database.js';
import { Database } from '../database/database.js';
import { knownMigrations, migrate } from '../database/prepare-database.js';
import { checkBoot, pendingMigrations } from './boot-checks.js';
import { type Config, readConfig } from './config.js';

describe('a boot', () => {
  let database: TestDatabase;
  const doors: Database[] = [];
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterEach(async () => {
    await Promise.all(doors.splice(0).map((door) => door.onModuleDestroy()));
  });
  afterAll(() => database.drop());

  const doorOf = async (url: string) => {
    const source = new DataSource({ type: 'postgres', url, poolSize: 1 });
    await source.initialize();
    const door = new Database(source);
    doors.push(door);
    return door;
  };
  const config = (over: Partial<Record<keyof Config, string>> = {}) =>
    readConfig({
      NODE_ENV: 'production',
      BASE_URL: 'https://reply.fernhollow.example',
      DATABASE_URL: database.appUrl,
      KEK_FILE: 'x',
      ...over,
    });
  const asAdmin = async (sql: string) => {
    await (await doorOf(database.adminUrl)).acrossClinics(sql);
  };

  it('goes on in production with https and the role that owns nothing', async () => {
    await expect(checkBoot(config(), await doorOf(database.appUrl))).resolves.toBeUndefined();
  });

  it('is refused in production over http, and allowed in development', async () => {
    const door = await doorOf(database.appUrl);
    const http = { BASE_URL: 'http://canary.example' } as const;
    await expect(checkBoot(config(http), door)).rejects.toThrow('Not starting: BASE_URL is not https.');
    await expect(checkBoot(config({ ...http, NODE_ENV: 'development' }), door)).resolves.toBeUndefined();
  });

  it('is refused in production with a superuser', async () => {
    await expect(checkBoot(config(), await doorOf(database.adminUrl))).rejects.toThrow(
      'above row-level security',
    );
  });

  it('is refused in production with the role that owns the tables', async () => {
    await expect(checkBoot(config(), await doorOf(database.ownerUrl))).rejects.toThrow('owns tables');
  });

  it('is refused in production while the test clock is set', async () => {
    await asAdmin("insert into app_clock (shift) values ('1 hour')");
    await expect(checkBoot(config(), await doorOf(database.appUrl))).rejects.toThrow('the test clock is set');
    await expect(
      checkBoot(config({ NODE_ENV: 'test' }), await doorOf(database.appUrl)),
    ).resolves.toBeUndefined();
    await asAdmin('delete from app_clock');
  });

  it('is refused everywhere while a migration is pending, which is named', async () => {
    const [last] = knownMigrations().slice(-1);
    await asAdmin(`delete from schema_migrations where name = '${last!}'`);
    const door = await doorOf(database.appUrl);
    expect(await pendingMigrations(door)).toEqual([`migration ${last} is pending`]);
    for (const NODE_ENV of ['development', 'test', 'production']) {
      await expect(checkBoot(config({ NODE_ENV }), door)).rejects.toThrow(`migration ${last} is pending`);
    }
    await asAdmin(`insert into schema_migrations (timestamp, name) values (20261101000800, '${last!}')`);
  });

  it('says all that is wrong at once, and no value of any setting', async () => {
    await asAdmin("insert into app_clock (shift) values ('1 hour')");
    const refused = checkBoot(config({ BASE_URL: 'http://canary.example' }), await doorOf(database.adminUrl));
    const message = await refused.catch((error: Error) => error.message);
    expect(message).toMatch(/not https.*row-level security.*test clock/);
    expect(message).not.toContain('canary');
    await asAdmin('delete from app_clock');
  });

  it('finds nothing to do when migrations run again', async () => {
    await migrate(database.ownerUrl);
    expect(await pendingMigrations(await doorOf(database.appUrl))).toEqual([]);
  });
});
