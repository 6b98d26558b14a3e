import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { insert } from './insert-row.js';

interface Of {
  clinicId: string;
  clientId: string;
  /** Who reads the client's words, and is told. */
  practitionerId: string;
}

const HOUR_MS = 3_600_000;
const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR_MS).toISOString();

/** A client's flag that waits too long, who is told, what became of it, one that is closed; a safety plan. */
export async function fillSafety(admin: Client, { clinicId, clientId, practitionerId }: Of): Promise<void> {
  const own = { clinic_id: clinicId, client_id: clientId };
  const flag = randomUUID();
  const aFlag = { ...own, colour: 'red', lane: 'psychological', raised_at: hoursAgo(2), version: 1 };
  const rows: [string, Record<string, unknown>][] = [
    ['safety_flags', { ...aFlag, id: flag, kind: 'call-me', escalate_at: hoursAgo(1) }],
    // Not to be known by who keeps the calendar.
    [
      'safety_flags',
      {
        ...aFlag,
        id: randomUUID(),
        kind: 'item-9',
        closed_at: hoursAgo(1),
        disposition_sealed: Buffer.from('sealed'),
      },
    ],
    [
      'safety_notices',
      {
        ...own,
        id: randomUUID(),
        flag_id: flag,
        staff_member_id: practitionerId,
        channel: 'email',
        reason: 'raised',
        round: 1,
        status: 'scheduled',
        send_at: hoursAgo(1),
        message_id: '<m>',
        attempts: 0,
      },
    ],
    [
      'safety_events',
      {
        clinic_id: clinicId,
        id: randomUUID(),
        flag_id: flag,
        lane: 'psychological',
        colour: 'red',
        kind: 'raised',
        at: hoursAgo(2),
      },
    ],
    ['safety_plans', { ...own, id: randomUUID(), made_by: practitionerId, made_at: hoursAgo(1) }],
  ];
  for (const [table, row] of rows) await insert(admin, table, row);
}
