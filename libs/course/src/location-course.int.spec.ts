import { aClient } from '../../../test/factories/client.factory.js';
import { aKetamineSession } from '../../../test/factories/ketamine-session.factory.js';
import { aPlan } from '../../../test/factories/plan.factory.js';
import { type OpenCourse, openCourse, rowsOf } from '../../../test/support/course/open-course.js';
import { LocationCourseService } from './location-course.service.js';

describe('changing a location', () => {
  let course: OpenCourse;
  let commands: LocationCourseService;
  let locationId: string;

  beforeAll(async () => {
    course = await openCourse();
    commands = course.app.get(LocationCourseService, { strict: false });
    ({ locationId } = course.clinic);
  });
  afterAll(() => course.close());

  const planned = async (clientId: string) =>
    rowsOf<{ send_at: Date; version: number }>(
      course,
      "select send_at, version from prompts where client_id = $1 and status = 'scheduled' order by id",
      [clientId],
    );
  const version = async () => {
    const [row] = await rowsOf<{ version: number }>(course, 'select version from locations where id = $1', [
      locationId,
    ]);
    return row!.version;
  };
  const hourThere = (at: Date) =>
    Number(
      new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone: 'America/Boise' }).format(
        at,
      ),
    );

  async function aClientWithAPlan(quietHours?: { from: string; to: string }): Promise<string> {
    const { maren, house } = course;
    const { id } = await aClient(house, { by: maren, ...(quietHours && { quietHours }) });
    await aKetamineSession(house, { by: maren, clientId: id });
    await aPlan(house, { by: maren, clientId: id });
    return id;
  }

  it('moves what is unsent out of new quiet hours, for those who have none of their own', async () => {
    const follows = await aClientWithAPlan();
    const keeps = await aClientWithAPlan({ from: '22:00', to: '06:00' });
    const before = await planned(keeps);
    expect((await planned(follows)).some(({ send_at: at }) => hourThere(at) < 13)).toBe(true);
    const change = { version: await version(), quietFrom: '20:00', quietTo: '13:00' };
    const view = await commands.changeLocation(course.admin, locationId, change);
    expect(view).toMatchObject({
      quietFrom: '20:00',
      quietTo: '13:00',
      openFrom: '08:00',
      name: 'Main Street',
    });
    const after = await planned(follows);
    expect(after.length).toBeGreaterThan(0);
    for (const { send_at: at } of after) expect([13, 14, 15, 16, 17, 18, 19]).toContain(hourThere(at));
    expect(await planned(keeps)).toEqual(before);
    const [row] = await rowsOf<{ client_ids: string[] }>(
      course,
      "select client_ids from audit_events where action = 'location.changed'",
    );
    expect(row!.client_ids).toEqual([follows]);
  });

  it('moves nothing with its zone or name, and the version alone confirms what stands', async () => {
    const clientId = await aClientWithAPlan();
    const before = await planned(clientId);
    const renamed = { version: await version(), timeZone: 'America/New_York', name: 'Harbor Street' };
    const view = await commands.changeLocation(course.admin, locationId, renamed);
    expect(view).toMatchObject({ timeZone: 'America/New_York', name: 'Harbor Street' });
    const confirmed = await commands.changeLocation(course.admin, locationId, { version: view.version });
    expect(confirmed).toEqual({ ...view, version: view.version + 1 });
    expect(await planned(clientId)).toEqual(before);
  });

  it('refuses a stale version, hours that do not work, and a location next door', async () => {
    const change = { version: await version() };
    const refused = (more: object) =>
      expect(commands.changeLocation(course.admin, locationId, { ...change, ...more })).rejects;
    await refused({ version: change.version - 1 }).toMatchObject({ status: 409, code: 'conflict-version' });
    await refused({ quietFrom: '05:00', quietTo: '02:00' }).toMatchObject({ status: 400 });
    await refused({ openTo: '07:00' }).toMatchObject({ status: 400, errors: [{ field: 'openTo' }] });
    await expect(commands.changeLocation(course.stranger, locationId, change)).rejects.toMatchObject({
      status: 404,
    });
    expect(await version()).toBe(change.version);
  });
});
