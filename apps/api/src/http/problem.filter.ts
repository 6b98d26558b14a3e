import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { reasonOf } from '@app/platform/queues/queue-trouble.js';
import { problemOf, toldOf } from './problem.js';

/** Answers every error as problem+json. What was unexpected goes to the log: where, not what it said. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problems');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const told = toldOf(error);
    if (told.status >= 500) this.logger.error(unexpected(error, request.id));
    if (reply.sent) return;
    if (told.retryAfterSeconds) void reply.header('retry-after', String(told.retryAfterSeconds));
    void reply
      .status(told.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(problemOf(told, request.id));
  }
}

/** Frames say where; the message of an error may quote what a person wrote. */
function unexpected(error: unknown, requestId: string) {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    msg: 'request failed',
    requestId,
    ...reasonOf(error),
    where: frames.slice(0, 8).map((f) => f.trim()),
  };
}
