import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { Config } from '@app/platform/config/config.js';

interface Service {
  image?: string;
  build?: { context: string; dockerfile?: string };
  command?: string[];
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  secrets?: string[];
  volumes?: string[];
}

interface Compose {
  services: Record<string, Service>;
  volumes?: Record<string, unknown>;
  secrets?: Record<string, unknown>;
}

const ROOT = resolve(__dirname, '../..');
/** Read by the step that makes roles and tables, and by the mail catcher; the product knows the others. */
const BESIDE = [
  'DATABASE_ADMIN_URL',
  'DATABASE_OWNER_URL',
  'MAIL_CATCHER_HOST',
  'MAIL_CATCHER_PORT',
  'MAIL_CATCHER_SMTP_PORT',
];

/** No container engine runs in the tests; what can be told without one is told here. */
describe('the production shape in docker-compose.yml', () => {
  const compose = parse(readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8'), { merge: true }) as Compose;
  const services = Object.entries(compose.services);
  const ours = services.filter(([, { image }]) => image === 'throughline');
  const envExample = readFileSync(join(ROOT, '.env.example'), 'utf8');

  it('has everything the product is made of', () => {
    expect(Object.keys(compose.services)).toEqual(
      expect.arrayContaining(['postgres', 'redis', 'pgbouncer', 'migrate', 'api', 'worker']),
    );
  });

  it.each(services)('%s names only services, secrets and folders that exist', (_, service) => {
    for (const name of Object.keys(service.depends_on ?? {})) expect(compose.services).toHaveProperty([name]);
    for (const name of service.secrets ?? []) expect(compose.secrets).toHaveProperty([name]);
    for (const volume of service.volumes ?? []) {
      const [from] = volume.split(':') as [string];
      if (!from.startsWith('.')) expect(compose.volumes).toHaveProperty([from]);
    }
    if (service.build) {
      const { context, dockerfile = 'Dockerfile' } = service.build;
      const file = dockerfile.includes('/') ? join(ROOT, dockerfile) : join(ROOT, context, dockerfile);
      expect(existsSync(file)).toBe(true);
    }
  });

  it.each(ours)(
    '%s is given settings that the product reads, each with its line in .env.example',
    (_, { environment }) => {
      const known = Object.keys(new Config());
      const optional = [
        'DATABASE_URL',
        'QUEUE_DATABASE_URL',
        'QUEUE_URL',
        'KEK_FILE',
        'WORKER_HEALTH_PORT',
        'TRUSTED_PROXIES',
      ];
      for (const key of Object.keys(environment ?? {})) {
        expect([...known, ...optional, ...BESIDE]).toContain(key);
        expect(envExample).toMatch(new RegExp(`^#?${key}=`, 'm'));
      }
    },
  );

  it.each(ours)('%s starts a program that the sources hold', (_, { command }) => {
    for (const [entry] of (command ?? []).join(' ').matchAll(/dist\/[\w/.-]+\.js/g)) {
      expect(existsSync(join(ROOT, entry.replace('dist/', '').replace(/\.js$/, '.ts')))).toBe(true);
    }
  });

  it('keeps the owner’s and the superuser’s passwords from API and worker', () => {
    for (const name of ['api', 'worker']) {
      const keys = Object.keys(compose.services[name]!.environment ?? {});
      expect(keys).not.toContain('DATABASE_OWNER_URL');
      expect(keys).not.toContain('DATABASE_ADMIN_URL');
    }
  });

  it('has a pooler that takes what the driver asks for when it connects, and keeps it', () => {
    const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
    const asked = read('libs/platform/src/platform.module.ts').matchAll(/\b(\w+_timeout): ([\d_]+)/g);
    const [[, name, limit]] = [...asked] as unknown as [[string, string, string]];
    expect(name).toBe('idle_in_transaction_session_timeout');
    const pooler = read('docker/pgbouncer/pgbouncer.ini');
    expect(pooler).toMatch(new RegExp(`^ignore_startup_parameters = .*\\b${name}\\b`, 'm'));
    const seconds = Number(limit.replaceAll('_', '')) / 1_000;
    expect(pooler).toMatch(new RegExp(`^idle_transaction_timeout = ${seconds}$`, 'm'));
  });

  it('never lets Redis drop a job when its memory is full', () => {
    expect(compose.services['redis']!.command).toEqual(
      expect.arrayContaining(['--maxmemory-policy', 'noeviction']),
    );
  });
});
