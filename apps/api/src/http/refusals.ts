import { Injectable, Logger } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AuditService } from '@app/audit/audit.service.js';
import { Database } from '@app/platform/database/database.js';
import { reasonOf } from '@app/platform/queues/queue-trouble.js';
import type { SignedInRequest } from '../auth/signed-in-request.js';

const REFUSALS = [403, 404];
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Writes to the audit log what somebody who is signed in was refused. In a transaction of its own after the
 * answer is sent: it delays no answer, changes none, and fails none. Who is signed out has no clinic whose log
 * it could stand in; the service log has those.
 */
@Injectable()
export class Refusals {
  private readonly logger = new Logger('Refusals');

  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
  ) {}

  /** Never rejects. */
  async record(request: SignedInRequest, { statusCode }: Pick<FastifyReply, 'statusCode'>): Promise<void> {
    const { user } = request;
    const pattern = request.routeOptions.url;
    // An address that no route of the API answers is nobody's data; nobody is looked up for it either.
    if (user?.kind !== 'staff' || !REFUSALS.includes(statusCode) || !pattern?.startsWith('/api/')) return;
    try {
      await this.db.inClinic(user, (tx) =>
        this.audit.record(tx, {
          action: 'request.refused',
          outcome: 'refused',
          operation: `${request.method} ${pattern}`,
          subjectType: 'route',
          subjectIds: idsIn(request.params),
          clientIds: [],
        }),
      );
    } catch (error) {
      this.logger.error({ msg: 'refusal not recorded', requestId: request.id, ...reasonOf(error) });
    }
  }
}

/** What else stands in an address was typed, and may be anything. */
function idsIn(params: unknown): string[] {
  const values = Object.values((params ?? {}) as Record<string, unknown>);
  return values.filter((value): value is string => typeof value === 'string' && UUID.test(value));
}
