import { Temporal } from 'temporal-polyfill';
import type { AgreedSign } from '@app/prompts/asked-extras.js';
import type { PromptHouse } from '@app/prompts/prompts.test-support.js';
import { EarlySignsService } from '@app/threads/early-signs.service.js';
import { anAppointment } from '../factories/appointment.factory.js';
import { aClient } from '../factories/client.factory.js';
import { GOLDEN_ZONE, instantOn } from './golden-clock.js';
import type { GoldenCourse } from './golden.types.js';
import { aGoldenPlan } from './lived-prompts.js';
import { eventsOf } from './pure-course.js';
import { Life } from './life.js';

const BEGIN = -30;
const SIGNS = ['The dishes stand.', 'I stop calling back.', 'I skip lunch.'];

/** A course once it has been lived: its client, the call it is read before, and the real ids of its reflections. */
export interface LivedCourse {
  clientId: string;
  appointmentId: string;
  /** By the name it has in the course. */
  ids: ReadonlyMap<string, string>;
}

/** Lives a course from its first day to the noon its brief is read, through the services that clients and staff use. */
export async function live(at: PromptHouse, course: GoldenCourse): Promise<LivedCourse> {
  await at.clock.set(instantOn(BEGIN, '09:00'));
  const by = at.maren;
  const { id: clientId } = await aClient(at.house, { by, timeZone: GOLDEN_ZONE });
  const life = new Life(at, await aGoldenPlan(at, clientId), await agreeOnSigns(at, clientId));
  for (const { day, at: time } of eventsOf(course, 'call')) {
    await anAppointment(at.house, { by, clientId, startsAt: instantOn(day, time) });
  }
  const startsAt = instantOn(course.readOn, '15:00');
  const { id: appointmentId } = await anAppointment(at.house, { by, clientId, startsAt });
  const readAt = instantOn(course.readOn, '12:00');
  const moments = course.events
    .flatMap((event) => life.momentsOf(event))
    .filter((moment) => Temporal.Instant.compare(moment.at, readAt) <= 0)
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at));
  for (const moment of moments) {
    await at.clock.set(moment.at.add({ seconds: 1 }));
    await moment.act();
  }
  await toTheMinute(at, clientId);
  // The clock ticks on while the brief is read.
  await at.clock.set(readAt.subtract({ seconds: 30 }));
  return { clientId, appointmentId, ids: life.ids };
}

/** A course is written to the minute, and an edge lies on one; the clock went on ticking while it was lived. */
async function toTheMinute(at: PromptHouse, clientId: string): Promise<void> {
  for (const [table, column] of [
    ['reflections', 'sent_at'],
    ['measure_results', 'completed_at'],
    ['prompts', 'closed_at'],
  ]) {
    const minute = `date_trunc('minute', ${column})`;
    await at.rows(`update ${table} set ${column} = ${minute} where client_id = $1`, [clientId]);
  }
}

async function agreeOnSigns(at: PromptHouse, clientId: string): Promise<AgreedSign[]> {
  const agreed: AgreedSign[] = [];
  for (const words of SIGNS) {
    agreed.push({ id: (await at.get(EarlySignsService).agree(at.maren, clientId, { words })).id, words });
  }
  return agreed;
}
