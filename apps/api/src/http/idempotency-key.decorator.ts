import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Invalid } from '@app/platform/errors/errors.js';

const VISIBLE_ASCII = /^[\x21-\x7e]{1,200}$/;

/** The `Idempotency-Key` header of a creating call; undefined without one. @throws Invalid when malformed */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const key = context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !VISIBLE_ASCII.test(key)) {
    throw new Invalid('Idempotency-Key', 'length', { min: 1, max: 200 });
  }
  return key;
});
