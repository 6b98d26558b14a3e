import { RosterCourseService } from './roster-course.service.js';
import { LocationCourseService } from './location-course.service.js';
import { PlanEditingService } from './plan-editing.service.js';
import { PlanPreviewService } from './plan-preview.service.js';
import type { WrittenRoster } from '@app/clinics/settings/rosters.service.js';
import { aClient } from '../../../test/factories/client.factory.js';
import { aKetamineSession } from '../../../test/factories/ketamine-session.factory.js';
import { aPlan } from '../../../test/factories/plan.factory.js';
import { type OpenCourse, openCourse, rowsOf } from '../../../test/support/course/open-course.js';

describe('who answers safety flags', () => {
  let course: OpenCourse;
  const get = <T>(service: abstract new (...args: never[]) => T): T =>
    course.app.get<T>(service as never, { strict: false });

  beforeAll(async () => {
    course = await openCourse();
  });
  afterAll(() => course.close());

  const roster = (over: Partial<WrittenRoster> = {}): WrittenRoster => ({
    locationId: course.clinic.locationId,
    responderId: course.maren.staffMemberId,
    outsideBackupEmail: 'orla@finch.example',
    leadId: course.admin.staffMemberId,
    openFrom: '09:00',
    openTo: '17:00',
    openDays: [1, 2, 3, 4, 5],
    holidays: [],
    ...over,
  });
  const put = async (over: Partial<WrittenRoster>, kind = 'psychological') => {
    const [row] = await rowsOf<{ version: number }>(course, 'select version from rosters where kind = $1', [
      kind,
    ]);
    return get(RosterCourseService).putRoster(course.admin, kind, roster({ ...row, ...over }));
  };
  const prompts = (clientId: string, code: string) =>
    rowsOf<{
      local_time: string;
      status: string;
      send_until: Date;
      reasons: { code: string }[];
      version: number;
    }>(
      course,
      `select local_time, status, send_until, reasons, version from prompts
       where client_id = $1 and template_code = $2 and status = 'scheduled' order by nominal_at`,
      [clientId, code],
    );

  /** A client who is asked a PHQ-9 fifteen days after each session, and something else with it. */
  async function aClientWithMeasures(): Promise<string> {
    const { maren, house } = course;
    const { id } = await aClient(house, { by: maren });
    await aKetamineSession(house, { by: maren, clientId: id });
    const { id: planId, version } = await aPlan(house, { by: maren, clientId: id });
    const timing = { anchor: 'every-session', latenessHours: 168, slowestPace: 'gentle' } as const;
    await get(PlanEditingService).replaceSteps(maren, planId, {
      version,
      steps: [
        { prompt: { template: 'phq-9' }, ...timing, days: 15, localTime: '18:00' },
        { prompt: { template: 'what-stayed' }, ...timing, days: 1, localTime: '10:00' },
      ],
    });
    return id;
  }

  it('moves what waits for a staffed morning, and nothing else', async () => {
    const clientId = await aClientWithMeasures();
    const [plain] = await prompts(clientId, 'phq-9');
    const others = await prompts(clientId, 'what-stayed');
    expect([plain!.local_time.slice(11), plain!.reasons.map(({ code }) => code)]).toEqual([
      '18:00',
      ['days-after-session', 'without-safety-item'],
    ]);
    await put({});
    const [staffed] = await prompts(clientId, 'phq-9');
    expect([staffed!.local_time.slice(11), staffed!.reasons.map(({ code }) => code)]).toEqual([
      '09:00',
      ['days-after-session', 'staffed-morning'],
    ]);
    // What the editor shows is what stands.
    const shown = await get(PlanPreviewService).preview(course.maren, clientId, {});
    expect(shown.rows.map(({ change }) => change)).toEqual(shown.rows.map(() => 'none'));
    expect(shown.rows.flatMap(({ reasons }) => reasons.map(({ text }) => text)).join()).toMatch(
      /It asks about safety and goes out on staffed mornings, so \w+day \d+ \w+, 9:00 am/,
    );
    await put({ openFrom: '10:30' });
    const [later] = await prompts(clientId, 'phq-9');
    expect(later!.local_time).toBe(staffed!.local_time.replace('09:00', '10:30'));
    await put({ openFrom: '10:30', holidays: [staffed!.local_time.slice(0, 10)] });
    const [pastHoliday] = await prompts(clientId, 'phq-9');
    expect(pastHoliday!.local_time > later!.local_time).toBe(true);
    // Nobody stands in any more: PHQ-8 is asked, and waits for nobody.
    await put({ openDays: [5, 6] });
    expect((await prompts(clientId, 'phq-9'))[0]!.local_time).toBe(plain!.local_time);
    expect(await prompts(clientId, 'what-stayed')).toEqual(others);
    const [audited] = await rowsOf<{ client_ids: string[] }>(
      course,
      "select client_ids from audit_events where action = 'roster.changed' order by id desc limit 1",
    );
    expect(audited!.client_ids).toEqual([clientId]);
  });

  it('moves it with the clock of the roster’s location, and not with the roster of the body', async () => {
    const clientId = await aClientWithMeasures();
    await put({ openDays: [1, 2, 3, 4] });
    const [before] = await prompts(clientId, 'phq-9');
    await put({ openFrom: '11:00' }, 'medical');
    expect(await prompts(clientId, 'phq-9')).toEqual([before]);
    const [location] = await rowsOf<{ version: number }>(
      course,
      'select version from locations where id = $1',
      [course.clinic.locationId],
    );
    const change = { version: location!.version, timeZone: 'America/New_York' };
    await get(LocationCourseService).changeLocation(course.admin, course.clinic.locationId, change);
    const [after] = await prompts(clientId, 'phq-9');
    // Nine in New York is seven in Boise, and quiet hours last until eight.
    expect([before!.local_time.slice(11), after!.local_time.slice(11)]).toEqual(['09:00', '08:00']);
    expect(after!.send_until.getTime()).toBeLessThan(before!.send_until.getTime());
  });
});
