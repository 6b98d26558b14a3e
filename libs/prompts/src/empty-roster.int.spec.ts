import { PlanEditingService } from '@app/course/plan-editing.service.js';
import { PlanPreviewService } from '@app/course/plan-preview.service.js';
import { RosterCourseService } from '@app/course/roster-course.service.js';
import { SessionCourseService } from '@app/course/session-course.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { aClient } from '../../../test/factories/client.factory.js';
import { aKetamineSession } from '../../../test/factories/ketamine-session.factory.js';
import { aPlan } from '../../../test/factories/plan.factory.js';
import { rostersOf } from '../../../test/factories/rosters.factory.js';
import { ClosingService } from './closing.service.js';
import { DispatchService } from './dispatch.service.js';
import { boise, openPromptHouse, type PromptHouse, standingPrompts, ZONE } from './prompts.test-support.js';
import { SendingService } from './sending.service.js';

/** The session was on Monday the 9th. The check is due on Tuesday at ten, PHQ-9 on Wednesday, a question on Thursday. */
describe('a safety check while nobody stands on a roster', () => {
  let at: PromptHouse;
  let clientId: string;

  beforeEach(async () => {
    at = await openPromptHouse();
    await at.setClock('2026-11-02T10:00');
    clientId = (await aClient(at.house, { by: at.maren, timeZone: ZONE })).id;
    const held = { by: at.maren, clientId, heldAt: boise('2026-11-09T14:00') };
    const { id } = await aKetamineSession(at.house, held);
    const plan = await aPlan(at.house, { by: at.maren, clientId });
    await rostersStand();
    const timing = { anchor: 'every-session', localTime: '10:00', latenessHours: 96, slowestPace: 'gentle' } as const; // prettier-ignore
    const steps = [
      { prompt: { template: 'safety-check' }, ...timing, days: 1, nudgeAfterDays: 1 },
      { prompt: { template: 'phq-9' }, ...timing, days: 2, midSeries: true },
      { prompt: { template: 'what-stayed' }, ...timing, days: 3 },
    ];
    await at.get(PlanEditingService).replaceSteps(at.maren, plan.id, { version: plan.version, steps });
    await at.setClock('2026-11-09T15:00');
    await at.get(SessionCourseService).completeSession(at.maren, id);
  });
  afterEach(() => at.close());

  // Maren reads for the client, and stands on neither.
  const people = () => ({ responderId: at.ines.staffMemberId, backupId: at.coordinator.staffMemberId });
  const rostersStand = () => rostersOf(at.house, { clinic: at.clinic, ...people() });
  const nobody = () => at.rows('delete from rosters');
  const leave = (...who: StaffActor[]) =>
    at.rows("update staff_members set status = 'suspended' where id = any ($1)", [
      who.map(({ staffMemberId }) => staffMemberId),
    ]);
  const put = (kind: 'psychological' | 'medical') =>
    at.get(RosterCourseService).putRoster(at.admin, kind, {
      locationId: at.clinic.locationId,
      ...people(),
      leadId: at.ines.staffMemberId,
      openFrom: '09:00',
      openTo: '17:00',
      openDays: [1, 2, 3, 4, 5],
      holidays: [],
    });
  const one = async (code: string) =>
    (await standingPrompts(at, clientId)).find((prompt) => prompt.code === code)!;
  /** Everything the sweep finds is handed over, and by the claim alone whatever it does not find. */
  async function left(): Promise<string[]> {
    at.farEnd.forget();
    const all = await at.rows<{ id: string; code: string; kind: string }>(
      `select m.id, p.template_code as code, m.kind from mailings m join prompts p on p.id = m.prompt_id
       where m.status = 'scheduled' order by m.send_at`,
    );
    const found = await at.house.db.acrossClinics<{ mailing_id: string }>(
      'select mailing_id from find_due_mailings_across_clinics(100)',
    );
    const codes: string[] = [];
    for (const { id, code, kind } of all) {
      const before = at.farEnd.mails.length;
      await at.get(SendingService).send(at.worker, id);
      const isGone = at.farEnd.mails.length > before;
      expect([code, isGone]).toEqual([code, found.some(({ mailing_id }) => mailing_id === id)]);
      if (isGone) codes.push(kind === 'first' ? code : `${kind} of ${code}`);
    }
    return codes;
  }
  const reasons = async (code: string) => (await one(code)).reasons.map((reason) => reason.code);

  it('leaves where both rosters stand, once', async () => {
    await at.setClock('2026-11-10T10:01');
    expect([await left(), await left()]).toEqual([['safety-check'], []]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['there is no roster', () => nobody()],
    ['one of both is not there', () => at.rows("delete from rosters where kind = 'medical'")],
    ['all who stand there have left', () => leave(at.ines, at.coordinator)],
  ])('waits when %s; nothing else does', async (_, empty) => {
    await at.setClock('2026-11-10T10:01');
    await empty();
    expect(await left()).toEqual([]);
    expect(await one('safety-check')).toMatchObject({ status: 'scheduled', mailing: 'scheduled' });
  });

  it('holds back no question, and PHQ-9 only its own question about safety', async () => {
    await nobody();
    await at.setClock('2026-11-11T10:01');
    expect(await left()).toEqual(['phq-9']);
    await at.setClock('2026-11-12T10:01');
    expect(await left()).toEqual(['what-stayed']);
  });

  it('leaves as long as one of them works here', async () => {
    await leave(at.ines);
    await at.setClock('2026-11-10T10:01');
    expect(await left()).toEqual(['safety-check']);
  });

  it('is not sent by hand, either, and says why', async () => {
    await nobody();
    const { id } = await one('safety-check');
    await expect(at.get(DispatchService).dispatch(at.maren, id)).rejects.toMatchObject({
      status: 409,
      code: 'dispatch-refused-empty-roster',
    });
  });

  it('says in the editor that it waits, and since when it does not', async () => {
    const told = async () => {
      const { rows } = await at.get(PlanPreviewService).preview(at.maren, clientId, {});
      expect(rows.map(({ change }) => change)).toEqual(rows.map(() => 'none'));
      return rows.filter(({ reasons }) => reasons.some(({ code }) => code === 'empty-roster')).length;
    };
    await nobody();
    expect(await told()).toBe(1);
    await at.get(ClosingService).planAgain(at.worker, clientId);
    expect(await reasons('safety-check')).toEqual(['days-after-session', 'empty-roster']);
    await put('psychological');
    expect(await reasons('safety-check')).toContain('empty-roster');
    await put('medical');
    expect([await reasons('safety-check'), await told()]).toEqual([['days-after-session'], 0]);
  });

  it('goes on in its next open hours when the rosters stand again, and no more than once', async () => {
    await nobody();
    await at.setClock('2026-11-10T10:01');
    expect(await left()).toEqual([]);
    await at.setClock('2026-11-10T21:30');
    await at.get(ClosingService).planAgain(at.worker, clientId);
    expect(await one('safety-check')).toMatchObject({ status: 'scheduled' });
    expect(await reasons('safety-check')).toEqual(['days-after-session', 'missed-window', 'empty-roster']);
    await at.setClock('2026-11-11T09:00');
    expect(await left()).toEqual([]);
    await put('psychological');
    await put('medical');
    expect([await left(), await left()]).toEqual([['safety-check'], []]);
    // The day is taken, so what else was planned on it moves: nothing is doubled.
    const rows = await standingPrompts(at, clientId);
    expect(rows.filter(({ code }) => code === 'safety-check')).toHaveLength(1);
    await at.setClock('2026-11-11T10:01');
    expect(await left()).toEqual([]);
    // PHQ-9 waits for the next staffed morning, and leaves on it.
    await at.setClock('2026-11-12T10:01');
    expect(await left()).toHaveLength(1);
  });

  it('is missed where that comes too late: late is worse than never', async () => {
    await nobody();
    await at.setClock('2026-11-14T10:30');
    await at.get(ClosingService).planAgain(at.worker, clientId);
    await rostersStand();
    expect(await left()).not.toContain('safety-check');
    expect(await one('safety-check')).toMatchObject({ status: 'missed' });
  });

  it('is not nudged meanwhile', async () => {
    await at.setClock('2026-11-10T10:01');
    expect(await left()).toEqual(['safety-check']);
    await at.rows("update prompts set status = 'cancelled' where template_code <> 'safety-check'");
    await at.rows("update mailings set status = 'withdrawn' where status = 'scheduled' and kind = 'first'");
    await at.get(ClosingService).planAgain(at.worker, clientId);
    const nudges = () => at.rows("select 1 from mailings where kind = 'nudge' and status = 'scheduled'");
    expect(await nudges()).toHaveLength(1);
    await nobody();
    await at.setClock('2026-11-11T10:01');
    expect(await left()).toEqual([]);
    await rostersStand();
    expect(await left()).toEqual(['nudge of safety-check']);
  });
});
