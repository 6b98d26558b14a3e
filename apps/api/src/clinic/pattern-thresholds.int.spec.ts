import { Module } from '@nestjs/common';
import { DEFAULT_THRESHOLDS, THRESHOLD_NAMES } from '@app/safety/patterns/pattern-thresholds.js';
import type { Role } from '@app/platform/actor.js';
import type { Test } from 'supertest';
import { aClinic } from '../../../../test/factories/clinic.factory.js';
import { aStaffMember } from '../../../../test/factories/staff-member.factory.js';
import { type RunningApi, runningApi } from '../../../../test/support/api/running-api.js';
import { FrontDoorModule } from '../front-door.module.js';
import { openFrontDoor } from '../http/open-front-door.js';
import { ClinicApiModule } from './clinic.module.js';

@Module({ imports: [FrontDoorModule, ClinicApiModule] })
class ThresholdRequestsModule {}

const PATH = '/api/clinic/pattern-thresholds';

describe('requests about when something is worth asking about', () => {
  let api: RunningApi;
  let clinicId: string;
  const cookies = {} as Record<Role, string>;

  beforeAll(async () => {
    api = await runningApi({ open: () => openFrontDoor(ThresholdRequestsModule) });
    const clinic = await aClinic(api.house);
    clinicId = clinic.clinicId;
    for (const role of ['admin', 'practitioner', 'coordinator'] as const) {
      cookies[role] = await api.signIn(await aStaffMember(api.house, { clinic, roles: [role] }));
    }
  });
  afterAll(() => api.stop());

  const read = (by: Role = 'admin'): Test => api.call('get', PATH, cookies[by]);
  const put = (body: object, by: Role = 'admin'): Test => api.call('put', PATH, cookies[by]).send(body);

  it('give the usual figures, and how far each may go', async () => {
    const { body } = await read().expect(200);
    expect(body).toMatchObject({ version: 1, thresholds: DEFAULT_THRESHOLDS, defaults: DEFAULT_THRESHOLDS });
    expect(body.ranges.map(({ name }: { name: string }) => name)).toEqual(THRESHOLD_NAMES);
    expect(body.ranges).toContainEqual({ name: 'phq9Points', from: 6, to: 15 });
  });

  it('change all of them at once, under the version that was read', async () => {
    const figures = { ...DEFAULT_THRESHOLDS, freshDays: 21, phq9Points: 7 };
    const { body } = await put({ version: 1, ...figures }).expect(200);
    expect(body).toMatchObject({ version: 2, thresholds: figures, defaults: DEFAULT_THRESHOLDS });
    await put({ version: 1, ...figures }).expect(409);
    expect((await read().expect(200)).body).toMatchObject({ version: 2, thresholds: figures });
    const trace = await api.house.db.inClinic({ kind: 'system', clinicId, job: 'test' }, (tx) =>
      tx.query("select 1 from audit_events where action = 'pattern-thresholds.changed'"),
    );
    expect(trace).toHaveLength(1);
  });

  it('refuse what is out of range, half or missing, and name the figure', async () => {
    for (const [name, value, code] of [
      ['phq9Points', 5, 'min'],
      ['afterSessionHours', 71, 'min'],
      ['givenBackPercent', 101, 'max'],
      ['silentPrompts', 2.5, 'isInt'],
      ['freshDays', undefined, 'isInt'],
      ['freshDays', '28', 'isInt'],
    ] as const) {
      const { body } = await put({ version: 2, ...DEFAULT_THRESHOLDS, [name]: value }).expect(400);
      expect(
        body.errors.map((error: { field: string; code: string }) => [error.field, error.code]),
      ).toContainEqual([name, code]);
    }
    await put({ version: 2, ...DEFAULT_THRESHOLDS, other: 3 }).expect(400);
  });

  it('are an admin’s: nobody else learns that they exist', async () => {
    for (const role of ['practitioner', 'coordinator'] as const) {
      await read(role).expect(404);
      await put({ version: 2, ...DEFAULT_THRESHOLDS }, role).expect(404);
    }
  });
});
