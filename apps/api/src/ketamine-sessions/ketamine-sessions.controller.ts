import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { SessionCourseService } from '@app/course/session-course.service.js';
import { KetamineSessionListView, KetamineSessionView } from '@app/sessions/ketamine-session.view.js';
import { SessionsService } from '@app/sessions/sessions.service.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { ClientListQuery } from '../clients/client-list-query.dto.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { heldTimeIfAny, heldTimeOf } from './held-time-of.js';
import {
  CancelKetamineSessionDto,
  CompleteKetamineSessionDto,
  MoveKetamineSessionDto,
  RecordKetamineSessionDto,
} from './ketamine-session.dto.js';

@Controller()
export class KetamineSessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly course: SessionCourseService,
  ) {}

  /** A client's ketamine sessions, newest first. */
  @Get('clients/:id/ketamine-sessions')
  list(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Query() query: ClientListQuery,
  ): Promise<KetamineSessionListView> {
    return this.sessions.list(actor, id, query);
  }

  /** Records a ketamine session, planned or completed; unsent prompts follow. */
  @Post('clients/:id/ketamine-sessions')
  @Roles('practitioner', 'coordinator')
  record(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() body: RecordKetamineSessionDto,
    @IdempotencyKey() key: string | undefined,
  ): Promise<KetamineSessionView> {
    const { route, setting, status, seriesId, locationId } = body;
    const session = { held: heldTimeOf(body), route, setting, status, seriesId, locationId };
    return this.course.recordSession(actor, id, session, key);
  }

  /** Moves a ketamine session, or corrects its route. */
  @Patch('ketamine-sessions/:id')
  @Roles('practitioner', 'coordinator')
  move(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() body: MoveKetamineSessionDto,
  ): Promise<KetamineSessionView> {
    const { version, route } = body;
    const held = route === undefined ? heldTimeOf(body) : heldTimeIfAny(body);
    return this.course.moveSession(actor, id, { version, held, route });
  }

  /** It happened. What depends on it may go out. */
  @Post('ketamine-sessions/:id/completion')
  @Roles('practitioner', 'coordinator')
  complete(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() body: CompleteKetamineSessionDto,
  ): Promise<KetamineSessionView> {
    return this.course.completeSession(actor, id, body.version);
  }

  /** It will not happen, or the client did not come. What followed from it is withdrawn. */
  @Post('ketamine-sessions/:id/cancellation')
  @Roles('practitioner', 'coordinator')
  cancel(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() body: CancelKetamineSessionDto,
  ): Promise<KetamineSessionView> {
    return this.course.cancelSession(actor, id, body);
  }
}
