import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { NotFound } from '@app/platform/errors/errors.js';
import { isStorable } from './input-text.rules.js';
import { Malformed, UnreadableBody, UnsupportedMedia } from './malformed.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Global, the last guard: an id that cannot be one does not exist (404, before anything is said about the
 * body); then text that cannot be stored, and bodies that cannot be read.
 */
@Injectable()
export class RequestInputGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { params, query, body, headers, url } = context.switchToHttp().getRequest<FastifyRequest>();
    if (!isStorable(params)) throw new Malformed('malformed');
    const isApi = url.startsWith('/api/');
    if (isApi) refuseImpossibleIds(params as Record<string, string>);
    if (!isStorable(query) || body instanceof UnreadableBody || !isStorable(body)) {
      throw new Malformed('malformed');
    }
    if (!isApi || body === undefined) return true;
    if (!headers['content-type']?.startsWith('application/json')) throw new UnsupportedMedia();
    if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Malformed('malformed');
    return true;
  }
}

function refuseImpossibleIds(params: Record<string, string>): void {
  for (const [name, value] of Object.entries(params)) {
    if ((name === 'id' || name.endsWith('Id')) && !UUID.test(value)) throw new NotFound('id');
  }
}
