import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { type TestDatabase, testDatabase } from '../../../../test/support/database.js';
import { Database } from '../database/database.js';
import { knownMigrations, migrate } from '../database/prepare-database.js';
import type { Queues } from '../queues/queues.js';
import { checkBoot, checkQueue, pendingMigrations } from './boot-checks.js';
import { type Config, readConfig } from './config.js';

describe('a boot', () => {
  let database: TestDatabase;
  const doors: Database[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'throughline-boot-'));
  const keyFile = (name: string, key: Buffer, mode = 0o600) => {
    writeFileSync(join(folder, name), key.toString('base64'), { mode });
    return join(folder, name);
  };
  const kek = keyFile('kek', randomBytes(32));
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterEach(async () => {
    await Promise.all(doors.splice(0).map((door) => door.onModuleDestroy()));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await database.drop();
  });

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
      KEK_FILE: kek,
      MAIL_FROM: 'hello@fernhollow.internal',
      SMTP_URL: 'smtps://mail.fernhollow.internal:465',
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

  const withPassword = (password: string, user = 'throughline_app') =>
    `postgresql://${user}:${password}@db.fernhollow.internal:5432/throughline`;

  it.each<[string, Partial<Record<keyof Config, string>>, string]>([
    ['plain http', { BASE_URL: 'http://fernhollow.internal' }, 'BASE_URL is not https'],
    ['no sender of its own', { MAIL_FROM: '' }, 'MAIL_FROM is an example'],
    ['a sender at .example', { MAIL_FROM: 'canary@clinic.example' }, 'MAIL_FROM is an example'],
    ['a sender at example.com', { MAIL_FROM: 'canary@Example.com' }, 'MAIL_FROM is an example'],
    ['no mail server', { SMTP_URL: '' }, 'SMTP_URL is the mail catcher, which delivers nothing'],
    [
      'the mail catcher under another name',
      { SMTP_URL: 'smtp://canary@localhost:1025' },
      'SMTP_URL is the mail catcher, which delivers nothing',
    ],
    ...['secret', 'Postgres', 'throughline', 'throughline_app', 'change%2Dme'].map(
      (password): [string, Partial<Record<keyof Config, string>>, string] => [
        `the password “${password}”`,
        { DATABASE_URL: withPassword(password) },
        'DATABASE_URL has a default password',
      ],
    ),
    [
      'a password that is the name',
      { DATABASE_URL: withPassword('fern', 'fern') },
      'DATABASE_URL has a default password',
    ],
    [
      'a default password for the queue',
      { QUEUE_DATABASE_URL: withPassword('secret') },
      'QUEUE_DATABASE_URL has a default password',
    ],
    ['no key file', { KEK_FILE: '/nowhere/canary' }, 'the file of KEK_FILE cannot be opened'],
    [
      'a key of zeros',
      { KEK_FILE: keyFile('zeros', Buffer.alloc(32)) },
      'KEK_FILE does not hold 32 random bytes',
    ],
    [
      'a key somebody typed',
      { KEK_FILE: keyFile('typed', Buffer.from('canary-canary-canary-canary-cana')) },
      'KEK_FILE does not hold 32 random bytes',
    ],
    [
      'a key that everybody may read',
      { KEK_FILE: keyFile('open', randomBytes(32), 0o644) },
      'everybody on this machine may open the file of KEK_FILE',
    ],
  ])('is refused in production with %s, and nowhere else', async (_, over, reason) => {
    const door = await doorOf(database.appUrl);
    await expect(checkBoot(config(over), door)).rejects.toThrow(new Error(`Not starting: ${reason}.`));
    await expect(checkBoot(config({ ...over, NODE_ENV: 'development' }), door)).resolves.toBeUndefined();
  });

  it.each([
    ['a queue that forgets', 'production', 'allkeys-lru', 'noeviction'],
    ['a queue that forgets some', 'production', 'volatile-ttl', 'noeviction'],
    ['a queue that keeps everything', 'production', 'noeviction', undefined],
    ['a queue in PostgreSQL', 'production', undefined, undefined],
    ['a queue that forgets, while developing', 'development', 'allkeys-lru', undefined],
  ])('is decided with %s', async (_, NODE_ENV, policy, refusal) => {
    const queues = { evictionPolicy: () => Promise.resolve(policy) } as Queues;
    const checked = checkQueue(config({ NODE_ENV }), queues);
    if (refusal) await expect(checked).rejects.toThrow(refusal);
    else await expect(checked).resolves.toBeUndefined();
  });

  it.each([
    ['that owns the tables', 'in role throughline_owner', 'owns tables'],
    ['above row-level security', 'bypassrls in role throughline_app', 'above row-level security'],
  ])('is refused in production with a role that may become one %s', async (_, rights, reason) => {
    // Roles belong to the whole server: those of the product stay as they are.
    const mark = randomBytes(4).toString('hex');
    const login = new URL(database.appUrl);
    Object.assign(login, { username: `boot_login_${mark}`, password: mark });
    await asAdmin(`create role boot_group_${mark} nologin ${rights}`);
    await asAdmin(`create role boot_login_${mark} login password '${mark}' in role boot_group_${mark}`);
    try {
      await expect(checkBoot(config(), await doorOf(login.href))).rejects.toThrow(reason);
    } finally {
      await asAdmin(`drop role boot_login_${mark}; drop role boot_group_${mark}`);
    }
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
    await asAdmin(
      `insert into schema_migrations (timestamp, name) values (${/\d{14}$/.exec(last!)![0]}, '${last!}')`,
    );
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
