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

  @IsString()
  @IsNotEmpty()
  KEK_FILE!: string;

  @IsString()
  @IsNotEmpty()
  DATA_DIR = '.data';

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
}

/** Reads the environment. Throws naming the keys that are wrong, never their values. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const known = Object.keys(plainToInstance(Config, {}, { exposeDefaultValues: true }));
  const optional = ['DATABASE_URL', 'QUEUE_DATABASE_URL', 'QUEUE_URL', 'KEK_FILE', 'WORKER_HEALTH_PORT'];
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
