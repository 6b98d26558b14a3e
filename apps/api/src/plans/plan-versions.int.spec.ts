import { Module } from '@nestjs/common';
import type { Test } from 'supertest';
import type { PlanPreviewView } from '@app/course/plan-preview.view.js';
import type { PlanStepView } from '@app/plans/plan-step.view.js';
import type { PlanTemplateView, PlanTemplateWithVersionsView } from '@app/plans/plan-template.view.js';
import type { PlanView } from '@app/plans/plan.view.js';
import type { PromptView } from '@app/prompts/prompt.view.js';
import { aClient } from '../../../../test/factories/client.factory.js';
import { aClinic, type MadeClinic } from '../../../../test/factories/clinic.factory.js';
import { courseHouseOf } from '../../../../test/factories/course-house.js';
import { aKetamineSession } from '../../../../test/factories/ketamine-session.factory.js';
import { rostersOf } from '../../../../test/factories/rosters.factory.js';
import { aStaffMember, type MadeStaffMember } from '../../../../test/factories/staff-member.factory.js';
import { type RunningApi, runningApi } from '../../../../test/support/api/running-api.js';
import { FrontDoorModule } from '../front-door.module.js';
import { openFrontDoor } from '../http/open-front-door.js';
import { LibraryApiModule } from '../library/library.module.js';
import { PromptsApiModule } from '../prompts/prompts.module.js';
import { PlansApiModule } from './plans.module.js';

@Module({ imports: [FrontDoorModule, LibraryApiModule, PlansApiModule, PromptsApiModule] })
class PlanRequestsModule {}

const dto = ({ title: _title, when: _when, informs: _informs, measure: _measure, ...view }: PlanStepView) => {
  const { asks: _asks, content: _content, ...step } = view;
  return step;
};
const told = (rows: readonly Pick<PromptView, 'title' | 'status' | 'sendAt' | 'localText'>[]) =>
  rows.map(({ title, status, sendAt, localText }) => `${sendAt} ${localText} ${title} ${status}`).sort();

