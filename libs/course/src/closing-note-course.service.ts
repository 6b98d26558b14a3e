import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { Conflict, staleVersion } from '@app/platform/errors/errors.js';
import { Appointment } from '@app/sessions/appointment.entity.js';
import type { AppointmentView } from '@app/sessions/appointment.view.js';
import { AppointmentsService } from '@app/sessions/appointments.service.js';
import { ClosingNotesService } from '@app/sessions/closing-notes.service.js';
import { CourseCommands } from './course-commands.service.js';

/** Writes down where a call left off. */
@Injectable()
export class ClosingNoteCourseService {
  constructor(
    private readonly commands: CourseCommands,
    private readonly appointments: AppointmentsService,
    private readonly notes: ClosingNotesService,
  ) {}

  /**
   * Throws NotFound (also for who may see the appointment but does not read for the client), Conflict
   * (stale, cancelled).
   */
  async writeClosingNote(
    actor: StaffActor,
    appointmentId: string,
    { version, text }: { version: number; text: string },
  ): Promise<AppointmentView> {
    return this.commands.alter(actor, {
      subjectType: 'appointment',
      action: 'closing-note.written',
      reschedules: false,
      find: (tx) => this.appointments.one(tx, appointmentId),
      alter: async (tx, row) => {
        await this.notes.write(tx, actor, row, text);
        if (row.status === 'cancelled') throw new Conflict('already-cancelled');
        const where = { clinicId: row.clinicId, id: row.id, version };
        const { affected } = await tx.manager.update(Appointment, where, { version: version + 1 });
        if (affected !== 1) throw staleVersion();
      },
      view: (tx, row) => this.appointments.view(tx, row),
    });
  }
}
