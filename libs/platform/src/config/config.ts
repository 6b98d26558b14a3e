import { isIP } from 'node:net';
import { plainToInstance, Transform } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
  ValidateBy,
  validateSync,
} from 'class-validator';

const POSTGRES = /^postgres(ql)?:\/\/.+/;

/** Everything a process reads from its environment, validated once at boot. See `.env.example`. */
export class Config {
  @IsIn(['development', 'test', 'production'])
  NODE_ENV: 'development' | 'test' | 'production' = 'development';

  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(1)
  @Max(65_535)
  PORT = 3000;

  @IsString()
  @IsNotEmpty()
  HOST = '127.0.0.1';

  /** Where people reach the API; every link in an e-mail begins with it. */
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  BASE_URL = 'http://127.0.0.1:3000';

  /**
   * Addresses and ranges (CIDR) of the proxies before the API. What they say in X-Forwarded-For about where a
   * request comes from is believed; nobody else's word is. Empty: no proxy.
   */
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.split(',').map((one) => one.trim()) : value,
  )
  @ValidateBy({ name: 'areAddresses', validator: { validate: areAddresses } })
  TRUSTED_PROXIES: string[] = [];

  @Matches(POSTGRES)
  DATABASE_URL!: string;

  /** For the queue's LISTEN connection, which cannot go through a pooler. */
  @IsOptional()
  @Matches(POSTGRES)
  QUEUE_DATABASE_URL?: string;

  /** Absent: the queue lives in PostgreSQL. */
  @IsOptional()
  @Matches(/^rediss?:\/\/.+/)
  QUEUE_URL?: string;

  @Matches(/^smtps?:\/\/.+/)
  SMTP_URL = 'smtp://127.0.0.1:1025';

  /** Address in From of every e-mail; the clinic's short name stands before it. */
  @Matches(/^[^\s@<>"]+@[^\s@<>"]+$/)
  MAIL_FROM = 'hello@throughline.example';

  /** Where mail servers tell of mails that came back: `bounces@` a domain. Absent: at the domain of MAIL_FROM. */
  @IsOptional()
  @Matches(/^bounces@[^\s@<>"]+$/)
  MAIL_BOUNCES?: string;

  /** Proves that a report comes from our own mail server; absent: none are taken. */
  @IsOptional()
  @IsString()
  @MinLength(24)
  MAIL_HOOK_SECRET?: string;

  /** Mails handed over in a minute for one domain of recipients, over all workers. */
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(1)
  @Max(100_000)
  MAIL_PER_PROVIDER_PER_MINUTE = 300;

  /** Whether a clinic's webhook may lead to this machine or its network: for a look at the product, never else. */
  @IsIn(['refused', 'allowed'])
  WEBHOOKS_TO_PRIVATE_ADDRESSES: 'refused' | 'allowed' = 'refused';

  @IsString()
  @IsNotEmpty()
  KEK_FILE!: string;

  @IsString()
  @IsNotEmpty()
  DATA_DIR = '.data';

  /** Whether anybody with an e-mail address may start a clinic. */
  @IsIn(['open', 'closed'])
  CLINIC_SIGN_UP: 'open' | 'closed' = 'open';

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
  LOG_LEVEL = 'info';

  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(1)
  @Max(200)
  DATABASE_POOL = 10;

  /** How often the worker asks what is due, in seconds. */
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(1)
  @Max(300)
  SWEEP_SECONDS = 15;

  @IsOptional()
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(1)
  @Max(65_535)
  WORKER_HEALTH_PORT?: number;

  /** Address that `/metrics` of API and worker bind to. Never one that the world reaches. */
  @IsString()
  @IsNotEmpty()
  METRICS_HOST = '127.0.0.1';

  /** Port of the API's `/metrics`; absent: it has none. */
  @IsOptional()
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(1)
  @Max(65_535)
  METRICS_PORT?: number;

  /** Port of the worker's `/metrics`; absent: it has none. */
  @IsOptional()
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(1)
  @Max(65_535)
  WORKER_METRICS_PORT?: number;

  /** Where holes in the service are reported (RFC 9116): a `mailto:` or `https:` address. */
  @IsOptional()
  @Matches(/^(mailto:[^\s@<>"]+@[^\s@<>"]+|https:\/\/[^\s<>"]+)$/)
  SECURITY_CONTACT?: string;
}

/** IPv4 and IPv6 addresses, each alone or as a range. A range of everything would believe everybody. */
function areAddresses(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string' && isAddressOrRange(one));
}

function isAddressOrRange(text: string): boolean {
  const [, address, bits] = /^([\da-fA-F.:]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const version = address ? isIP(address) : 0;
  if (version === 0) return false;
  return bits === undefined || (Number(bits) >= 1 && Number(bits) <= (version === 4 ? 32 : 128));
}

/** Reads the environment. Throws naming the keys that are wrong, never their values. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const known = Object.keys(plainToInstance(Config, {}, { exposeDefaultValues: true }));
  const optional = [
    'DATABASE_URL',
    'QUEUE_DATABASE_URL',
    'QUEUE_URL',
    'KEK_FILE',
    'MAIL_BOUNCES',
    'MAIL_HOOK_SECRET',
    'WORKER_HEALTH_PORT',
    'METRICS_PORT',
    'WORKER_METRICS_PORT',
    'SECURITY_CONTACT',
  ];
  const given = Object.fromEntries(
    [...new Set([...known, ...optional])]
      .filter((key) => env[key] !== undefined && env[key] !== '')
      .map((key) => [key, env[key]]),
  );
  const config = plainToInstance(Config, given, { exposeDefaultValues: true });
  const keys = validateSync(config, { validationError: { target: false, value: false } }).map(
    (error) => error.property,
  );
  if (keys.length > 0) throw new Error(`These settings are missing or wrong: ${keys.join(', ')}.`);
  return config;
}