describe('versions of plans', () => {
  let api: RunningApi;
  let clinic: MadeClinic;
  let maren: MadeStaffMember;
  let ines: MadeStaffMember;
  let cookie: string;
  let clientId: string;

  beforeAll(async () => {
    api = await runningApi({ open: () => openFrontDoor(PlanRequestsModule) });
    clinic = await aClinic(api.house);
    maren = await aStaffMember(api.house, { clinic, name: 'Maren Okoye', roles: ['practitioner'] });
    ines = await aStaffMember(api.house, { clinic, name: 'Ines Halvard', roles: ['practitioner'] });
    cookie = await api.signIn(maren);
  });
  beforeEach(async () => {
    const house = courseHouseOf(api.app);
    clientId = (await aClient(house, { by: maren.actor })).id;
    await aKetamineSession(house, { by: maren.actor, clientId, status: 'completed' });
  });
  afterAll(() => api.stop());

  const get = async <View>(path: string): Promise<View> =>
    (await api.call('get', `/api${path}`, cookie).expect(200)).body as View;
  const post = (path: string, body: object): Test => api.call('post', `/api${path}`, cookie).send(body);
  const put = (path: string, body: object): Test => api.call('put', `/api${path}`, cookie).send(body);
  const started = async (body: object) =>
    (await post(`/clients/${clientId}/plans`, body).expect(201)).body as PlanView;
  const previewed = async (body: object) =>
    (await post(`/clients/${clientId}/plan-preview`, body).expect(200)).body as PlanPreviewView;
  const prompts = async () => (await get<{ items: PromptView[] }>(`/clients/${clientId}/prompts`)).items;
  const versions = (id: string) => get<PlanTemplateWithVersionsView>(`/plan-templates/${id}`);

  /** One of the clinic's own in two versions, the second of which asks a question more. */
  async function own(): Promise<PlanTemplateView> {
    const all = await versions('steady');
    const steps = all.versions.find(({ number }) => number === 2)!.steps.map(dto);
    const made = await post('/plan-templates', { title: 'Ours', steps: steps.slice(4, 8) }).expect(201);
    const { id } = made.body as PlanTemplateView;
    const more = { version: 1, title: 'Ours, longer', steps: steps.slice(4, 11) };
    return (await post(`/plan-templates/${id}/versions`, more).expect(201)).body as PlanTemplateView;
  }

  it('are told newest first, ours and the clinic’s own, each with what it brings', async () => {
    const { starter, number, versions: ours } = await versions('steady');
    expect([starter, number, ours.map((one) => one.number)]).toEqual([true, 3, [3, 2, 1]]);
    const asks = (at: number) => ours[at]!.steps.flatMap((step) => [...step.asks, step.measure ?? []].flat());
    expect(asks(0)).toEqual(
      expect.arrayContaining([
        'safety-check',
        'early-signs',
        'thread-review',
        'thread-name',
        'phq-9',
        'gad-7',
      ]),
    );
    expect([asks(1), asks(2)]).toEqual([[], []]);
    const { id } = await own();
    expect((await versions(id)).versions).toMatchObject([
      { number: 2, title: 'Ours, longer', publishedByName: 'Maren Okoye' },
      { number: 1, title: 'Ours', publishedByName: 'Maren Okoye' },
    ]);
    await api.call('get', '/api/plan-templates/constructor', cookie).expect(404);
  });

  it('may each be begun with, and what is previewed is what then stands in the rows', async () => {
    const { id } = await own();
    const { rows } = await previewed({ template: id, number: 1 });
    const plan = await started({ template: id, number: 1 });
    expect(plan).toMatchObject({ template: { code: id, version: 1, title: 'Ours' } });
    expect(plan.steps).toHaveLength(4);
    expect(rows.length).toBeGreaterThan(0);
    expect(told(await prompts())).toEqual(told(rows));
    const { rows: longer } = await previewed({ template: id });
    expect(longer.filter(({ change }) => change === 'added').length).toBeGreaterThan(0);
  });

  it('that never were are told by their field, and make nothing live', async () => {
    const { id } = await own();
    for (const template of [id, 'steady']) {
      const { body } = await post(`/clients/${clientId}/plans`, { template, number: 9 }).expect(400);
      expect((body as { errors: object[] }).errors).toMatchObject([{ field: 'number' }]);
      await post(`/clients/${clientId}/plan-preview`, { template, number: 9 }).expect(400);
    }
    expect(await prompts()).toEqual([]);
  });

  it('are brought into a plan that stands, which then has that one, and nothing sent is touched', async () => {
    const { id } = await own();
    const plan = await started({ template: id, number: 1 });
    const before = await prompts();
    const newest = (await versions(id)).versions[0]!;
    const kept = newest.steps.map((step) => ({
      ...dto(step),
      stepId: plan.steps.find(
        ({ prompt, anchor }) => prompt.template === step.prompt.template && anchor === step.anchor,
      )?.stepId,
    }));
    await put(`/plans/${plan.id}/steps`, { version: 1, number: 9, steps: kept }).expect(400);
    const { body } = await put(`/plans/${plan.id}/steps`, { version: 1, number: 2, steps: kept }).expect(200);
    expect(body).toMatchObject({ version: 2, template: { code: id, version: 2, title: 'Ours, longer' } });
    const after = await prompts();
    for (const prompt of before) expect(told(after)).toContain(told([prompt])[0]);
    const plain = await put(`/plans/${plan.id}/steps`, { version: 2, steps: kept }).expect(200);
    expect((plain.body as PlanView).template.version).toBe(2);
  });

  it('that ask about safety say what is missing, and what is asked where no morning is staffed', async () => {
    expect(await previewed({ template: 'steady' })).toMatchObject({
      missing: ['rosters'],
      withoutMornings: true,
    });
    expect(await previewed({ template: 'steady', number: 2 })).toMatchObject({
      missing: [],
      withoutMornings: false,
    });
    const people = { responderId: maren.staffMemberId, backupId: ines.staffMemberId };
    await rostersOf(api.house, { clinic, ...people, openFrom: '13:00' });
    expect(await previewed({ template: 'steady' })).toMatchObject({ missing: [], withoutMornings: true });
    const { rows } = await previewed({ template: 'steady', number: 3 });
    await started({ template: 'steady', number: 3 });
    expect(told(await prompts())).toEqual(told(rows));
  });
});
