import { Readable } from 'node:stream';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { StaffActor } from '@app/platform/actor.js';
import { AuditLogService } from '@app/clients/audit-log/audit-log.service.js';
import { AuditEventListView, AuditSealsView } from '@app/clients/audit-log/audit-log.view.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { StepUp } from '../auth/step-up.decorator.js';
import { AuditEventsQuery, AuditFilterQuery, auditFilter } from './audit.dto.js';

@Controller('audit-events')
@Roles('admin')
export class AuditController {
  constructor(private readonly log: AuditLogService) {}

  /** Who did or was refused what, newest first. Reading it is recorded too. */
  @Get()
  list(@By() actor: StaffActor, @Query() query: AuditEventsQuery): Promise<AuditEventListView> {
    return this.log.list(actor, auditFilter(query), query);
  }

  /** The same rows as a file for spreadsheets, the newest 100,000. The export is recorded too. */
  @Get('csv')
  @StepUp()
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async csv(
    @By() actor: StaffActor,
    @Query() query: AuditFilterQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    const pieces = await this.log.csv(actor, auditFilter(query));
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="audit-log.csv"');
    return Readable.from(pieces, { objectMode: false });
  }

  /** How far the log is sealed against change. */
  @Get('seals')
  seals(@By() actor: StaffActor): Promise<AuditSealsView> {
    return this.log.seals(actor);
  }
}
