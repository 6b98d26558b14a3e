import { Temporal } from 'temporal-polyfill';
import type { Client } from 'pg';
import { newId } from '@app/platform/ids/ids.js';
import { promptTemplate } from '@app/plans/prompt-templates.data.js';
import { sealReflection } from '@app/reflections/reflection-body.js';
import { anAppointment } from '../../factories/appointment.factory.js';
import type { BenchHouse } from './house.js';
import type { Town } from './towns.js';

export const BRIEF_REFLECTIONS = 20;

/** About what people write on a phone: a few sentences. */
export const WORDS =
  'I keep coming back to the sound of the rain on the roof, and to how quiet the house was after it. ' +
  'On Tuesday I called my sister, which I had put off for weeks. It went better than I thought, and I slept. ' +
  'There was a heavy hour in the afternoon; I walked to the river and back and it got lighter on the way.';

/** The brief's client: a call two weeks ago, one ahead, twenty reflections between. Gives the appointment. */
export async function aBriefToRead(house: BenchHouse, admin: Client, town: Town): Promise<string> {
  const { clinic, practitioner } = town;
  const by = practitioner.actor;
  const clientId = town.clientIds[0]!;
  const past = await anAppointment(house, { by, clientId });
  const now = await house.db.now();
  const { id } = await anAppointment(house, { by, clientId, startsAt: now.add({ hours: 2 }) });
  await admin.query("update appointments set starts_at = app_now() - interval '14 days' where id = $1", [
    past.id,
  ]);
  const key = await house.db.inClinic(clinic.system, (tx) => house.keyring.client(tx, clientId));
  const { title, question, hint, checkIns, chips } = promptTemplate('keeps-coming-back', 1);
  for (let nth = 0; nth < BRIEF_REFLECTIONS; nth += 1) {
    const rowId = newId();
    const body = sealReflection(
      key,
      { clinicId: clinic.clinicId, rowId },
      {
        words: WORDS,
        checkIns: Object.fromEntries(checkIns.map((name, place) => [name, ((nth + place) % 5) + 1])),
        chips: chips.slice(0, nth % 3),
        question: { title, question, hint, checkIns, chips },
        nothing: false,
        browser: Buffer.alloc(32, nth).toString('base64'),
      },
    );
    const sentAt = now.subtract({ hours: 13 * 24 - nth * 15 });
    await admin.query(
      `insert into reflections (clinic_id, id, client_id, prompt_id, body_sealed, sent_at, version)
       values ($1, $2, $3, null, $4, $5, 1)`,
      [clinic.clinicId, rowId, clientId, body, sentAt.toString()],
    );
    if (nth % 2) await read(admin, { town, reflectionId: rowId, clientId, at: sentAt.add({ hours: 5 }) });
  }
  return id;
}

async function read(
  admin: Client,
  {
    town,
    reflectionId,
    clientId,
    at,
  }: { town: Town; reflectionId: string; clientId: string; at: Temporal.Instant },
): Promise<void> {
  await admin.query(
    `insert into readings (clinic_id, reflection_id, staff_member_id, client_id, read_at)
     values ($1, $2, $3, $4, $5)`,
    [town.clinic.clinicId, reflectionId, town.practitioner.staffMemberId, clientId, at.toString()],
  );
}
