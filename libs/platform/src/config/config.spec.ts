import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from './config.js';

const CANARY = 'hunter2-canary';
const enough = { DATABASE_URL: 'postgres://app:secret@db/throughline', KEK_FILE: '/run/kek' };

describe('the configuration', () => {
  it('needs a database and a key file, and has a default for everything else', () => {
    expect(readConfig(enough)).toMatchObject({
      PORT: 3000,
      SWEEP_SECONDS: 15,
      LOG_LEVEL: 'info',
      NODE_ENV: 'development',
    });
    expect(readConfig({ ...enough, PORT: '8080', QUEUE_URL: '' })).toMatchObject({ PORT: 8080 });
    expect(() => readConfig({})).toThrow('DATABASE_URL, KEK_FILE');
  });

  it.each<[string, string]>([
    ['NODE_ENV', CANARY],
    ['PORT', CANARY],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['BASE_URL', CANARY],
    ['BASE_URL', `ftp://${CANARY}`],
    ['DATABASE_URL', `mysql://${CANARY}`],
    ['QUEUE_DATABASE_URL', CANARY],
    ['QUEUE_URL', `http://${CANARY}`],
    ['SMTP_URL', CANARY],
    ['MAIL_FROM', CANARY],
    ['MAIL_FROM', `Clinic <${CANARY}@x.example>`],
    ['LOG_LEVEL', CANARY],
    ['CLINIC_SIGN_UP', CANARY],
    ['DATABASE_POOL', '0'],
    ['DATABASE_POOL', `1${CANARY}`],
    ['SWEEP_SECONDS', '301'],
    ['WORKER_HEALTH_PORT', CANARY],
    ['METRICS_PORT', CANARY],
    ['WORKER_METRICS_PORT', '0'],
    ['SECURITY_CONTACT', CANARY],
    ['SECURITY_CONTACT', `http://${CANARY}.example`],
    ['SECURITY_CONTACT', `mailto:a@${CANARY}\nContact: x`],
    ['TRUSTED_PROXIES', CANARY],
    ['TRUSTED_PROXIES', `10.0.0.1,${CANARY}`],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', '0.0.0.0/0'],
    ['TRUSTED_PROXIES', 'fd00::/129'],
    ['TRUSTED_PROXIES', 'true'],
  ])('names %s when it is wrong, and never its value', (key, value) => {
    const secret = { ...enough, DATABASE_URL: `postgres://app:${CANARY}@db/x` };
    let message = '';
    try {
      readConfig({ ...secret, [key]: value });
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toBe(`These settings are missing or wrong: ${key}.`);
  });

  it('trusts no proxy unless one is named, by address or by range', () => {
    expect(readConfig(enough).TRUSTED_PROXIES).toEqual([]);
    expect(
      readConfig({ ...enough, TRUSTED_PROXIES: '172.30.87.1, 10.0.0.0/8,fd00::/8' }).TRUSTED_PROXIES,
    ).toEqual(['172.30.87.1', '10.0.0.0/8', 'fd00::/8']);
  });

  it('names every wrong key at once', () => {
    expect(() => readConfig({ ...enough, PORT: 'x', SMTP_URL: 'y' })).toThrow('PORT, SMTP_URL');
  });

  it('reads nothing else of the environment', () => {
    expect(JSON.stringify(readConfig({ ...enough, HOME: CANARY, constructor: CANARY }))).not.toContain(
      CANARY,
    );
  });

  it('is complete in .env.example', () => {
    const example = readFileSync(join(__dirname, '../../../../.env.example'), 'utf8');
    const known = Object.keys(
      readConfig({
        ...enough,
        QUEUE_DATABASE_URL: 'postgres://x',
        QUEUE_URL: 'redis://x',
        WORKER_HEALTH_PORT: '9000',
        METRICS_PORT: '9001',
        WORKER_METRICS_PORT: '9002',
        SECURITY_CONTACT: 'mailto:security@fernhollow.example',
      }),
    );
    expect(known.filter((key) => !new RegExp(`^#? ?${key}=`, 'm').test(example))).toEqual([]);
  });
});
