import type { StaffActor } from '@app/platform/actor.js';
import { newId } from '@app/platform/ids/ids.js';
import { promptTemplate } from '@app/plans/prompt-templates.data.js';
import { sealReflection } from '@app/reflections/reflection-body.js';
import { CallRequestsService } from '@app/safety/call-requests.service.js';
import { anAppointment } from '../factories/appointment.factory.js';
import { aClient } from '../factories/client.factory.js';
import type { MadeClinic } from '../factories/clinic.factory.js';
import { courseHouseOf } from '../factories/course-house.js';
import { aKetamineSession } from '../factories/ketamine-session.factory.js';
import { aPlan } from '../factories/plan.factory.js';
import type { RunningApi } from '../support/api/running-api.js';

/** A client with a session, a call, a plan, something sent, and a flag. Gives the ids by the part of the path. */
export async function thingsOfClient(api: RunningApi, by: StaffActor, { clinicId, system }: MadeClinic) {
  const house = { ...courseHouseOf(api.app), ...api.house };
  const client = await aClient(house, { by });
  // Far enough ahead that its first prompts wait for nothing but their time.
  const heldAt = (await house.db.now()).add({ hours: 24 * 9 });
  const session = await aKetamineSession(house, { by, clientId: client.id, heldAt });
  const call = await anAppointment(house, { by, clientId: client.id });
  const plan = await aPlan(house, { by, clientId: client.id });
  const reflectionId = newId();
  await house.db.inClinic({ kind: 'client', clinicId, clientId: client.id }, async (tx) => {
    const key = await house.keyring.client(tx, client.id);
    const { title, question, hint, checkIns, chips } = promptTemplate('keeps-coming-back', 1);
    const body = sealReflection(
      key,
      { clinicId, rowId: reflectionId },
      {
        words: 'A field.',
        checkIns: {},
        chips: [],
        question: { title, question, hint, checkIns, chips },
        nothing: false,
        browser: '',
      },
    );
    await tx.query(
      'insert into reflections (clinic_id, id, client_id, body_sealed, sent_at, version) values ($1, $2, $3, $4, app_now(), 1)',
      [clinicId, reflectionId, client.id, body],
    );
    await api.app
      .get(CallRequestsService, { strict: false })
      .raise(tx, { clientId: client.id, promptId: null });
  });
  return house.db.inClinic(system, async (tx) => {
    const one = async (sql: string) => (await tx.query<{ id: string }>(sql, [clinicId, client.id]))[0]!.id;
    return {
      clients: client.id,
      'ketamine-sessions': session.id,
      appointments: call.id,
      prompts: await one(
        `select id from prompts where clinic_id = $1 and client_id = $2 and status = 'scheduled'
           and needs_session_id is null order by send_at limit 1`,
      ),
      plans: plan.id,
      reflections: reflectionId,
      'delivery-events': await one(
        `insert into delivery_events (clinic_id, id, client_id, mailing_id, kind, at)
         select clinic_id, gen_random_uuid(), client_id, id, 'delayed', app_now() from mailings
         where clinic_id = $1 and client_id = $2 limit 1 returning id`,
      ),
      'safety-flags': await one('select id from safety_flags where clinic_id = $1 and client_id = $2'),
      seriesId: session.seriesId,
    };
  });
}
