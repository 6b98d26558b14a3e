import { Temporal } from 'temporal-polyfill';
import { SeriesService } from '@app/sessions/series.service.js';
import { SessionsService } from '@app/sessions/sessions.service.js';
import { aClient } from '../../../test/factories/client.factory.js';
import { aKetamineSession } from '../../../test/factories/ketamine-session.factory.js';
import { aPlan } from '../../../test/factories/plan.factory.js';
import { type OpenCourse, openCourse, rowsOf } from '../../../test/support/course/open-course.js';
import { SeriesCourseService } from './series-course.service.js';
import { SessionCourseService } from './session-course.service.js';

const page = { limit: 200 };
const stale = { status: 409, code: 'conflict-version' };

describe('ketamine sessions in a course', () => {
  let course: OpenCourse;
  let sessions: SessionsService;
  let commands: SessionCourseService;
  let series: SeriesCourseService;
  let clientId: string;
  let now: Temporal.Instant;

  beforeAll(async () => {
    course = await openCourse();
    sessions = course.app.get(SessionsService, { strict: false });
    commands = course.app.get(SessionCourseService, { strict: false });
    series = course.app.get(SeriesCourseService, { strict: false });
  });
  beforeEach(async () => {
    // A zone without clock changes: days are 24 hours whenever this runs.
    clientId = (await aClient(course.house, { by: course.maren, timeZone: 'America/Phoenix' })).id;
    now = await course.house.db.now();
  });
  afterAll(() => course.close());

  const record = (hours: number, status: 'planned' | 'completed' = 'planned') =>
    aKetamineSession(course.house, { by: course.maren, clientId, heldAt: now.add({ hours }), status });

  const promptsOf = () =>
    rowsOf<{ template_code: string; status: string; anchor_id: string; send_at: Date }>(
      course,
      'select template_code, status, anchor_id, send_at from prompts where client_id = $1',
      [clientId],
    );

  it('are recorded on the location’s clock and open a series when none is open', async () => {
    const held = { heldOn: '2027-03-14', time: '02:30' };
    const session = await commands.recordSession(course.maren, clientId, { held, route: 'im' });
    expect(session).toMatchObject({
      heldAt: '2027-03-14T09:30:00Z',
      heldLocal: '2027-03-14T03:30',
      timeZone: 'America/Boise',
      status: 'planned',
      setting: 'clinic',
      numberInSeries: 1,
      version: 1,
      completedAt: null,
    });
    const second = await record(48);
    expect(second.seriesId).toBe(session.seriesId);
    const list = await course.app.get(SeriesService, { strict: false }).list(course.maren, clientId, page);
    expect(list.items).toMatchObject([{ id: session.seriesId, status: 'open', version: 1 }]);
  });

  it('are numbered by time, and listed newest first', async () => {
    await record(-48, 'completed');
    await record(72);
    await record(24);
    const { items } = await sessions.list(course.maren, clientId, page);
    expect(items.map(({ numberInSeries }) => numberInSeries)).toEqual([3, 2, 1]);
  });

  it('have one open series, also when two are opened at once', async () => {
    const open = () => series.openSeries(course.maren, clientId, {});
    await Promise.all([open(), open(), record(24), open()]);
    const rows = await rowsOf<{ status: string }>(course, 'select status from series where client_id = $1', [
      clientId,
    ]);
    expect(rows.filter(({ status }) => status === 'open')).toHaveLength(1);
  });

  it('stay in the series they were recorded in when another opens', async () => {
    const first = await record(-48, 'completed');
    const next = await series.openSeries(course.maren, clientId, { name: 'Second round' });
    expect(next).toMatchObject({ status: 'open', name: 'Second round' });
    expect((await record(24)).seriesId).toBe(next.id);
    const late = { heldAt: now.subtract({ hours: 24 }) };
    const named = { held: late, route: 'iv', seriesId: first.seriesId } as const;
    expect(await commands.recordSession(course.maren, clientId, named)).toMatchObject({
      seriesId: first.seriesId,
      numberInSeries: 2,
    });
  });

  it('refuse the series of another client', async () => {
    const other = await aClient(course.house, { by: course.maren });
    const theirs = await aKetamineSession(course.house, { by: course.maren, clientId: other.id });
    const session = { held: { heldAt: now }, route: 'im', seriesId: theirs.seriesId } as const;
    await expect(commands.recordSession(course.maren, clientId, session)).rejects.toMatchObject({
      status: 404,
    });
  });

  it('are there for the care team and the calendar keepers, and for nobody else', async () => {
    const { id, version } = await record(24);
    const move = { version, held: { heldAt: now.add({ hours: 30 }) } };
    for (const actor of [course.ines, course.stranger]) {
      const notFound = { status: 404 };
      await expect(sessions.list(actor, clientId, page)).rejects.toMatchObject(notFound);
      await expect(commands.moveSession(actor, id, move)).rejects.toMatchObject(notFound);
      await expect(commands.completeSession(actor, id)).rejects.toMatchObject(notFound);
      await expect(commands.cancelSession(actor, id, {})).rejects.toMatchObject(notFound);
      await expect(
        commands.recordSession(actor, clientId, { held: { heldAt: now }, route: 'im' }),
      ).rejects.toMatchObject(notFound);
      await expect(series.openSeries(actor, clientId, {})).rejects.toMatchObject(notFound);
    }
    await expect(commands.moveSession(course.coordinator, id, move)).resolves.toMatchObject({ version: 2 });
  });

  it('move the prompts that are unsent', async () => {
    await aPlan(course.house, { by: course.maren, clientId });
    const { id, version } = await record(24 * 5);
    const whatStayed = async () =>
      (await promptsOf()).find((row) => row.template_code === 'what-stayed' && row.anchor_id === id)!;
    const before = (await whatStayed()).send_at;
    const moved = await commands.moveSession(course.maren, id, {
      version,
      held: { heldAt: now.add({ hours: 24 * 8 }) },
    });
    expect(moved.version).toBe(2);
    expect((await whatStayed()).send_at.getTime() - before.getTime()).toBe(3 * 24 * 3_600_000);
  });

  it('bring prompts along whoever keeps the calendar', async () => {
    await aPlan(course.house, { by: course.maren, clientId });
    const heldAt = now.add({ hours: 24 * 5 });
    await aKetamineSession(course.house, { by: course.coordinator, clientId, heldAt });
    expect((await promptsOf()).map((row) => row.template_code)).toContain('what-stayed');
  });

  it('withdraw their prompts when the client did not come', async () => {
    await aPlan(course.house, { by: course.maren, clientId });
    const { id } = await record(24 * 5);
    expect(await promptsOf()).not.toHaveLength(0);
    const missed = await commands.cancelSession(course.maren, id, { noShow: true });
    expect(missed.status).toBe('no_show');
    const statuses = (await promptsOf()).map(({ status }) => status);
    expect(statuses).not.toContain('scheduled');
    expect(statuses).toContain('withdrawn');
  });

  it('refuse a change of a version that is not theirs any more', async () => {
    const { id, version } = await record(24);
    await commands.moveSession(course.maren, id, { version, route: 'sc' });
    const held = { heldAt: now.add({ hours: 30 }) };
    await expect(commands.moveSession(course.maren, id, { version, held })).rejects.toMatchObject(stale);
    await expect(commands.completeSession(course.maren, id, version)).rejects.toMatchObject(stale);
    await expect(commands.cancelSession(course.maren, id, { version })).rejects.toMatchObject(stale);
    expect((await sessions.list(course.maren, clientId, page)).items[0]).toMatchObject({
      route: 'sc',
      version: 2,
    });
  });

  it('let one of two simultaneous moves win', async () => {
    const { id, version } = await record(24);
    const move = (hours: number) =>
      commands.moveSession(course.maren, id, { version, held: { heldAt: now.add({ hours }) } });
    const outcomes = await Promise.allSettled([move(30), move(40)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('are completed once, however often it is said', async () => {
    const { id, version } = await record(-2);
    const done = await commands.completeSession(course.maren, id, version);
    expect(done).toMatchObject({ status: 'completed', version: 2, completedAt: expect.any(String) });
    expect(await commands.completeSession(course.maren, id, version)).toEqual(done);
  });

  it('are completed up to 12 hours early, and not before', async () => {
    const soon = await record(11);
    const later = await record(13);
    await expect(commands.completeSession(course.maren, soon.id)).resolves.toMatchObject({
      status: 'completed',
    });
    await expect(commands.completeSession(course.maren, later.id)).rejects.toMatchObject({
      status: 422,
      code: 'not-yet-held',
    });
  });

  it('are not recorded as completed before their time, nor moved ahead once completed', async () => {
    await expect(record(1, 'completed')).rejects.toMatchObject({ status: 422 });
    const { id, version } = await record(-5, 'completed');
    const held = { heldAt: now.add({ hours: 5 }) };
    await expect(commands.moveSession(course.maren, id, { version, held })).rejects.toMatchObject({
      status: 422,
    });
  });

  it('stay as they are once cancelled', async () => {
    const { id } = await record(-2);
    const cancelled = await commands.cancelSession(course.maren, id, {});
    expect(await commands.cancelSession(course.maren, id, {})).toEqual(cancelled);
    const conflict = { status: 409, code: 'already-cancelled' };
    await expect(commands.completeSession(course.maren, id)).rejects.toMatchObject(conflict);
    await expect(commands.cancelSession(course.maren, id, { noShow: true })).rejects.toMatchObject(conflict);
    const move = { version: cancelled.version, held: { heldAt: now } };
    await expect(commands.moveSession(course.maren, id, move)).rejects.toMatchObject(conflict);
  });

  it.each(['1999-12-31T12:00:00Z', '2099-01-01T12:00:00Z', '9999-01-01T12:00:00Z'])(
    'refuse a date nobody means: %s',
    async (text) => {
      const session = { held: { heldAt: Temporal.Instant.from(text) }, route: 'im' } as const;
      await expect(commands.recordSession(course.maren, clientId, session)).rejects.toMatchObject({
        status: 400,
        errors: [{ field: 'heldAt', code: 'dateOutOfRange' }],
      });
    },
  );

  it('are recorded once for one idempotency key', async () => {
    const session = { held: { heldAt: now.add({ hours: 24 }) }, route: 'im' } as const;
    const say = (route: 'im' | 'iv') =>
      commands.recordSession(course.maren, clientId, { ...session, route }, 'one-form');
    const twins = await Promise.all([say('im'), say('im')]);
    expect(twins[0].id).toBe(twins[1].id);
    await expect(say('iv')).rejects.toMatchObject({ status: 422, code: 'idempotency-body-differs' });
    expect((await sessions.list(course.maren, clientId, page)).items).toHaveLength(1);
  });
});
