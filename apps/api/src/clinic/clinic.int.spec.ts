import { Module } from '@nestjs/common';
import type { Test } from 'supertest';
import { aClinic, type MadeClinic } from '../../../../test/factories/clinic.factory.js';
import { aStaffMember, type MadeStaffMember } from '../../../../test/factories/staff-member.factory.js';
import { type RunningApi, runningApi } from '../../../../test/support/api/running-api.js';
import { FrontDoorModule } from '../front-door.module.js';
import { openFrontDoor } from '../http/open-front-door.js';
import { ClinicApiModule } from './clinic.module.js';

@Module({ imports: [FrontDoorModule, ClinicApiModule] })
class ClinicRequestsModule {}

type Who = 'admin' | 'practitioner' | 'coordinator';
const hours = { openFrom: '09:00', openTo: '17:00', openDays: [1, 2] };
const annex = {
  name: 'Quiet Annex',
  timeZone: 'America/Denver',
  quietFrom: '20:00',
  quietTo: '09:00',
  ...hours,
};
const contact = { label: 'Orla Finch', phone: '+1 208 555 0120', note: '', verifiedOn: '2026-01-05' };

describe('requests about the settings of a clinic', () => {
  let api: RunningApi;
  let clinic: MadeClinic;
  let maren: MadeStaffMember;
  const cookies = {} as Record<Who, string>;

  beforeAll(async () => {
    api = await runningApi({ open: () => openFrontDoor(ClinicRequestsModule) });
    clinic = await aClinic(api.house);
    maren = await aStaffMember(api.house, { clinic });
    cookies.practitioner = await api.signIn(maren);
    for (const role of ['admin', 'coordinator'] as const) {
      cookies[role] = await api.signIn(await aStaffMember(api.house, { clinic, roles: [role] }));
    }
  });
  afterAll(() => api.stop());

  const call = (method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string, by: Who = 'admin'): Test =>
    api.call(method, `/api${path}`, cookies[by]);
  const roster = () => ({
    locationId: clinic.locationId,
    responderId: maren.staffMemberId,
    outsideBackupEmail: 'orla@finch.example',
    leadId: maren.staffMemberId,
    ...hours,
    holidays: ['2026-12-25'],
  });

  it('lead from a new clinic to one that is set up', async () => {
    await call('patch', '/clinic')
      .send({ version: 1, shortName: 'Fern', readingDays: [2] })
      .expect(200);
    await call('patch', `/locations/${clinic.locationId}`).send({ version: 1 }).expect(200);
    const added = await call('post', '/locations').send(annex).expect(201);
    expect(added.body).toMatchObject({ ...annex, version: 1 });
    await call('put', '/crisis-contacts/outside-care-team')
      .send({ ...contact, version: 1 })
      .expect(200);
    await call('put', '/crisis-contacts/emergency').send(contact).expect(200);
    await call('delete', '/crisis-contacts/emergency').expect(204);
    await call('put', '/rosters/psychological').send(roster()).expect(200);
    const before = await call('get', '/clinic/setup').expect(200);
    expect(before.body).toMatchObject({ steps: expect.arrayContaining([{ code: 'rosters', done: false }]) });
    await call('put', '/rosters/medical').send(roster()).expect(200);
    const finished = await call('post', '/clinic/setup/finishing').send({}).expect(200);
    expect(finished.body).toMatchObject({ setUpAt: expect.any(String) });
    for (const list of ['/locations', '/crisis-contacts', '/rosters']) {
      const { body } = await call('get', list, 'coordinator').expect(200);
      expect(body).toMatchObject({ items: expect.any(Array), next: null });
    }
  });

  it('tell every role what is set, and an outside address to admins alone', async () => {
    for (const by of ['admin', 'practitioner', 'coordinator'] as const) {
      const { body } = await call('get', '/clinic', by).expect(200);
      expect(body).toMatchObject({ name: 'Fernhollow Integration', shortName: 'Fern', version: 2 });
      const rosters = (await call('get', '/rosters', by).expect(200)).body as {
        items: { outsideBackupEmail: string | null }[];
      };
      expect(rosters.items[0]!.outsideBackupEmail).toBe(by === 'admin' ? 'orla@finch.example' : null);
    }
  });

  it.each<[string, 'get' | 'post' | 'put' | 'patch' | 'delete', string]>([
    ['changing the clinic', 'patch', '/clinic'],
    ['adding a location', 'post', '/locations'],
    ['changing a location', 'patch', '/locations/018f0000-0000-7000-8000-000000000000'],
    ['setting a crisis contact', 'put', '/crisis-contacts/emergency'],
    ['removing a crisis contact', 'delete', '/crisis-contacts/outside-care-team'],
    ['setting a roster', 'put', '/rosters/medical'],
    ['reading the setup', 'get', '/clinic/setup'],
    ['finishing the setup', 'post', '/clinic/setup/finishing'],
  ])('know no such thing as %s for who is not an admin', async (_, method, path) => {
    for (const by of ['practitioner', 'coordinator'] as const) {
      await call(method, path, by).expect(404);
    }
  });

  it('know no other kinds, and no location next door', async () => {
    await call('put', '/crisis-contacts/hotline').send(contact).expect(404);
    await call('delete', '/crisis-contacts/hotline').expect(404);
    await call('put', '/rosters/dental').send(roster()).expect(404);
    const other = await aClinic(api.house);
    await call('patch', `/locations/${other.locationId}`).send({ version: 1 }).expect(404);
    await call('put', '/rosters/medical')
      .send({ ...roster(), version: 1, locationId: other.locationId })
      .expect(404);
  });

  it('add a location once for one Idempotency-Key', async () => {
    const add = () => call('post', '/locations').set('Idempotency-Key', 'one-form').send(annex).expect(201);
    expect(((await add()).body as { id: string }).id).toBe(((await add()).body as { id: string }).id);
  });
});
