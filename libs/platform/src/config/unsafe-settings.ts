import { weaknessesOf } from '../encryption/weak-key.js';
import { Config } from './config.js';

/** Passwords that stand in examples, and that people put where a password is asked for. */
const DEFAULT_PASSWORDS = ['secret', 'password', 'pass', 'postgres', 'throughline', 'changeme', 'change-me'];
const DATABASES = ['DATABASE_URL', 'QUEUE_DATABASE_URL'] as const;
const EXAMPLES = /example|secret|password|change-?me|throughline/i;
/** Nobody owns these (RFC 2606, RFC 6761): an answer to such an address reaches nobody. */
const NOBODYS = /(^|\.)(example|example\.(com|net|org)|invalid|test|localhost)$/i;
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Settings that are good for a look at the product and dangerous in production. Names keys, never values. */
export function unsafeSettings(config: Config): string[] {
  const wrong: string[] = [];
  if (!config.BASE_URL.startsWith('https://')) wrong.push('BASE_URL is not https');
  for (const key of DATABASES) {
    if (config[key] !== undefined && hasDefaultPassword(config[key]))
      wrong.push(`${key} has a default password`);
  }
  if (NOBODYS.test(config.MAIL_FROM.split('@').at(-1)!)) wrong.push('MAIL_FROM is an example');
  if (config.MAIL_BOUNCES && NOBODYS.test(config.MAIL_BOUNCES.split('@').at(-1)!))
    wrong.push('MAIL_BOUNCES is an example');
  if (config.MAIL_HOOK_SECRET !== undefined && isExample(config.MAIL_HOOK_SECRET))
    wrong.push('MAIL_HOOK_SECRET is an example');
  if (config.WEBHOOKS_TO_PRIVATE_ADDRESSES === 'allowed')
    wrong.push('WEBHOOKS_TO_PRIVATE_ADDRESSES lets webhooks into the network');
  if (isMailCatcher(config.SMTP_URL)) wrong.push('SMTP_URL is the mail catcher, which delivers nothing');
  return [...wrong, ...keyFileTroubles(config.KEK_FILE)];
}

/** Also the name of the role, whatever it is. A URL without a password leaves that to the server. */
function hasDefaultPassword(databaseUrl: string): boolean {
  if (!URL.canParse(databaseUrl)) return false;
  const { username, password } = new URL(databaseUrl);
  if (password === '') return false;
  const given = decodeURIComponent(password).toLowerCase();
  return DEFAULT_PASSWORDS.includes(given) || given === decodeURIComponent(username).toLowerCase();
}

/** As it stands in `.env.example`, or the like: a phrase, or one sign again and again, is no secret. */
function isExample(secret: string): boolean {
  return EXAMPLES.test(secret) || new Set(secret).size < 8;
}

/** What holds when SMTP_URL is absent, under any name of this machine. */
function isMailCatcher(smtpUrl: string): boolean {
  if (!URL.canParse(smtpUrl)) return false;
  const { hostname, port } = new URL(smtpUrl);
  return LOOPBACK.test(hostname) && port === new URL(new Config().SMTP_URL).port;
}

function keyFileTroubles(file: string): string[] {
  try {
    return weaknessesOf(file);
  } catch {
    return ['the file of KEK_FILE cannot be opened'];
  }
}
