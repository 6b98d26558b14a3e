import { AppointmentCourseService } from '@app/course/appointment-course.service.js';
import { ClosingNoteCourseService } from '@app/course/closing-note-course.service.js';
import { SessionCourseService } from '@app/course/session-course.service.js';
import { newId } from '@app/platform/ids/ids.js';
import {
  boise,
  openPromptHouse,
  type PromptHouse,
  standingPrompts,
  ZONE,
} from '@app/prompts/prompts.test-support.js';
import { SendingService } from '@app/prompts/sending.service.js';
import { ReadingsService } from '@app/reflections/readings.service.js';
import { anAppointment } from '../../../test/factories/appointment.factory.js';
import { aClient } from '../../../test/factories/client.factory.js';
import { aKetamineSession } from '../../../test/factories/ketamine-session.factory.js';
import { aPlan } from '../../../test/factories/plan.factory.js';
import { BriefsService } from './briefs.service.js';
import { aReflection } from './briefs.test-support.js';

/** A session on Monday the 9th; calls on Wednesday the 11th and on Wednesday the 18th, at eleven. */
describe('the brief before a call', () => {
  let at: PromptHouse;
  let clientId: string;
  let lastCallId: string;
  let callId: string;

  beforeAll(async () => {
    at = await openPromptHouse();
  });
  beforeEach(async () => {
    at.farEnd.forget();
    await at.setClock('2026-11-02T10:00');
    clientId = (
      await aClient(at.house, { by: at.maren, timeZone: ZONE, name: 'Rowan Ellis', pronouns: 'they/them' })
    ).id;
    const book = (local: string) =>
      anAppointment(at.house, { by: at.maren, clientId, startsAt: boise(local) });
    lastCallId = (await book('2026-11-11T11:00')).id;
    callId = (await book('2026-11-18T11:00')).id;
  });
  afterAll(() => at.close());

  const brief = (actor = at.maren, id = callId) => at.get(BriefsService).brief(actor, id);
  const says = (words: string, local: string) =>
    at.setClock(local).then(() => aReflection(at, { clientId, words }));
  const read = (id: string) => at.get(ReadingsService).markRead(at.maren, id);
  const hold = async (local: string) => {
    const heldAt = boise(local);
    return aKetamineSession(at.house, { by: at.maren, clientId, heldAt, status: 'completed' });
  };
  const cancel = (id: string) => at.get(AppointmentCourseService).cancelAppointment(at.maren, id);

  it('holds what came since the last call, oldest first and verbatim', async () => {
    await read(await says('Before the last call.', '2026-11-11T10:59'));
    await says('  First.\n\nWith a gap.', '2026-11-11T11:30');
    await says('Second.', '2026-11-17T23:59');
    await at.setClock('2026-11-18T10:00');
    const view = await brief();
    expect(view.reflections.map(({ words }) => words)).toEqual(['  First.\n\nWith a gap.', 'Second.']);
    expect(view).toMatchObject({ nothingNewSince: null, readingSeconds: 10 });
    expect(view.lastCall).toMatchObject({
      startsAt: boise('2026-11-11T11:00').toString(),
      closingNote: null,
    });
  });

  it('goes back to the call before when the last one was cancelled, and to the beginning when there was none', async () => {
    await read(await says('Early.', '2026-11-10T10:00'));
    await at.setClock('2026-11-18T10:00');
    expect((await brief()).reflections).toHaveLength(0);
    await cancel(lastCallId);
    const view = await brief();
    expect(view.reflections.map(({ words }) => words)).toEqual(['Early.']);
    expect(view.lastCall).toBeNull();
  });

  it('says since when nothing new came', async () => {
    await read(await says('Early.', '2026-11-10T10:00'));
    await at.setClock('2026-11-18T10:00');
    expect(await brief()).toMatchObject({
      reflections: [],
      nothingNewSince: boise('2026-11-11T11:00').toString(),
      readingSeconds: 0,
    });
  });

  it('keeps what nobody has read, also when the call it was written for never took place', async () => {
    await says('Written for the call that fell through.', '2026-11-10T10:00');
    await at.setClock('2026-11-18T10:00');
    const view = await brief();
    expect(view.reflections.map(({ words }) => words)).toEqual(['Written for the call that fell through.']);
    expect(view.nothingNewSince).toBeNull();
  });

  it('does not take a call that is still ahead for the last one', async () => {
    await says('Before everything.', '2026-11-10T10:00');
    const view = await brief();
    expect(view.lastCall).toBeNull();
    expect(view.reflections.map(({ words }) => words)).toEqual(['Before everything.']);
  });

  it('begins with where the last call left off', async () => {
    await at.setClock('2026-11-11T11:52');
    const text = 'Begin with the garden.';
    await at.get(ClosingNoteCourseService).writeClosingNote(at.maren, lastCallId, { version: 1, text });
    await at.setClock('2026-11-18T10:00');
    expect((await brief()).lastCall).toMatchObject({ closingNote: text });
    expect((await brief(at.maren, lastCallId)).appointment).toMatchObject({ closingNote: text, version: 2 });
  });

  it('counts days from the latest completed session, on the client’s calendar', async () => {
    await at.setClock('2026-11-16T23:45');
    await hold('2026-11-16T22:00');
    await says('The same evening.', '2026-11-16T23:50');
    await says('The next day.', '2026-11-17T00:10');
    await at.setClock('2026-11-18T10:00');
    const view = await brief();
    expect(view.reflections.map(({ dayNumber }) => dayNumber)).toEqual([0, 1]);
    expect(view.session).toMatchObject({ dayNumber: 2, numberInSeries: 1, plannedInSeries: 1 });
  });

  it('knows the place in the series, planned sessions included and cancelled ones not', async () => {
    await at.setClock('2026-11-16T23:00');
    await hold('2026-11-09T14:00');
    await hold('2026-11-16T14:00');
    const ahead = await aKetamineSession(at.house, {
      by: at.maren,
      clientId,
      heldAt: boise('2026-11-23T14:00'),
    });
    const other = await aKetamineSession(at.house, {
      by: at.maren,
      clientId,
      heldAt: boise('2026-11-30T14:00'),
    });
    await at.get(SessionCourseService).cancelSession(at.maren, other.id, {});
    const view = await brief();
    expect(view.session).toMatchObject({
      numberInSeries: 2,
      plannedInSeries: 3,
      heldAt: boise('2026-11-16T14:00').toString(),
    });
    expect(ahead.status).toBe('planned');
  });

  it('draws check-ins around the session, from before the last call too', async () => {
    await at.setClock('2026-11-10T10:00');
    await hold('2026-11-09T14:00');
    await aReflection(at, { clientId, words: '', checkIns: { ease: 2 } });
    await at.setClock('2026-11-12T10:00');
    await aReflection(at, { clientId, words: '', checkIns: { ease: 4, sleep: 3 }, chips: ['C1'] });
    const view = await brief();
    expect(view.checkIns).toMatchObject({
      from: '2026-11-04',
      to: '2026-11-12',
      sessions: [{ on: '2026-11-09' }],
    });
    expect(view.checkIns.points).toMatchObject([
      { on: '2026-11-10', ease: 2 },
      { on: '2026-11-12', ease: 4, sleep: 3, energy: null },
    ]);
    expect(view.challenges).toMatchObject([{ code: 'C1', days: [3] }]);
  });

  it('says what was asked and not answered, and why, without blame', async () => {
    const heldAt = boise('2026-11-13T14:00');
    const { id } = await aKetamineSession(at.house, { by: at.maren, clientId, heldAt });
    await aPlan(at.house, { by: at.maren, clientId });
    await at.setClock('2026-11-13T15:00');
    await at.get(SessionCourseService).completeSession(at.maren, id);
    await at.setClock('2026-11-14T10:01');
    const asked = (await standingPrompts(at, clientId)).find(({ code }) => code === 'what-stayed')!;
    await at.get(SendingService).send(at.worker, asked.mailing_id);
    const view = await brief();
    expect(view.unanswered.find(({ promptId }) => promptId === asked.id)).toMatchObject({
      title: 'What stayed',
      status: 'sent',
    });
    expect(view.unanswered.map(({ why }) => why).join()).not.toMatch(/fail|ignored|refused/i);
    await at.rows("update prompts set status = 'answered' where id = $1", [asked.id]);
    expect((await brief()).unanswered.map(({ promptId }) => promptId)).not.toContain(asked.id);
  });

  it('shows who has read, and forgets a reading that was undone', async () => {
    const id = await says('Read me.', '2026-11-12T10:00');
    expect((await brief()).reflections[0]!.reading).toBeNull();
    await at.get(ReadingsService).markRead(at.maren, id);
    expect((await brief()).reflections[0]!.reading).toMatchObject({ byName: 'Maren Okoye', byMe: true });
    await at.get(ReadingsService).undo(at.maren, id);
    expect((await brief()).reflections[0]!.reading).toBeNull();
  });

  it('knows its place among the day’s calls, cancelled ones aside', async () => {
    const before = (await brief()).callsToday!;
    const book = (local: string) =>
      anAppointment(at.house, { by: at.maren, clientId, startsAt: boise(local) });
    await book('2026-11-18T09:00');
    await book('2026-11-18T23:00');
    await book('2026-11-19T00:30');
    await cancel((await book('2026-11-18T08:00')).id);
    expect((await brief()).callsToday).toEqual({ position: before.position + 1, of: before.of + 2 });
  });

  it('is there for who reads the client’s words, and for nobody else', async () => {
    await says('For Maren alone.', '2026-11-12T10:00');
    for (const actor of [at.ines, at.coordinator, at.admin, at.stranger]) {
      await expect(brief(actor)).rejects.toMatchObject({ status: 404 });
    }
    await expect(brief(at.maren, newId())).rejects.toMatchObject({ status: 404 });
    const seat = (one: string) =>
      at.rows('update care_team_members set seat = $2 where client_id = $1', [clientId, one]);
    await seat('body');
    expect(JSON.stringify(await brief())).not.toContain('For Maren alone.');
    await seat('supervisor');
    await expect(brief()).resolves.toMatchObject({ client: { name: 'Rowan Ellis', pronouns: 'they/them' } });
  });

  it('leaves one audit row that names what was read, and none when it was refused', async () => {
    const id = await says('Read me.', '2026-11-12T10:00');
    await brief();
    await brief(at.coordinator).catch(() => undefined);
    const rows = await at.rows<{ actor_id: string; subject_ids: string[]; client_ids: string[] }>(
      "select actor_id, subject_ids, client_ids from audit_events where action = 'brief.read' and $1 = any (client_ids)",
      [clientId],
    );
    expect(rows).toEqual([
      { actor_id: at.maren.staffMemberId, subject_ids: [callId, id], client_ids: [clientId] },
    ]);
  });
});
