import { Body, Controller, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { AppointmentCourseService } from '@app/course/appointment-course.service.js';
import { ClosingNoteCourseService } from '@app/course/closing-note-course.service.js';
import { AppointmentListView, AppointmentView } from '@app/sessions/appointment.view.js';
import { AppointmentsService } from '@app/sessions/appointments.service.js';
import { BringListView } from '@app/sessions/bring-list.view.js';
import { BringListsService } from '@app/sessions/bring-lists.service.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { ClientListQuery } from '../clients/client-list-query.dto.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { instantOf } from '../http/validators.js';
import {
  BookAppointmentDto,
  CancelAppointmentDto,
  MoveAppointmentDto,
  PutBringListDto,
  WriteClosingNoteDto,
} from './appointment.dto.js';

@Controller()
export class AppointmentsController {
  constructor(
    private readonly appointments: AppointmentsService,
    private readonly course: AppointmentCourseService,
    private readonly notes: ClosingNoteCourseService,
    private readonly bringLists: BringListsService,
  ) {}

  /** A client's appointments, newest first. */
  @Get('clients/:id/appointments')
  list(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Query() query: ClientListQuery,
  ): Promise<AppointmentListView> {
    return this.appointments.list(actor, id, query);
  }

  /** Books an appointment; the prompt of its eve follows. */
  @Post('clients/:id/appointments')
  @Roles('practitioner', 'coordinator')
  book(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() { startsAt, minutes, practitionerId }: BookAppointmentDto,
    @IdempotencyKey() key: string | undefined,
  ): Promise<AppointmentView> {
    const appointment = { startsAt: instantOf(startsAt), minutes, practitionerId };
    return this.course.bookAppointment(actor, id, appointment, key);
  }

  /** Moves an appointment, or changes its length or who holds it. */
  @Patch('appointments/:id')
  @Roles('practitioner', 'coordinator')
  move(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() { version, startsAt, minutes, practitionerId }: MoveAppointmentDto,
  ): Promise<AppointmentView> {
    const change = { version, minutes, practitionerId, startsAt: startsAt ? instantOf(startsAt) : undefined };
    return this.course.moveAppointment(actor, id, change);
  }

  /** Cancels an appointment; the prompt of its eve is withdrawn. */
  @Post('appointments/:id/cancellation')
  @Roles('practitioner', 'coordinator')
  cancel(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() { version }: CancelAppointmentDto,
  ): Promise<AppointmentView> {
    return this.course.cancelAppointment(actor, id, version);
  }

  /** Writes down where the call left off. Only who reads for the client may, and may read it. */
  @Put('appointments/:id/closing-note')
  @Roles('practitioner')
  writeClosingNote(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() body: WriteClosingNoteDto,
  ): Promise<AppointmentView> {
    return this.notes.writeClosingNote(actor, id, body);
  }

  /** What one means to bring to the call; nobody else sees it. */
  @Put('appointments/:id/bring-list')
  @Roles('practitioner')
  putBringList(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() body: PutBringListDto,
  ): Promise<BringListView> {
    return this.bringLists.put(actor, id, body);
  }
}
