import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { StaffActor } from '@app/platform/actor.js';
import { ClientsService } from '@app/clients/clients.service.js';
import type { Tx } from '@app/platform/database/database.js';
import { Conflict, staleVersion, Unprocessable } from '@app/platform/errors/errors.js';
import { newId } from '@app/platform/ids/ids.js';
import { Appointment } from '@app/sessions/appointment.entity.js';
import type { AppointmentView } from '@app/sessions/appointment.view.js';
import { AppointmentsService } from '@app/sessions/appointments.service.js';
import { CourseCommands } from './course-commands.service.js';
import { mustBeWithinBounds } from './held-time.js';

export interface NewAppointment {
  startsAt: Temporal.Instant;
  /** 5 to 480. */
  minutes: number;
  /** Who holds the call; a practitioner who books it, when absent. On the client's care team. */
  practitionerId?: string;
}

interface AppointmentChange extends Partial<NewAppointment> {
  version: number;
}

/** Books, moves and cancels appointments; the evening before each of them follows at once. */
@Injectable()
export class AppointmentCourseService {
  constructor(
    private readonly commands: CourseCommands,
    private readonly appointments: AppointmentsService,
    private readonly clients: ClientsService,
  ) {}

  /** Throws NotFound, Invalid (date), Unprocessable (practitioner is not on the care team). */
  async bookAppointment(
    actor: StaffActor,
    clientId: string,
    appointment: NewAppointment,
    idempotencyKey?: string,
  ): Promise<AppointmentView> {
    return this.commands.add(actor, {
      clientId,
      idempotencyKey,
      route: 'appointments',
      body: appointment,
      subjectType: 'appointment',
      action: 'appointment.booked',
      add: (tx) => this.insert(tx, actor, clientId, appointment),
      view: async (tx, id) => this.appointments.view(tx, await this.appointments.one(tx, id)),
    });
  }

  /** Throws NotFound, Conflict (stale, cancelled), Invalid (date), Unprocessable (not on the care team). */
  async moveAppointment(
    actor: StaffActor,
    appointmentId: string,
    { version, startsAt, minutes, practitionerId }: AppointmentChange,
  ): Promise<AppointmentView> {
    return this.alter(actor, appointmentId, 'appointment.moved', async (tx, row) => {
      if (row.version !== version) throw staleVersion();
      if (row.status === 'cancelled') throw new Conflict('already-cancelled');
      if (practitionerId) await this.mustBeOnCareTeam(tx, row.clientId, practitionerId);
      await this.update(tx, row, {
        startsAt: startsAt ? mustBeWithinBounds('startsAt', startsAt, tx.now) : row.startsAt,
        minutes: minutes ?? row.minutes,
        practitionerId: practitionerId ?? row.practitionerId,
      });
    });
  }

  /** Cancelling twice is once. Throws NotFound, Conflict (stale). */
  async cancelAppointment(
    actor: StaffActor,
    appointmentId: string,
    version?: number,
  ): Promise<AppointmentView> {
    return this.alter(actor, appointmentId, 'appointment.cancelled', async (tx, row) => {
      if (row.status === 'cancelled') return;
      if (version !== undefined && row.version !== version) throw staleVersion();
      await this.update(tx, row, { status: 'cancelled' });
    });
  }

  private async alter(
    actor: StaffActor,
    id: string,
    action: string,
    alter: (tx: Tx, row: Appointment) => Promise<void>,
  ): Promise<AppointmentView> {
    return this.commands.alter(actor, {
      subjectType: 'appointment',
      action,
      find: (tx) => this.appointments.one(tx, id),
      alter,
      view: (tx, row) => this.appointments.view(tx, row),
    });
  }

  private async insert(
    tx: Tx,
    actor: StaffActor,
    clientId: string,
    { startsAt, minutes, practitionerId }: NewAppointment,
  ): Promise<string> {
    const holder = practitionerId ?? (actor.roles.includes('practitioner') ? actor.staffMemberId : undefined);
    if (!holder) throw practitionerTrouble('isNotEmpty');
    await this.mustBeOnCareTeam(tx, clientId, holder);
    const id = newId();
    await tx.manager.insert(Appointment, {
      clinicId: tx.actor.clinicId,
      id,
      clientId,
      practitionerId: holder,
      startsAt: mustBeWithinBounds('startsAt', startsAt, tx.now),
      minutes,
      status: 'booked',
      createdAt: tx.now,
      version: 1,
    });
    return id;
  }

  private async mustBeOnCareTeam(tx: Tx, clientId: string, staffMemberId: string): Promise<void> {
    const team = await this.clients.careTeam(tx, clientId);
    if (!team.some((one) => one.staffMemberId === staffMemberId)) throw practitionerTrouble('notOnCareTeam');
  }

  private async update(tx: Tx, row: Appointment, columns: Partial<Appointment>): Promise<void> {
    const where = { clinicId: row.clinicId, id: row.id, version: row.version };
    const { affected } = await tx.manager.update(Appointment, where, {
      ...columns,
      version: row.version + 1,
    });
    if (affected !== 1) throw staleVersion();
  }
}

function practitionerTrouble(code: string): Unprocessable {
  return new Unprocessable('invalid', [{ field: 'practitionerId', code, params: {} }]);
}
