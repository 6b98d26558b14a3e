import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Params, PinoLogger } from 'nestjs-pino';
import type { Config } from '@app/platform/config/config.js';

type Lines = Pick<PinoLogger<string>, 'info' | 'error'>;

const HEALTH = ['/livez', '/readyz'];

/** JSON lines; what a request writes comes from `logRequest` alone. */
export function requestLog({ LOG_LEVEL }: Config): Params {
  return {
    pinoHttp: { level: LOG_LEVEL, base: { process: 'api' }, autoLogging: false },
    // Its own request log would need telling what to leave out; ours names what goes in.
    forRoutes: [],
  };
}

/** One line an answer: ids, path, status, time. No body, no header, no query, no token. */
export function logRequest(logger: Lines, request: FastifyRequest, reply: FastifyReply): void {
  const path = loggedPath(request.url);
  if (HEALTH.includes(path)) return;
  const { statusCode: status } = reply;
  logger[status >= 500 ? 'error' : 'info']({
    msg: 'request',
    requestId: request.id,
    method: request.method,
    path,
    status,
    ms: Math.round(reply.elapsedTime),
  });
}

/** A path as it may be logged: without its query, and without what is long enough to be a token. */
export function loggedPath(url: string): string {
  const path = url.split('?', 1)[0]!;
  return path
    .split('/')
    .map((segment) => (segment.length >= 40 ? ':token' : segment))
    .join('/');
}
