import { HttpException } from '@nestjs/common';
import { DomainError, TooManyTries } from '@app/platform/errors/errors.js';
import type { FieldError } from '@app/platform/errors/field-error.types.js';
import { QueueUnavailable } from '@app/platform/queues/queue-trouble.js';
import { wordField, wordProblem } from '@app/design/words/coded.js';
import type { ProblemView } from './problem.view.js';

/** What a caller is told about an error: a status, a code of the catalogue, fields. Never its own message. */
export interface Told {
  status: number;
  code: string;
  errors: readonly FieldError[];
  retryAfterSeconds?: number;
}

/** Codes of PostgreSQL and the network that mean "nobody there now"; the classes 08 and 53 wholly. */
const NOT_THERE =
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EPIPE|EAI_AGAIN|EHOSTUNREACH|08...|53...|57P0[123]|57014|3D000)$/;
const NOT_THERE_MESSAGE = /timeout exceeded when trying to connect|connection terminated|connection error/i;
/** unique_violation, foreign_key_violation, exclusion_violation, serialization_failure, deadlock_detected */
const CLASH = /^(23505|23503|23P01|40001|40P01)$/;
/** Values that the database cannot keep: bytes, dates and numbers out of range. */
const UNKEEPABLE = /^22/;
const BY_STATUS: Record<number, string> = {
  400: 'malformed',
  401: 'signed-out',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  414: 'too-large',
  415: 'unsupported-media',
  503: 'unavailable',
};

/** The one place where errors become answers. */
export function toldOf(error: unknown): Told {
  if (error instanceof DomainError) return toldOfDomain(error);
  if (error instanceof HttpException) return byStatus(error.getStatus());
  if (error instanceof QueueUnavailable) return byStatus(503);
  const { code, statusCode, message } = facts(error);
  if (NOT_THERE.test(code) || NOT_THERE_MESSAGE.test(message)) return byStatus(503);
  if (CLASH.test(code)) return { status: 409, code: 'conflict', errors: [] };
  if (UNKEEPABLE.test(code) && code.length === 5) return byStatus(400);
  return byStatus(statusCode);
}

/** The answer itself, worded. */
export function problemOf({ status, code, errors }: Told, requestId: string): ProblemView {
  return {
    type: `urn:throughline:problem:${code}`,
    title: wordProblem(code),
    status,
    requestId,
    errors: errors.map((each) => ({ ...each, message: wordField(each.code, each.params) })),
  };
}

function toldOfDomain(error: DomainError): Told {
  const { status, code, errors } = error;
  const wait = error instanceof TooManyTries ? { retryAfterSeconds: error.retryAfterSeconds } : {};
  return { status, code, errors, ...wait };
}

function byStatus(status: number): Told {
  const known = BY_STATUS[status];
  if (known) return { status, code: known, errors: [] };
  if (status >= 400 && status < 500) return { status, code: 'malformed', errors: [] };
  return { status: 500, code: 'internal', errors: [] };
}

/** Drivers and Fastify put their codes on the error; TypeORM keeps the driver's error inside its own. */
function facts(error: unknown): { code: string; statusCode: number; message: string } {
  if (!(error instanceof Error)) return { code: '', statusCode: 500, message: '' };
  const { code, statusCode, driverError } = error as Error & Partial<Record<string, unknown>>;
  const inner = (driverError as { code?: unknown } | undefined)?.code;
  const found = typeof inner === 'string' ? inner : code;
  return {
    code: typeof found === 'string' ? found : '',
    statusCode: typeof statusCode === 'number' ? statusCode : 500,
    message: error.message,
  };
}
