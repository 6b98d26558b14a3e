import { SessionCourseService } from '@app/course/session-course.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import {
  boise,
  openPromptHouse,
  type PromptHouse,
  standingPrompts,
  ZONE,
} from '@app/prompts/prompts.test-support.js';
import { ReadingsService } from '@app/reflections/readings.service.js';
import { SendingService } from '@app/prompts/sending.service.js';
import { CallRequestsService } from '@app/safety/call-requests.service.js';
import { anAppointment } from '../../../test/factories/appointment.factory.js';
import { aClient } from '../../../test/factories/client.factory.js';
import { aKetamineSession } from '../../../test/factories/ketamine-session.factory.js';
import { aPlan } from '../../../test/factories/plan.factory.js';
import { aReflection } from './briefs.test-support.js';
import { TodayService } from './today.service.js';

/** Today is Wednesday the 18th in Boise. Each test has a clinic's day of its own clients. */
describe('Today', () => {
  let at: PromptHouse;

  beforeEach(async () => {
    at = await openPromptHouse();
    await at.setClock('2026-11-10T09:00');
  });
  afterEach(() => at.close());

  const today = (actor: StaffActor = at.maren) => at.get(TodayService).today(actor);
  const client = async (name: string, by = at.maren) =>
    (await aClient(at.house, { by, name, timeZone: ZONE })).id;
  const book = (clientId: string, local: string, by = at.maren) =>
    anAppointment(at.house, { by, clientId, startsAt: boise(local) });
  const says = (clientId: string, words: string, ease?: 1 | 2 | 3 | 4 | 5) =>
    aReflection(at, { clientId, words, ...(ease && { checkIns: { ease } }) });
  const morning = () => at.setClock('2026-11-18T08:30');

  it('lists the day’s calls in the order of their times, on the location’s calendar', async () => {
    const [rowan, priya] = [await client('Rowan Ellis'), await client('Priya Sethi')];
    await book(rowan, '2026-11-18T15:00');
    await book(priya, '2026-11-18T23:30');
    await book(rowan, '2026-11-19T00:00');
    await book(priya, '2026-11-18T09:00');
    await morning();
    const view = await today();
    expect(view).toMatchObject({ date: '2026-11-18', timeZone: ZONE });
    expect(view.calls.map(({ client: { name }, startsAt }) => [name, startsAt])).toEqual([
      ['Priya Sethi', boise('2026-11-18T09:00').toString({ smallestUnit: 'millisecond' })],
      ['Rowan Ellis', boise('2026-11-18T15:00').toString({ smallestUnit: 'millisecond' })],
      ['Priya Sethi', boise('2026-11-18T23:30').toString({ smallestUnit: 'millisecond' })],
    ]);
    expect(view.nextCall?.client.name).toBe('Priya Sethi');
  });

  it('goes on to the next call once one is over', async () => {
    await book(await client('Rowan Ellis'), '2026-11-18T09:00');
    await book(await client('Priya Sethi'), '2026-11-18T15:00');
    await at.setClock('2026-11-18T09:49');
    expect((await today()).nextCall?.client.name).toBe('Rowan Ellis');
    await at.setClock('2026-11-18T09:51');
    expect((await today()).nextCall?.client.name).toBe('Priya Sethi');
    await at.setClock('2026-11-18T16:00');
    expect((await today()).nextCall).toBeNull();
  });

  it('tells what is new since the last call, and shows its beginning before the next one', async () => {
    const rowan = await client('Rowan Ellis');
    await book(rowan, '2026-11-11T11:00');
    await book(rowan, '2026-11-18T11:00');
    await at.setClock('2026-11-11T10:00');
    const early = await says(rowan, 'Before the last call.', 2);
    await at.get(ReadingsService).markRead(at.maren, early);
    await at.setClock('2026-11-14T10:00');
    await says(rowan, 'The garden, mostly.', 4);
    await morning();
    const { nextCall } = await today();
    expect(nextCall).toMatchObject({
      newReflections: 1,
      readReflections: 0,
      excerpt: { text: 'The garden, mostly.' },
      readingMinutes: 1,
    });
    expect(nextCall!.easeLast7Days.map(({ ease }) => ease)).toEqual([null, null, 4, null, null, null, null]);
  });

  it('asks of sessions whose time has passed whether they happened', async () => {
    const rowan = await client('Rowan Ellis');
    const past = await aKetamineSession(at.house, {
      by: at.maren,
      clientId: rowan,
      heldAt: boise('2026-11-17T14:00'),
    });
    await aKetamineSession(at.house, { by: at.maren, clientId: rowan, heldAt: boise('2026-11-18T14:00') });
    await morning();
    expect((await today()).didItHappen).toMatchObject([
      { client: { name: 'Rowan Ellis' }, session: { id: past.id, status: 'planned', numberInSeries: 1 } },
    ]);
    await at.get(SessionCourseService).completeSession(at.maren, past.id);
    expect((await today()).didItHappen).toEqual([]);
  });

  it('shows what goes out today, and what nobody knows the end of', async () => {
    const rowan = await client('Rowan Ellis');
    const session = await aKetamineSession(at.house, {
      by: at.maren,
      clientId: rowan,
      heldAt: boise('2026-11-17T14:00'),
    });
    await aPlan(at.house, { by: at.maren, clientId: rowan });
    await at.setClock('2026-11-17T15:00');
    await at.get(SessionCourseService).completeSession(at.maren, session.id);
    await morning();
    const asked = (await standingPrompts(at, rowan)).find(({ code }) => code === 'what-stayed')!;
    expect((await today()).goingOut).toMatchObject([
      { promptId: asked.id, title: 'What stayed', held: false },
    ]);
    await at.setClock('2026-11-18T10:01');
    at.farEnd.answer = () => Promise.resolve({ outcome: 'unknown', why: 'ETIMEDOUT' });
    await at.get(SendingService).send(at.worker, asked.mailing_id);
    const view = await today();
    expect(view.goingOut).toEqual([]);
    const task = view.deliveryTasks.find(({ promptId }) => promptId === asked.id);
    expect(task).toMatchObject({ status: 'unknown', client: { name: 'Rowan Ellis' } });
  });

  it('names who has a plan and no call ahead, longest without word first', async () => {
    const [rowan, priya, marcus] = [
      await client('Rowan Ellis'),
      await client('Priya Sethi'),
      await client('Marcus Bell'),
    ];
    for (const clientId of [rowan, priya, marcus]) await aPlan(at.house, { by: at.maren, clientId });
    await says(priya, 'A word.');
    await book(marcus, '2026-11-25T11:00');
    await morning();
    const { noNextCall } = await today();
    expect(noNextCall.map((one) => [one.client.name, one.newReflections])).toEqual([
      ['Rowan Ellis', 0],
      ['Priya Sethi', 1],
    ]);
  });

  it('keeps a request for a call in sight of everybody who may see the client', async () => {
    const rowan = await client('Rowan Ellis');
    await at.house.db.inClinic({ kind: 'client', clinicId: at.clinic.clinicId, clientId: rowan }, (tx) =>
      at.get(CallRequestsService).raise(tx, { clientId: rowan, promptId: null }),
    );
    for (const actor of [at.maren, at.coordinator, at.admin]) {
      expect((await today(actor)).flags).toMatchObject([
        { kind: 'call-me', client: { name: 'Rowan Ellis' } },
      ]);
    }
    for (const actor of [at.ines, at.stranger]) expect((await today(actor)).flags).toEqual([]);
  });

  it('holds nothing of clients on another care team or next door', async () => {
    const rowan = await client('Rowan Ellis');
    await aPlan(at.house, { by: at.maren, clientId: rowan });
    await book(rowan, '2026-11-18T11:00');
    await aKetamineSession(at.house, { by: at.maren, clientId: rowan, heldAt: boise('2026-11-17T14:00') });
    await says(rowan, 'For Maren alone.');
    await morning();
    const mine = await today();
    expect([mine.calls, mine.didItHappen].map(({ length }) => length)).toEqual([1, 1]);
    for (const actor of [at.ines, at.stranger]) {
      const view = await today(actor);
      expect(view).toMatchObject({
        calls: [],
        nextCall: null,
        didItHappen: [],
        goingOut: [],
        noNextCall: [],
        deliveryTasks: [],
      });
      expect(JSON.stringify(view)).not.toMatch(/Rowan|For Maren/);
    }
  });

  it('gives a coordinator the calendar and no word', async () => {
    const rowan = await client('Rowan Ellis');
    await book(rowan, '2026-11-18T11:00');
    await says(rowan, 'For Maren alone.', 4);
    await morning();
    const view = await today(at.coordinator);
    expect(view.calls).toMatchObject([
      { client: { name: 'Rowan Ellis' }, practitionerName: 'Maren Okoye', mine: false, excerpt: null },
    ]);
    expect(view.calls[0]!.easeLast7Days.map(({ ease }) => ease)).toEqual(Array(7).fill(null));
    expect(JSON.stringify(view)).not.toContain('For Maren');
  });

  it('leaves one audit row that names every client it showed', async () => {
    const [rowan, priya] = [await client('Rowan Ellis'), await client('Priya Sethi')];
    await book(rowan, '2026-11-18T11:00');
    await aKetamineSession(at.house, { by: at.maren, clientId: priya, heldAt: boise('2026-11-17T14:00') });
    await morning();
    await today();
    const rows = await at.rows<{ client_ids: string[] }>(
      "select client_ids from audit_events where action = 'today.read'",
    );
    expect(rows).toHaveLength(1);
    expect([...rows[0]!.client_ids].sort()).toEqual([rowan, priya].sort());
  });
});
