import { SessionCourseService } from '@app/course/session-course.service.js';
import { promptTemplate } from '@app/plans/prompt-templates.data.js';
import { aClient } from '../../../test/factories/client.factory.js';
import { aKetamineSession } from '../../../test/factories/ketamine-session.factory.js';
import { aPlan } from '../../../test/factories/plan.factory.js';
import { waitFor } from '../../../test/support/wait-for.js';
import { DispatchService } from './dispatch.service.js';
import { boise, openPromptHouse, type PromptHouse, standingPrompts, ZONE } from './prompts.test-support.js';
import { PromptsService } from './prompts.service.js';
import { SendingService } from './sending.service.js';

describe('what staff do with a prompt', () => {
  let at: PromptHouse;
  let dispatches: DispatchService;
  let clientId: string;
  let sessionId: string;

  beforeAll(async () => {
    at = await openPromptHouse();
    dispatches = at.get(DispatchService);
  });
  beforeEach(async () => {
    at.farEnd.forget();
    await at.setClock('2026-11-02T10:00');
    clientId = (await aClient(at.house, { by: at.maren, timeZone: ZONE })).id;
    sessionId = (
      await aKetamineSession(at.house, { by: at.maren, clientId, heldAt: boise('2026-11-09T14:00') })
    ).id;
    await aPlan(at.house, { by: at.maren, clientId });
  });
  afterAll(() => at.close());

  const prompt = async (code: string) =>
    (await standingPrompts(at, clientId)).find((row) => row.code === code)!;
  const send = (mailingId: string) => at.get(SendingService).send(at.worker, mailingId);
  const complete = async () => {
    await at.setClock('2026-11-09T15:00');
    await at.get(SessionCourseService).completeSession(at.maren, sessionId);
  };

  it('holds a due prompt back, and lets it go on', async () => {
    const { id, mailing_id } = await prompt('own-signs');
    expect(await dispatches.hold(at.maren, id)).toMatchObject({ held: true, status: 'scheduled' });
    await at.setClock('2026-11-03T18:01');
    await send(mailing_id);
    expect(at.farEnd.mails).toHaveLength(0);
    expect(await dispatches.release(at.maren, id)).toMatchObject({ held: false, status: 'scheduled' });
    await send(mailing_id);
    expect(at.farEnd.mails).toHaveLength(1);
  });

  it('keeps a hold that was acknowledged while a claim was waiting', async () => {
    const { id, mailing_id } = await prompt('own-signs');
    await at.setClock('2026-11-03T18:01');
    const waiting = (count: number) =>
      waitFor(`${count} waiting for the client`, async () => {
        const [row] = await at.rows<{ count: number }>(
          "select count(*)::integer as count from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
        );
        return row!.count >= count;
      });
    const both = await at.house.db.inClinic(at.worker, async (tx) => {
      await tx.query('select 1 from clients where id = $1 for update', [clientId]);
      const held = dispatches.hold(at.maren, id);
      await waiting(1);
      const sent = send(mailing_id);
      await waiting(2);
      return [held, sent] as const;
    });
    expect((await both[0]).held).toBe(true);
    await both[1];
    expect(at.farEnd.mails).toHaveLength(0);
  });

  it('sends at once, before its time, held, in the quiet hours, on a day that is taken', async () => {
    await at.setClock('2026-11-03T18:01');
    await send((await prompt('own-signs')).mailing_id);
    const { id, mailing_id } = await prompt('intention');
    await dispatches.hold(at.maren, id);
    await at.setClock('2026-11-03T23:30');
    expect(await dispatches.dispatch(at.maren, id)).toMatchObject({ held: false });
    await send(mailing_id);
    expect(at.farEnd.mails).toHaveLength(2);
    expect(await prompt('intention')).toMatchObject({ status: 'sent', mailing: 'sent' });
  });

  it('leaves the plan its day: what was sent by hand does not count', async () => {
    const { id, mailing_id } = await prompt('intention');
    await at.setClock('2026-11-03T12:00');
    await dispatches.dispatch(at.maren, id);
    await send(mailing_id);
    await at.setClock('2026-11-03T18:01');
    await send((await prompt('own-signs')).mailing_id);
    expect(at.farEnd.mails).toHaveLength(2);
  });

  it.each<[string, string]>([
    ['not-active', "status = 'on_hold'"],
    ['stopped', 'stopped_at = app_now()'],
    ['no-consent', 'email_consent_given_on = null'],
    ['no-consent', 'email_sealed = null'],
    ['suppressed', 'suppressed_at = app_now()'],
    ['resting', 'rest_from = app_now()'],
  ])('does not send against the client’s wish: %s (%s)', async (refusal, columns) => {
    const before = await prompt('own-signs');
    await at.rows(`update clients set ${columns} where id = $1`, [clientId]);
    await expect(dispatches.dispatch(at.maren, before.id)).rejects.toMatchObject({
      status: 409,
      code: `dispatch-refused-${refusal}`,
    });
    expect(await prompt('own-signs')).toEqual(before);
  });

  it('does not send what follows a session that nobody marked completed', async () => {
    const { id } = await prompt('what-stayed');
    const notCompleted = { status: 409, code: 'dispatch-refused-not-completed' };
    await expect(dispatches.dispatch(at.maren, id)).rejects.toMatchObject(notCompleted);
    await complete();
    await expect(dispatches.dispatch(at.maren, id)).resolves.toMatchObject({ status: 'scheduled' });
  });

  it('refuses what is on its way, sent or closed, each with its reason', async () => {
    const { id, mailing_id } = await prompt('own-signs');
    await at.rows("update mailings set status = 'sending' where id = $1", [mailing_id]);
    const inFlight = { status: 409, code: 'dispatch-refused-in-flight' };
    for (const act of ['dispatch', 'hold', 'release', 'cancel'] as const) {
      await expect(dispatches[act](at.maren, id)).rejects.toMatchObject(inFlight);
    }
    await at.rows("update mailings set status = 'scheduled' where id = $1", [mailing_id]);
    await at.setClock('2026-11-03T18:01');
    await send(mailing_id);
    await expect(dispatches.dispatch(at.maren, id)).rejects.toMatchObject({ status: 409 });
    for (const act of ['hold', 'release', 'cancel'] as const) {
      await expect(dispatches[act](at.maren, id)).rejects.toMatchObject({ code: 'already-sent' });
    }
  });

  it('cancels for good, and cancelling twice is cancelling once', async () => {
    const { id, mailing_id } = await prompt('own-signs');
    expect(await dispatches.cancel(at.maren, id)).toMatchObject({ status: 'cancelled', delivery: null });
    expect(await dispatches.cancel(at.maren, id)).toMatchObject({ status: 'cancelled' });
    for (const act of ['dispatch', 'hold', 'release'] as const) {
      await expect(dispatches[act](at.maren, id)).rejects.toMatchObject({ status: 409 });
    }
    await at.setClock('2026-11-03T18:01');
    await send(mailing_id);
    expect(at.farEnd.mails).toHaveLength(0);
  });

  it('is for the care team and the keepers of the calendar; for others the prompt is not there', async () => {
    const { id } = await prompt('own-signs');
    for (const actor of [at.ines, at.stranger]) {
      for (const act of ['dispatch', 'hold', 'release', 'cancel'] as const) {
        await expect(dispatches[act](actor, id)).rejects.toMatchObject({ status: 404 });
      }
      await expect(at.get(PromptsService).list(actor, clientId, { limit: 200 })).rejects.toMatchObject({
        status: 404,
      });
    }
    expect(await dispatches.hold(at.coordinator, id)).toMatchObject({ held: true, question: null });
    expect(await dispatches.release(at.admin, id)).toMatchObject({ held: false, question: null });
  });

  it('shows the question to who reads, its title alone to who keeps the calendar', async () => {
    const page = { limit: 200 };
    const read = (await at.get(PromptsService).list(at.maren, clientId, page)).items.find(
      ({ title }) => title === 'Early signs',
    )!;
    expect(read).toMatchObject({
      question: promptTemplate('own-signs', 1).question,
      delivery: { status: 'scheduled' },
    });
    expect(read.reasons[0]!.text).not.toBe('');
    const { items } = await at.get(PromptsService).list(at.coordinator, clientId, page);
    expect(items.map(({ question }) => question)).toEqual(items.map(() => null));
    expect(items.map(({ title }) => title)).toContain('Early signs');
  });

  it('leaves one audit row for each act, with who did it', async () => {
    const { id } = await prompt('own-signs');
    await dispatches.hold(at.coordinator, id);
    await dispatches.release(at.maren, id);
    await dispatches.dispatch(at.maren, id);
    const rows = await at.rows<{ action: string; actor_id: string; client_ids: string[] }>(
      "select action, actor_id, client_ids from audit_events where subject_type = 'prompt' and $1 = any (subject_ids) order by at, id",
      [id],
    );
    const by = (action: string, { staffMemberId }: { staffMemberId: string }) => ({
      action,
      actor_id: staffMemberId,
      client_ids: [clientId],
    });
    expect(rows).toEqual([
      by('prompt.held', at.coordinator),
      by('prompt.released', at.maren),
      by('prompt.dispatched', at.maren),
    ]);
  });
});
