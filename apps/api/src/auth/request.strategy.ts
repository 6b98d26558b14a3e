import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-strategy';

type Done = (error: Error | null, user?: object | null) => void;

/** passport's half of a strategy that asks `validate` who the request is from; null is a refusal. */
export class RequestStrategy extends Strategy {
  constructor(private readonly verify: (request: FastifyRequest, done: Done) => unknown) {
    super();
  }

  override authenticate(request: Parameters<Strategy['authenticate']>[0]): void {
    void this.verify(request as unknown as FastifyRequest, (error, user) => {
      if (error) this.error(error);
      else if (user) this.success(user);
      else this.fail(401);
    });
  }
}
