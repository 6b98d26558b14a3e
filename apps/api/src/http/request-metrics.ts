import type { FastifyReply, FastifyRequest } from 'fastify';
import { requestSeconds } from '@app/platform/metrics/metrics.js';

const HEALTH = ['/livez', '/readyz'];

/** Counts an answer by the pattern of its route; whatever no route took is one of `:unknown`. */
export function measureRequest(request: FastifyRequest, reply: FastifyReply): void {
  const pattern = request.routeOptions.url;
  const route = request.is404 || !pattern || pattern.endsWith('*') ? ':unknown' : pattern;
  if (HEALTH.includes(route)) return;
  requestSeconds.observe(
    { method: request.method, route, status: String(reply.statusCode) },
    reply.elapsedTime / 1_000,
  );
}
