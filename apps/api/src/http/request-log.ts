import type { Params } from 'nestjs-pino';
import type { Config } from '@app/platform/config/config.js';

/** JSON lines with ids: no body, no header, no query, no token. */
export function requestLog({ LOG_LEVEL }: Config): Params {
  return {
    pinoHttp: {
      level: LOG_LEVEL,
      base: { process: 'api' },
      genReqId: (request) => request.id,
      serializers: {
        req: ({ id, method, url }: { id: string; method: string; url: string }) => ({
          id,
          method,
          path: loggedPath(url),
        }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
        // The error itself is told by the problem filter; its message may quote input.
        err: () => undefined,
      },
      autoLogging: { ignore: ({ url }) => url === '/livez' || url === '/readyz' },
      customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'error' : 'info'),
    },
  };
}

/** A path as it may be logged: without its query, and without what looks like a token (43 characters of base64url). */
export function loggedPath(url: string): string {
  const path = url.split('?', 1)[0]!;
  const segments = path.split('/').map((segment) => (segment.length >= 40 ? ':token' : segment));
  return segments.join('/');
}
