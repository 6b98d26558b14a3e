import { Temporal } from 'temporal-polyfill';
import type { StaffActor } from '@app/platform/actor.js';
import type { NewKetamineSession } from '@app/course/session-course.service.js';
import type { KetamineSessionView } from '@app/sessions/ketamine-session.view.js';
import type { CourseHouse } from './course-house.js';

export interface KetamineSessionWishes extends Partial<Omit<NewKetamineSession, 'held'>> {
  by: StaffActor;
  clientId: string;
  /** A day ahead when absent; a day ago when completed. */
  heldAt?: Temporal.Instant;
}

/** A planned intramuscular session in the clinic. */
export async function aKetamineSession(
  { db, sessions }: CourseHouse,
  { by, clientId, heldAt, ...wishes }: KetamineSessionWishes,
): Promise<KetamineSessionView> {
  const hours = wishes.status === 'completed' ? -24 : 24;
  const held = { heldAt: heldAt ?? (await db.now()).add({ hours }) };
  return sessions.recordSession(by, clientId, { held, route: 'im', ...wishes });
}
