import { Temporal } from 'temporal-polyfill';
import type { StaffActor } from '@app/platform/actor.js';
import type { NewAppointment } from '@app/course/appointment-course.service.js';
import type { AppointmentView } from '@app/sessions/appointment.view.js';
import type { CourseHouse } from './course-house.js';

export interface AppointmentWishes extends Partial<NewAppointment> {
  by: StaffActor;
  clientId: string;
}

/** A call of 50 minutes with who books it, three days ahead. */
export async function anAppointment(
  { db, appointments }: CourseHouse,
  { by, clientId, startsAt, ...wishes }: AppointmentWishes,
): Promise<AppointmentView> {
  const when: Temporal.Instant = startsAt ?? (await db.now()).add({ hours: 72 });
  return appointments.bookAppointment(by, clientId, { startsAt: when, minutes: 50, ...wishes });
}
