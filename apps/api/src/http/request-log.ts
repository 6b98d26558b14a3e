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
  const path = loggedPath(request.is404 ? undefined : request.routeOptions.url, request.params);
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

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * A path as it may be logged: the route's own pattern, with parameters that are ids. Anything else in an
 * address was typed or is a token, and is left out.
 * @param pattern e.g. `/api/clients/:id`; undefined when no route took the request
 */
export function loggedPath(pattern: string | undefined, params: unknown): string {
  if (!pattern || pattern.endsWith('*')) return ':unknown';
  const given = (params ?? {}) as Record<string, unknown>;
  return pattern.replace(/:(\w+)/g, (name, key: string) => {
    const value = given[key];
    return typeof value === 'string' && UUID.test(value) ? value : name;
  });
}
