import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { StaffActor } from '@app/platform/actor.js';
import { type SafetyLogFilter, SafetyLogService } from '@app/safety/safety-log.service.js';
import { SafetyLogView } from '@app/safety/safety-log.view.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { StepUp } from '../auth/step-up.decorator.js';
import { instantOf } from '../http/validators.js';
import { SafetyLogQuery } from './safety-flag.dto.js';

/** What became of the clinic's flags: never why, never whose. */
@Controller()
@Roles('admin', 'practitioner')
export class SafetyLogController {
  constructor(private readonly log: SafetyLogService) {}

  /** Newest first, for admins and practitioners who stand on a roster. Reading it is recorded. */
  @Get('safety-log')
  read(@By() actor: StaffActor, @Query() query: SafetyLogQuery): Promise<SafetyLogView> {
    return this.log.read(actor, filterOf(query));
  }

  /** The same rows as a file for spreadsheets. The export is recorded too. */
  @Get('safety-log.csv')
  @StepUp()
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async csv(
    @By() actor: StaffActor,
    @Query() query: SafetyLogQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const csv = await this.log.csv(actor, filterOf(query));
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="safety-log.csv"');
    return csv;
  }
}

function filterOf({ from, to }: SafetyLogQuery): SafetyLogFilter {
  return {
    ...(from !== undefined && { from: instantOf(from) }),
    ...(to !== undefined && { to: instantOf(to) }),
  };
}
