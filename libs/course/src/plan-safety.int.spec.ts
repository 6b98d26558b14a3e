import { aClient } from '../../../test/factories/client.factory.js';
import { aPlan } from '../../../test/factories/plan.factory.js';
import { rostersOf } from '../../../test/factories/rosters.factory.js';
import { type OpenCourse, openCourse, rowsOf } from '../../../test/support/course/open-course.js';
import { PlanCourseService } from './plan-course.service.js';
import { PlanEditingService } from './plan-editing.service.js';
import { PlanPreviewService } from './plan-preview.service.js';

const NOT_READY = {
  status: 409,
  code: 'clinic-not-ready',
  errors: [{ field: 'rosters', code: 'missing', params: {} }],
};
const CHECK = {
  prompt: { template: 'safety-check' },
  ...({
    anchor: 'latest-session',
    days: 2,
    localTime: '10:00',
    latenessHours: 48,
    slowestPace: 'gentle',
  } as const),
};

describe('a plan that asks about safety', () => {
  let course: OpenCourse;
  let clientId: string;
  const get = <T>(service: abstract new (...args: never[]) => T): T =>
    course.app.get<T>(service as never, { strict: false });
  const start = (template: string, number?: number) =>
    get(PlanCourseService).startPlan(course.maren, clientId, { template, number });
  const missing = async (template: string) =>
    (await get(PlanPreviewService).preview(course.maren, clientId, { template })).missing;

  beforeAll(async () => {
    course = await openCourse();
  });
  beforeEach(async () => {
    clientId = (await aClient(course.house, { by: course.maren })).id;
  });
  afterAll(() => course.close());

  it.each(['steady', 'series'])(
    '%s is not live before somebody receives what comes back',
    async (template) => {
      await expect(start(template)).rejects.toMatchObject(NOT_READY);
      expect(await missing(template)).toEqual(['rosters']);
      expect(await rowsOf(course, 'select 1 from prompts where client_id = $1', [clientId])).toEqual([]);
    },
  );

  it('may be had in the version before that asks nothing of the kind', async () => {
    expect(await start('steady', 2)).toMatchObject({ status: 'live' });
    expect(await missing('maintenance')).toEqual([]);
  });

  it('is not made of one that is live, either', async () => {
    const { id, version } = await aPlan(course.house, { by: course.maren, clientId });
    const edit = get(PlanEditingService).replaceSteps(course.maren, id, { version, steps: [CHECK] });
    await expect(edit).rejects.toMatchObject(NOT_READY);
  });

  it('waits for both rosters, and then is live', async () => {
    const people = { responderId: course.maren.staffMemberId, backupId: course.ines.staffMemberId };
    await rostersOf(course.house, { clinic: course.clinic, ...people });
    await rowsOf(course, "delete from rosters where kind = 'medical' returning kind");
    await expect(start('steady')).rejects.toMatchObject(NOT_READY);
    await rowsOf(course, 'delete from rosters returning kind');
    await rostersOf(course.house, { clinic: course.clinic, ...people });
    expect(await missing('series')).toEqual([]);
    const { id, version } = await start('steady');
    const edit = get(PlanEditingService).replaceSteps(course.maren, id, { version, steps: [CHECK] });
    await expect(edit).resolves.toMatchObject({ status: 'live' });
  });
});
