import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Config } from '@app/platform/config/config.js';
import { Refused } from '@app/platform/errors/errors.js';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Global: an unsafe API call carries `X-Throughline: 1`, which another site's form or script cannot add, and
 * comes from our own origin when it says where it comes from. Client pages have their own nonce instead.
 */
@Injectable()
export class UnsafeCallGuard implements CanActivate {
  private readonly own: URL;

  constructor(config: Config) {
    this.own = new URL(config.BASE_URL);
  }

  canActivate(context: ExecutionContext): boolean {
    const { method, url, headers } = context.switchToHttp().getRequest<FastifyRequest>();
    if (SAFE.includes(method) || !url.startsWith('/api/')) return true;
    if (headers['x-throughline'] !== '1') throw new Refused('header-missing');
    const foreign = headers.origin !== undefined && !this.isOwn(headers.origin);
    if (foreign || headers['sec-fetch-site'] === 'cross-site') throw new Refused('origin-foreign');
    return true;
  }

  /** On a local machine the same server is reached by several names. */
  private isOwn(origin: string): boolean {
    if (origin === this.own.origin) return true;
    if (!URL.canParse(origin)) return false;
    const { protocol, hostname, port } = new URL(origin);
    const local = LOOPBACK.includes(hostname) && LOOPBACK.includes(this.own.hostname);
    return local && protocol === this.own.protocol && port === this.own.port;
  }
}
