import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from './config.js';
import { unsafeSettings } from './unsafe-settings.js';

const ROOT = join(__dirname, '../../../..');
const enough = { DATABASE_URL: 'postgres://app@db/throughline', KEK_FILE: '/nowhere/kek' };
const troublesOf = (over: Record<string, string>) => unsafeSettings(readConfig({ ...enough, ...over }));

describe('what stands in examples', () => {
  const files = ['.env.example', 'docker-compose.yml', 'README.md', 'docs/OPERATIONS.md', 'CONTRIBUTING.md'];
  const text = files.map((file) => readFileSync(join(ROOT, file), 'utf8')).join('\n');
  /** Without those that compose fills in. */
  const urls = [...new Set(text.match(/postgres(?:ql)?:\/\/[^\s:/]+:[^\s@$]+@[^\s`'"]+/g))];

  it('are addresses of databases with a password, or nothing would be looked at here', () => {
    expect(urls.length).toBeGreaterThan(0);
  });

  it.each(urls)('is not taken for production: %s', (url) => {
    expect(troublesOf({ DATABASE_URL: url })).toContain('DATABASE_URL has a default password');
    expect(troublesOf({ QUEUE_DATABASE_URL: url })).toContain('QUEUE_DATABASE_URL has a default password');
  });

  it('is not what a process has that was told nothing', () => {
    expect(troublesOf({})).toEqual([
      'BASE_URL is not https',
      'MAIL_FROM is an example',
      'SMTP_URL is the mail catcher, which delivers nothing',
      'the file of KEK_FILE cannot be opened',
    ]);
  });

  it.each([
    'hello@fernhollow-example.internal',
    'hello@example.fernhollow.internal',
    'hello@contest.internal',
  ])('is not every address that looks a little like it: %s', (MAIL_FROM) => {
    expect(troublesOf({ MAIL_FROM })).not.toContain('MAIL_FROM is an example');
  });

  it('is not the secret of reports, nor their address', () => {
    const { MAIL_HOOK_SECRET, MAIL_BOUNCES } = Object.fromEntries(
      [...text.matchAll(/^#?(MAIL_HOOK_SECRET|MAIL_BOUNCES)=(.+)$/gm)].map(([, key, value]) => [key, value]),
    ) as Record<string, string>;
    expect(troublesOf({ MAIL_HOOK_SECRET: MAIL_HOOK_SECRET! })).toContain('MAIL_HOOK_SECRET is an example');
    expect(troublesOf({ MAIL_BOUNCES: MAIL_BOUNCES! })).toContain('MAIL_BOUNCES is an example');
    const good = {
      MAIL_HOOK_SECRET: 'b1946ac92492d2347c6235b4d2611184',
      MAIL_BOUNCES: 'bounces@fernhollow.internal',
    };
    expect(troublesOf(good).join()).not.toMatch(/HOOK|BOUNCES/);
    expect(troublesOf({ MAIL_HOOK_SECRET: 'x'.repeat(40) })).toContain('MAIL_HOOK_SECRET is an example');
  });

  it.each(['smtp://127.0.0.1:25', 'smtp://mail.fernhollow.internal:1025', 'smtps://[::1]:465'])(
    'is not every mail server that is near: %s',
    (SMTP_URL) => {
      expect(troublesOf({ SMTP_URL }).join()).not.toContain('SMTP_URL');
    },
  );
});
