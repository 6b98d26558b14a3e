import type { Temporal } from 'temporal-polyfill';
import type { Appointment } from './appointment.entity.js';

export class AppointmentView {
  id!: string;
  version!: number;
  clientId!: string;
  practitionerId!: string;
  practitionerName!: string;
  startsAt!: string;
  minutes!: number;
  status!: 'booked' | 'cancelled';
  /** Where the call left off; null for who does not read for this client. */
  closingNote!: string | null;
  closingNoteAt!: string | null;
}

export class AppointmentListView {
  items!: AppointmentView[];
  /** The id to ask on from (`after`); null at the end. */
  next!: string | null;
}

export interface OpenNote {
  text: string;
  writtenAt: Temporal.Instant;
}

export function appointmentView(
  row: Appointment,
  { practitionerName, note }: { practitionerName: string; note: OpenNote | undefined },
): AppointmentView {
  return {
    id: row.id,
    version: row.version,
    clientId: row.clientId,
    practitionerId: row.practitionerId,
    practitionerName,
    startsAt: row.startsAt.toString(),
    minutes: row.minutes,
    status: row.status,
    closingNote: note?.text ?? null,
    closingNoteAt: note?.writtenAt.toString() ?? null,
  };
}
