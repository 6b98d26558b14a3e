import { ClientCourseService } from '@app/course/client-course.service.js';
import { ReplyCourseService } from '@app/course/reply-course.service.js';
import { ReplySetAsideService } from '@app/course/reply-set-aside.service.js';
import { SessionCourseService } from '@app/course/session-course.service.js';
import { promptTemplate } from '@app/plans/prompt-templates.data.js';
import { anAppointment } from '../../../test/factories/appointment.factory.js';
import { aClient } from '../../../test/factories/client.factory.js';
import { aKetamineSession } from '../../../test/factories/ketamine-session.factory.js';
import { aPlan } from '../../../test/factories/plan.factory.js';
import { ClosingService } from './closing.service.js';
import { DispatchService } from './dispatch.service.js';
import { PromptScheduleService } from './prompt-schedule.service.js';
import { boise, openPromptHouse, type PromptHouse, standingPrompts, ZONE } from './prompts.test-support.js';
import { SendingService } from './sending.service.js';

/** A session on Monday the 9th; today is Monday the 2nd, ten in the morning. */
const TODAY = '2026-11-02T10:00';
const SESSION_AT = boise('2026-11-09T14:00');
const BROWSER = Buffer.alloc(32, 7);

describe('the schedule on rows', () => {
  let at: PromptHouse;
  let clientId: string;
  let sessionId: string;

  beforeAll(async () => {
    at = await openPromptHouse();
  });
  beforeEach(async () => {
    await at.setClock(TODAY);
    at.farEnd.forget();
    clientId = (await aClient(at.house, { by: at.maren, timeZone: ZONE })).id;
    sessionId = (await aKetamineSession(at.house, { by: at.maren, clientId, heldAt: SESSION_AT })).id;
    await aPlan(at.house, { by: at.maren, clientId });
  });
  afterAll(() => at.close());

  const prompts = () => standingPrompts(at, clientId);
  const prompt = async (code: string, anchorId?: string) =>
    (await prompts()).find((row) => row.code === code && (!anchorId || row.anchor_id === anchorId))!;
  const everyRow = () =>
    at.rows(
      `select p.*, m.id as mailing_id, m.kind, m.status as mailing_status, m.send_at as mail_at, m.send_until as mail_until, m.message_id
       from prompts p left join mailings m on m.prompt_id = p.id where p.client_id = $1 order by p.id, m.id`,
      [clientId],
    );
  const reconcile = () =>
    at.house.db.inClinic(at.worker, (tx) => at.get(PromptScheduleService).reconcile(tx, clientId));
  const send = (mailingId: string) => at.get(SendingService).send(at.worker, mailingId);
  const move = async (local: string) => {
    const [row] = await at.rows<{ version: number }>('select version from ketamine_sessions where id = $1', [
      sessionId,
    ]);
    await at.get(SessionCourseService).moveSession(at.maren, sessionId, {
      version: row!.version,
      held: { heldAt: boise(local) },
    });
  };
  const change = async (columns: object) => {
    const [row] = await at.rows<{ version: number }>('select version from clients where id = $1', [clientId]);
    await at.get(ClientCourseService).changeClient(at.maren, clientId, { version: row!.version, ...columns });
  };
  /** Completes the session and sends what asks about it, the next morning. */
  const sendWhatStayed = async () => {
    await at.setClock('2026-11-09T15:00');
    await at.get(SessionCourseService).completeSession(at.maren, sessionId);
    await at.setClock('2026-11-10T10:01');
    const { id, mailing_id } = await prompt('what-stayed');
    await send(mailing_id);
    return { promptId: id, mailingId: mailing_id };
  };
  const nudgesOf = (promptId: string) =>
    at.rows<{ id: string; status: string; send_at: Date }>(
      "select id, status, send_at from mailings where prompt_id = $1 and kind = 'nudge'",
      [promptId],
    );
  const entryOf = ({ promptId, mailingId }: { promptId: string; mailingId: string }) =>
    ({
      clinicId: at.clinic.clinicId,
      clientId,
      promptId,
      mailingId,
      kind: 'first',
      purpose: 'reply',
    }) as const;

  it('has a row and a first mailing for each prompt of the plan', async () => {
    const rows = await prompts();
    expect(rows.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['intention', 'own-signs', 'evening-help', 'what-stayed']),
    );
    for (const row of rows.filter(({ status }) => status === 'scheduled')) {
      expect(row).toMatchObject({ mailing: 'scheduled', mail_at: row.send_at });
    }
    expect((await prompt('what-stayed')).send_at.getTime()).toBe(boise('2026-11-10T10:00').epochMilliseconds);
  });

  it('is the same after reconciling twice, whatever came before', async () => {
    await anAppointment(at.house, { by: at.maren, clientId, startsAt: boise('2026-11-12T11:00') });
    await change({ pace: 'often' });
    await move('2026-11-11T09:00');
    const { promptId } = await (async () => {
      await at.setClock('2026-11-11T10:00');
      await at.get(SessionCourseService).completeSession(at.maren, sessionId);
      await at.setClock('2026-11-12T10:00');
      const row = await prompt('what-stayed');
      await send(row.mailing_id);
      return { promptId: row.id };
    })();
    await reconcile();
    const once = await everyRow();
    await reconcile();
    await reconcile();
    expect(await everyRow()).toEqual(once);
    expect((await prompts()).find(({ id }) => id === promptId)!.status).toBe('sent');
  });

  it('moves what is unsent with its session, and leaves what was sent', async () => {
    await sendWhatStayed();
    const sent = await prompt('what-stayed');
    const later = await prompt('keeps-coming-back');
    await move('2026-11-09T09:00');
    await move('2026-11-08T14:00');
    expect(await prompt('what-stayed')).toEqual(sent);
    const moved = await prompt('keeps-coming-back');
    expect(later.send_at.getTime() - moved.send_at.getTime()).toBe(24 * 3_600_000);
    expect(moved).toMatchObject({ id: later.id, mailing_id: later.mailing_id, mail_at: moved.send_at });
  });

  it('never brings back what staff cancelled', async () => {
    const { id } = await prompt('what-stayed');
    await at.get(DispatchService).cancel(at.maren, id);
    await move('2026-11-13T14:00');
    await change({ pace: 'often', timeZone: 'America/Denver' });
    await reconcile();
    const same = (await prompts()).filter((row) => row.code === 'what-stayed');
    expect(same).toMatchObject([{ id, status: 'cancelled', mailing: 'withdrawn' }]);
  });

  it('brings back what it withdrew itself, with the same row', async () => {
    const before = await prompts();
    await change({ status: 'on_hold' });
    expect(new Set((await prompts()).map(({ status }) => status))).toEqual(new Set(['withdrawn']));
    await change({ status: 'active' });
    const after = await prompts();
    const identity = (rows: typeof after) =>
      rows.map(({ id, mailing_id, status, mailing }) => [id, mailing_id, status, mailing]);
    expect(identity(after)).toEqual(identity(before));
  });

  it('keeps a hold over a move', async () => {
    const { id } = await prompt('what-stayed');
    await at.get(DispatchService).hold(at.maren, id);
    await move('2026-11-13T14:00');
    expect(await prompt('what-stayed')).toMatchObject({ id, held: true, status: 'scheduled' });
  });

  it('lets a coordinator, who reads no words, record a session and see its prompts come', async () => {
    const second = await aKetamineSession(at.house, {
      by: at.coordinator,
      clientId,
      heldAt: boise('2026-11-16T14:00'),
    });
    expect(await prompt('what-stayed', second.id)).toMatchObject({
      status: 'scheduled',
      mailing: 'scheduled',
    });
  });

  it('plans the nudge of a prompt that was sent, on its own day', async () => {
    const { promptId } = await sendWhatStayed();
    const [nudge] = await nudgesOf(promptId);
    expect(nudge).toMatchObject({ status: 'scheduled' });
    expect(nudge!.send_at.getTime()).toBe(boise('2026-11-11T10:00').epochMilliseconds);
  });

  it('takes the nudge back once there is an answer', async () => {
    const sent = await sendWhatStayed();
    const asked = promptTemplate('what-stayed', 1);
    const answer = { words: 'A field.', checkIns: {}, chips: [] };
    const outcome = await at
      .get(ReplyCourseService)
      .submit(entryOf(sent), BROWSER, { asked, answer, nothing: false });
    expect(outcome).toMatchObject({ kind: 'sent' });
    const [nudge] = await nudgesOf(sent.promptId);
    expect(nudge).toMatchObject({ status: 'withdrawn' });
    await reconcile();
    await at.setClock('2026-11-11T10:01');
    await send(nudge!.id);
    expect(at.farEnd.mails).toHaveLength(1);
  });

  it('plans no nudge again after the client snoozed: it would only double the question', async () => {
    const sent = await sendWhatStayed();
    const clock = { timeZone: ZONE, quietFrom: '21:00', quietTo: '08:00' };
    const answer = { words: '', checkIns: {}, chips: [] };
    const outcome = await at
      .get(ReplySetAsideService)
      .snooze(entryOf(sent), BROWSER, { choice: 'tomorrow', clock, answer });
    expect(outcome).toMatchObject({ kind: 'snoozed' });
    await reconcile();
    const once = await nudgesOf(sent.promptId);
    expect(once.filter(({ status }) => status === 'scheduled')).toEqual([]);
    await reconcile();
    expect(await nudgesOf(sent.promptId)).toEqual(once);
  });

  it('plans a missed window again while its limit is ahead, and says why', async () => {
    await at.setClock('2026-11-09T15:00');
    await at.get(SessionCourseService).completeSession(at.maren, sessionId);
    await at.setClock('2026-11-10T21:30');
    await at.get(ClosingService).planAgain(at.worker, clientId);
    const row = await prompt('what-stayed');
    expect(row).toMatchObject({ status: 'scheduled', mailing: 'scheduled' });
    expect(row.send_at.getTime()).toBe(boise('2026-11-11T08:00').epochMilliseconds);
    expect(row.reasons.map(({ code }) => code)).toContain('missed-window');
  });

  it('calls a prompt missed once its limit has passed, and mails nothing', async () => {
    await at.setClock('2026-11-09T15:00');
    await at.get(SessionCourseService).completeSession(at.maren, sessionId);
    await at.setClock('2026-11-12T09:00');
    await at.get(ClosingService).planAgain(at.worker, clientId);
    const row = await prompt('what-stayed');
    expect(row).toMatchObject({ status: 'missed', mailing: 'withdrawn' });
    await send(row.mailing_id);
    expect(at.farEnd.mails).toHaveLength(0);
  });

  it('runs one recomputation of a client at a time', async () => {
    const before = await everyRow();
    await Promise.all([reconcile(), reconcile(), reconcile(), change({ pace: 'steady' })]);
    expect(await everyRow()).toEqual(before);
  });

  it('does nothing for a client out of reach', async () => {
    for (const actor of [at.ines, at.stranger]) {
      const asked = at.house.db.inClinic(actor, (tx) =>
        at.get(PromptScheduleService).reconcile(tx, clientId),
      );
      await expect(asked).rejects.toMatchObject({ status: 404 });
    }
  });
});
