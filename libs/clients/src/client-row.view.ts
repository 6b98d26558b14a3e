import { Temporal } from 'temporal-polyfill';
import { toInstant } from '@app/platform/database/instant.js';
import { dayNumberAt } from './client-clock.rules.js';
import type { Client } from './client.entity.js';
import type { ClientRowFacts } from './clients.queries.js';
import type { ClientStatus } from './client.types.js';

export class LastSessionView {
  heldAt!: string;
  /** Calendar days since, on the client's clock. */
  dayNumber!: number;
}

export class NextAppointmentView {
  id!: string;
  startsAt!: string;
}

export class ClientRowView {
  id!: string;
  name!: string;
  status!: ClientStatus;
  timeZone!: string;
  /** The latest completed ketamine session. */
  lastSession!: LastSessionView | null;
  nextAppointment!: NextAppointmentView | null;
  /** Reflections nobody has read; 0 for who is not on the care team. */
  newReflections!: number;
  lastReflectionAt!: string | null;
}

export class ClientListView {
  items!: ClientRowView[];
  /** The id to ask on from (`after`); null at the end. */
  next!: string | null;
}

/** A client's row with its name opened. */
export interface NamedClient {
  id: string;
  name: string;
  row: Client;
}

export function clientRowView(
  { name, row }: NamedClient,
  facts: ClientRowFacts,
  now: Temporal.Instant,
): ClientRowView {
  const heldAt = facts.last_held_at && toInstant(facts.last_held_at);
  return {
    id: row.id,
    name,
    status: row.status,
    timeZone: row.timeZone,
    lastSession: heldAt && {
      heldAt: heldAt.toString(),
      dayNumber: dayNumberAt(heldAt, now, row.timeZone),
    },
    nextAppointment:
      facts.appointment_id && facts.starts_at
        ? { id: facts.appointment_id, startsAt: toInstant(facts.starts_at).toString() }
        : null,
    newReflections: facts.new_reflections,
    lastReflectionAt: facts.last_reflection_at && toInstant(facts.last_reflection_at).toString(),
  };
}
