import { PlansService } from '@app/plans/plans.service.js';
import { aClient } from '../../../test/factories/client.factory.js';
import { aKetamineSession } from '../../../test/factories/ketamine-session.factory.js';
import { aPlan } from '../../../test/factories/plan.factory.js';
import { type OpenCourse, openCourse, rowsOf } from '../../../test/support/course/open-course.js';
import { ClientCourseService } from './client-course.service.js';
import { PlanCourseService } from './plan-course.service.js';

const page = { limit: 200 };

describe('plans in a course', () => {
  let course: OpenCourse;
  let plans: PlansService;
  let commands: PlanCourseService;
  let clientId: string;

  beforeAll(async () => {
    course = await openCourse();
    plans = course.app.get(PlansService, { strict: false });
    commands = course.app.get(PlanCourseService, { strict: false });
  });
  beforeEach(async () => {
    clientId = (await aClient(course.house, { by: course.maren })).id;
  });
  afterAll(() => course.close());

  const start = () => aPlan(course.house, { by: course.maren, clientId });

  it('are live at once, with titles and times in words', async () => {
    const plan = await start();
    expect(plan).toMatchObject({ status: 'live', version: 1, template: { code: 'steady', title: 'Steady' } });
    expect(plan.steps).toHaveLength(14);
    expect(plan.steps[4]).toMatchObject({
      stepId: expect.any(String),
      title: 'What stayed',
      when: '1 day after the ketamine session, 10:00 am',
    });
  });

  it('end an earlier one, and keep the ids of steps that stay the same', async () => {
    const first = await start();
    const second = await start();
    const { items } = await plans.list(course.maren, clientId, page);
    expect(items.map(({ id, status }) => [id, status])).toEqual([
      [second.id, 'live'],
      [first.id, 'ended'],
    ]);
    expect(second.steps.map(({ stepId }) => stepId)).toEqual(first.steps.map(({ stepId }) => stepId));
  });

  it('do not ask twice what an earlier plan has open', async () => {
    await aKetamineSession(course.house, { by: course.maren, clientId });
    const open = async () =>
      (
        await rowsOf<{ template_code: string }>(
          course,
          "select template_code from prompts where client_id = $1 and status = 'scheduled'",
          [clientId],
        )
      )
        .map((row) => row.template_code)
        .sort();
    await start();
    const once = await open();
    expect(once).toContain('what-stayed');
    await start();
    expect(await open()).toEqual(once);
  });

  it('are one live plan, also when two are started at once', async () => {
    await Promise.all([start(), start(), start()]);
    const { items } = await plans.list(course.maren, clientId, page);
    expect(items.filter(({ status }) => status === 'live')).toHaveLength(1);
  });

  it('are started once for one idempotency key', async () => {
    const say = () =>
      commands.startPlan(course.maren, clientId, { template: 'steady', number: 2 }, 'one-plan');
    expect((await say()).id).toBe((await say()).id);
  });

  it('are refused for a client who is not active, and for a template that is none', async () => {
    const client = course.app.get(ClientCourseService, { strict: false });
    await client.changeClient(course.maren, clientId, { version: 1, status: 'on_hold' });
    await expect(start()).rejects.toMatchObject({ status: 409, code: 'client-not-active' });
    const unknown = commands.startPlan(course.maren, clientId, { template: 'constructor' });
    await expect(unknown).rejects.toMatchObject({ status: 400, errors: [{ field: 'template' }] });
  });

  it('are nobody’s to start but the care team’s and the admin’s', async () => {
    for (const actor of [course.ines, course.stranger, course.coordinator]) {
      const refused = commands.startPlan(actor, clientId, { template: 'steady' });
      await expect(refused).rejects.toMatchObject({ status: 404 });
    }
    await expect(plans.list(course.ines, clientId, page)).rejects.toMatchObject({ status: 404 });
    const byAdmin = commands.startPlan(course.admin, clientId, { template: 'steady', number: 2 });
    await expect(byAdmin).resolves.toMatchObject({ status: 'live' });
    await expect(plans.list(course.coordinator, clientId, page)).resolves.toMatchObject({ next: null });
  });
});
