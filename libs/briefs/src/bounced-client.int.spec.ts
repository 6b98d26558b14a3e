import type { StaffActor } from '@app/platform/actor.js';
import { complaint } from '@app/platform/mail/dsn/fixtures/others.js';
import { gmail } from '@app/platform/mail/dsn/fixtures/gmail.js';
import { DeliveriesService } from '@app/prompts/deliveries.service.js';
import { DeliveryReports } from '@app/prompts/delivery-reports.service.js';
import {
  boise,
  openPromptHouse,
  type PromptHouse,
  standingPrompts,
  ZONE,
} from '@app/prompts/prompts.test-support.js';
import { SendingService } from '@app/prompts/sending.service.js';
import { SuppressionService } from '@app/prompts/suppression.service.js';
import { ClientsService } from '@app/clients/clients.service.js';
import { SessionCourseService } from '@app/course/session-course.service.js';
import { anAppointment } from '../../../test/factories/appointment.factory.js';
import { aClient } from '../../../test/factories/client.factory.js';
import { aKetamineSession } from '../../../test/factories/ketamine-session.factory.js';
import { aPlan } from '../../../test/factories/plan.factory.js';
import { BriefsService } from './briefs.service.js';
import { TodayService } from './today.service.js';

describe('a client whose e-mail comes back', () => {
  let at: PromptHouse;
  let clientId: string;
  let promptId: string;
  let appointmentId: string;

  beforeAll(async () => {
    at = await openPromptHouse();
  });
  afterAll(() => at.close());
  beforeEach(async () => {
    at.farEnd.forget();
    await at.rows('delete from delivery_events');
    await at.setClock('2026-11-02T10:00');
    clientId = (await aClient(at.house, { by: at.maren, name: 'Rowan Ellis', timeZone: ZONE })).id;
    const heldAt = boise('2026-11-09T14:00');
    const session = await aKetamineSession(at.house, { by: at.maren, clientId, heldAt });
    await aPlan(at.house, { by: at.maren, clientId });
    const startsAt = boise('2026-11-18T11:00');
    appointmentId = (await anAppointment(at.house, { by: at.maren, clientId, startsAt })).id;
    await at.setClock('2026-11-09T15:00');
    await at.get(SessionCourseService).completeSession(at.maren, session.id);
    await at.setClock('2026-11-10T10:01');
    const due = (await standingPrompts(at, clientId)).find(({ code }) => code === 'what-stayed')!;
    promptId = due.id;
    await at.get(SendingService).send(at.worker, due.mailing_id);
  });

  const about = () => {
    const mail = at.farEnd.mails.at(-1)!;
    return { to: mail.envelopeFrom!, messageId: mail.messageId };
  };
  const bounce = (diagnostic = 'smtp; 550 5.1.1 no such account', status = '5.1.1') =>
    at.get(DeliveryReports).receive(gmail(about(), { diagnostic, status }));
  // Nobody sent what came before: that was missed, and is of no interest here.
  const tasks = async (actor: StaffActor = at.maren) =>
    (await at.get(TodayService).today(actor)).deliveryTasks.filter(
      ({ client, status }) => client.id === clientId && status !== 'missed',
    );
  const why = async () =>
    (await at.get(BriefsService).brief(at.maren, appointmentId)).unanswered.map((one) => one.why);
  const version = async () => (await at.get(ClientsService).read(at.maren, clientId)).version;
  const lift = async (voiceChecked = true) =>
    at.get(SuppressionService).lift(at.maren, clientId, { version: await version(), voiceChecked });

  it('is a task, and never one that is silent', async () => {
    await at.setClock('2026-11-18T08:30');
    expect(await why()).toContain('Still open.');
    await bounce();
    expect(await tasks()).toMatchObject([
      { status: 'bounced', promptId, client: { name: 'Rowan Ellis' }, eventId: expect.any(String) },
    ]);
    expect(await why()).toContain('It came back. It did not arrive.');
    expect(await why()).not.toContain('Still open.');
    await at.setClock('2026-11-25T08:30');
    expect(await why()).not.toContain('Closed without an answer.');
  });

  it('is silent after all where another e-mail of the same prompt arrived', async () => {
    await bounce('smtp; 452 4.2.2 full', '4.2.2');
    expect(await tasks()).toMatchObject([{ status: 'soft-bounced' }]);
    const [again] = await at.rows<{ id: string }>(
      "select id from mailings where prompt_id = $1 and kind = 'snoozed'",
      [promptId],
    );
    await at.setClock('2026-11-10T15:00');
    await at.get(SendingService).send(at.worker, again!.id);
    expect(await why()).toContain('Still open.');
  });

  it('is a task for the desk too, for nobody out of reach, and for nobody once it is seen to', async () => {
    await bounce();
    const [task] = await tasks(at.coordinator);
    expect(await tasks(at.ines)).toEqual([]);
    const deliveries = at.get(DeliveriesService);
    for (const actor of [at.ines, at.stranger]) {
      await expect(deliveries.settle(actor, task!.eventId!)).rejects.toMatchObject({ status: 404 });
      await expect(deliveries.list(actor, clientId)).rejects.toMatchObject({ status: 404 });
    }
    const settled = await deliveries.settle(at.coordinator, task!.eventId!);
    expect(settled).toMatchObject({ kind: 'bounced', statusCode: '5.1.1', settledAt: expect.any(String) });
    expect(await tasks()).toEqual([]);
    expect(await deliveries.settle(at.maren, task!.eventId!)).toEqual(settled);
  });

  it('is shown with every e-mail and what became of it', async () => {
    await bounce();
    const [mailing, ...others] = await at.get(DeliveriesService).list(at.maren, clientId);
    expect(mailing).toMatchObject({
      kind: 'first',
      promptId,
      status: 'sent',
      code: null,
      events: [{ kind: 'bounced', statusCode: '5.1.1', settledAt: null }],
    });
    expect(mailing!.promptTitle).toEqual(expect.any(String));
    expect(others.map(({ status }) => status)).not.toContain('scheduled');
  });

  it('is written to again after a voice check, from the next step on', async () => {
    await bounce();
    const scheduled = async () =>
      (await standingPrompts(at, clientId)).filter(({ status }) => status === 'scheduled').length;
    expect(await scheduled()).toBe(0);
    await expect(lift(false)).rejects.toMatchObject({ status: 422, errors: [{ field: 'voiceChecked' }] });
    await expect(
      at.get(SuppressionService).lift(at.maren, clientId, { version: 1, voiceChecked: true }),
    ).rejects.toMatchObject({ status: 409 });
    expect(await lift()).toMatchObject({ suppressed: null });
    expect(await scheduled()).toBeGreaterThan(0);
    expect(await tasks()).toEqual([]);
  });

  it('stays stopped after a complaint, whatever staff lift', async () => {
    await at.get(DeliveryReports).receive(complaint(about()));
    expect(await tasks()).toMatchObject([{ status: 'complained' }]);
    expect(await lift()).toMatchObject({ suppressed: null, stoppedAt: expect.any(String), consent: null });
    const open = (await standingPrompts(at, clientId)).filter(({ status }) => status === 'scheduled');
    expect(open).toEqual([]);
  });

  it('tells that a mail of which nobody knew has arrived', async () => {
    await at.rows("update mailings set status = 'unknown' where prompt_id = $1 and kind = 'first'", [
      promptId,
    ]);
    expect(await tasks()).toMatchObject([{ status: 'unknown', eventId: null, promptId }]);
    const deliveries = at.get(DeliveriesService);
    await expect(deliveries.confirmArrival(at.ines, promptId)).rejects.toMatchObject({ status: 404 });
    const prompt = await deliveries.confirmArrival(at.coordinator, promptId);
    expect(prompt).toMatchObject({ status: 'sent', delivery: { status: 'sent' } });
    expect(await tasks()).toEqual([]);
    const ahead = (await standingPrompts(at, clientId)).find(({ status }) => status === 'scheduled')!;
    await expect(deliveries.confirmArrival(at.maren, ahead.id)).rejects.toMatchObject({
      code: 'delivery-known',
    });
  });
});
