import { Module } from '@nestjs/common';
import type { Test } from 'supertest';
import type { Role } from '@app/platform/actor.js';
import { newId } from '@app/platform/ids/ids.js';
import { aClient } from '../../../../test/factories/client.factory.js';
import { aClinic, type MadeClinic } from '../../../../test/factories/clinic.factory.js';
import { courseHouseOf } from '../../../../test/factories/course-house.js';
import { type MadeStaffMember, aStaffMember } from '../../../../test/factories/staff-member.factory.js';
import { shiftClock } from '../../../../test/support/api/clock.js';
import { type RunningApi, runningApi } from '../../../../test/support/api/running-api.js';
import { AbsencesApiModule } from '../absences/absences.module.js';
import { BreakGlassApiModule } from '../break-glass/break-glass.module.js';
import { CareTeamApiModule } from '../care-team/care-team.module.js';
import { ClientsApiModule } from '../clients/clients.module.js';
import { PlansApiModule } from '../plans/plans.module.js';
import { FrontDoorModule } from '../front-door.module.js';
import { openFrontDoor } from '../http/open-front-door.js';
import { StaffAccountsApiModule } from './staff-accounts.module.js';

@Module({
  imports: [
    FrontDoorModule,
    StaffAccountsApiModule,
    CareTeamApiModule,
    AbsencesApiModule,
    BreakGlassApiModule,
    ClientsApiModule,
    PlansApiModule,
  ],
})
class StaffAccessModule {}

type Who = 'admin' | 'reader' | 'colleague' | 'coordinator' | 'stranger';
type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

describe('requests about the staff', () => {
  let api: RunningApi;
  let clinic: MadeClinic;
  let people: Record<Who, MadeStaffMember>;
  let cookies: Record<Who, string>;
  let clientId: string;

  beforeAll(async () => {
    api = await runningApi({ open: () => openFrontDoor(StaffAccessModule) });
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    clinic = await aClinic(api.house);
    const nextDoor = await aClinic(api.house, { name: 'Harrow Lane Clinic', shortName: 'Harrow Lane' });
    const person = (name: string, ...roles: Role[]) => aStaffMember(api.house, { clinic, name, roles });
    people = {
      admin: await person('Oren Tallis', 'admin'),
      reader: await person('Maren Okoye', 'practitioner'),
      colleague: await person('Ines Halvard', 'practitioner'),
      coordinator: await person('Lena Brandt', 'coordinator'),
      stranger: await aStaffMember(api.house, {
        clinic: nextDoor,
        name: 'Petra Lund',
        roles: ['admin', 'practitioner'],
      }),
    };
    const signedIn = Object.entries(people).map(
      async ([who, each]) => [who, await api.signIn(each)] as const,
    );
    cookies = Object.fromEntries(await Promise.all(signedIn)) as Record<Who, string>;
    clientId = (await aClient(courseHouseOf(api.app), { by: people.reader.actor })).id;
  });
  afterEach(() => shiftClock(api.database, '0'));

  const call = (by: Who, method: Method, path: string, body?: object): Test => {
    const made = api.call(method, `/api${path}`, cookies[by]);
    return body ? made.send(body) : made;
  };
  const idOf = (who: Who) => people[who].staffMemberId;
  const ahead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

  /** Each operation with who may call it and whether it wants a fresh second factor. */
  type Operation = [Method, string, object | undefined, readonly Who[], stepUp: boolean];
  const operations = (ids: { staff: string; client: string; other: string }): Operation[] => [
    ['get', '/staff-members', undefined, ['admin'], false],
    ['patch', `/staff-members/${ids.staff}`, { version: 1, name: 'Ines' }, ['admin'], true],
    ['post', `/staff-members/${ids.staff}/suspension`, { version: 9, clients: 'stay' }, ['admin'], true],
    ['post', `/staff-members/${ids.staff}/restoration`, { version: 9 }, ['admin'], true],
    ['post', `/staff-members/${ids.staff}/password-reset`, {}, ['admin'], true],
    ['post', `/staff-members/${ids.staff}/second-factor-reset`, {}, ['admin'], true],
    ['put', `/clients/${ids.client}/care-team/${ids.staff}`, { seat: 'body' }, ['admin', 'reader'], true],
    ['delete', `/clients/${ids.client}/care-team/${ids.staff}`, undefined, ['admin', 'reader'], true],
    ['post', '/break-glass/search', { name: 'rowan' }, ['reader', 'colleague'], true],
    [
      'post',
      `/clients/${ids.client}/break-glass`,
      { reason: 'It cannot wait until Monday.', minutes: 5 },
      ['reader', 'colleague'],
      true,
    ],
    ['get', '/break-glass', undefined, ['admin', 'reader', 'colleague'], false],
    ['get', '/absences', undefined, ['admin', 'reader', 'colleague', 'coordinator'], false],
    [
      'post',
      '/absences',
      { staffMemberId: ids.staff, coverId: ids.other, fromOn: ahead(2), untilOn: ahead(3) },
      ['admin', 'colleague'],
      true,
    ],
  ];
  const here = () => operations({ staff: idOf('colleague'), client: clientId, other: idOf('reader') });

  it('are not there for the wrong role, before anything else is looked at', async () => {
    for (const [method, path, body, may] of here()) {
      for (const who of ['admin', 'reader', 'colleague', 'coordinator'] as const) {
        if (may.includes(who)) continue;
        const { status } = await call(who, method, path, body);
        expect([method, path, who, status]).toEqual([method, path, who, 404]);
      }
    }
  });

  it('ask for a fresh second factor where nothing can be taken back', async () => {
    await shiftClock(api.database, '5 minutes 5 seconds');
    for (const [method, path, body, [who], stepUp] of [
      ...here(),
      ['post', '/me/leaving', {}, ['coordinator'], true] as Operation,
    ]) {
      const answer = await call(who!, method, path, body);
      expect([method, path, answer.status === 403]).toEqual([method, path, stepUp]);
      if (stepUp) expect(answer.body).toMatchObject({ type: 'urn:throughline:problem:step-up-required' });
    }
  });

  it('answer ids of another clinic like ids that exist nowhere', async () => {
    const nobody = { staff: newId(), client: newId(), other: newId() };
    const foreign = { staff: idOf('colleague'), client: clientId, other: idOf('reader') };
    type Problem = Record<string, unknown>;
    const plain = ({ requestId: _, ...rest }: Problem) => rest;
    for (const [index, [method, path, body]] of operations(foreign).entries()) {
      if (method === 'get' || path === '/break-glass/search') continue;
      const [, otherPath, otherBody] = operations(nobody)[index]!;
      const theirs = await call('stranger', method, path, body);
      const nowhere = await call('stranger', method, otherPath, otherBody);
      expect(theirs.status).toBe(path === '/absences' ? 422 : 404);
      expect(plain(theirs.body as Problem)).toEqual(plain(nowhere.body as Problem));
    }
    for (const path of ['/staff-members', '/absences', '/break-glass']) {
      const { text } = await call('stranger', 'get', path).expect(200);
      for (const { name } of Object.values(people).slice(1, 4)) expect(text).not.toContain(name);
    }
    const { body } = await call('stranger', 'post', '/break-glass/search', { name: 'rowan' }).expect(200);
    expect(body).toEqual({ items: [], next: null });
  });

  it.each<[string, () => [Method, string, object]]>([
    [
      'a suspension',
      () => ['post', `/staff-members/${idOf('colleague')}/suspension`, { version: 1, clients: 'stay' }],
    ],
    [
      'other roles',
      () => ['patch', `/staff-members/${idOf('colleague')}`, { version: 1, roles: ['coordinator'] }],
    ],
  ])('sign a colleague out for the very next request: %s', async (_, change) => {
    const [method, path, body] = change();
    await call('colleague', 'get', '/clients').expect(200);
    const answer = await call('admin', method, path, body);
    expect(answer.status).toBeLessThan(300);
    await call('colleague', 'get', '/clients').expect(401);
    await call('reader', 'get', '/clients').expect(200);
  });

  it('let somebody leave of their own accord, and sign them out', async () => {
    await call('admin', 'post', '/me/leaving', {}).expect(409);
    await call('reader', 'post', '/me/leaving', {})
      .expect(409)
      .then(({ body }) =>
        expect(body).toMatchObject({ errors: [{ code: 'readsAloneFor', params: { count: 1 } }] }),
      );
    await call('colleague', 'post', '/me/leaving', {}).expect(204);
    await call('colleague', 'get', '/clients').expect(401);
  });

  it('send the link to a new password, and tell nothing', async () => {
    const path = `/staff-members/${idOf('colleague')}/password-reset`;
    const { text } = await call('admin', 'post', path, {}).expect(202);
    expect(text).toBe('{}');
  });

  it('let who lost every second factor set up a new one, and nothing else', async () => {
    const path = `/staff-members/${idOf('colleague')}/second-factor-reset`;
    const { text } = await call('admin', 'post', path, {}).expect(202);
    expect(text).toBe('{}');
    await call('colleague', 'get', '/clients').expect(401);
    const { email, password } = people.colleague;
    const { body, headers } = await api.call('post', '/api/sign-ins').send({ email, password }).expect(201);
    expect(body).toMatchObject({ next: 'enrol' });
    const half = String(headers['set-cookie']).split(';')[0]!;
    await api.call('get', '/api/clients', half).expect(401);
    await api.call('post', '/api/me/totp', half).send({}).expect(201);
  });

  it('put a practitioner on a care team who reads from then on, and take them off', async () => {
    const path = `/clients/${clientId}/care-team/${idOf('colleague')}`;
    await call('colleague', 'get', `/clients/${clientId}`).expect(404);
    await call('reader', 'put', path, { seat: 'everything' }).expect(400);
    const { body } = await call('reader', 'put', path, { seat: 'supervisor' }).expect(200);
    expect(body).toMatchObject({ careTeam: [{ seat: 'words' }, { seat: 'supervisor' }] });
    await call('colleague', 'get', `/clients/${clientId}`).expect(200);
    await call('admin', 'delete', path).expect(200);
    await call('colleague', 'get', `/clients/${clientId}`).expect(404);
    await call('admin', 'delete', path).expect(404);
  });

  it('open a record for five minutes, and answer 404 with the next request after', async () => {
    const { body } = await call('colleague', 'post', '/break-glass/search', { name: 'ÉLLIS' }).expect(200);
    expect(body).toEqual({ items: [{ clientId, name: 'Rowan Ellis' }], next: null });
    const path = `/clients/${clientId}/break-glass`;
    const wanted = { reason: 'It cannot wait until Monday.', minutes: 5 };
    for (const wrong of [{ reason: 'No.' }, { reason: ' '.repeat(12) }, { minutes: 61 }, { minutes: 4 }]) {
      await call('colleague', 'post', path, { ...wanted, ...wrong }).expect(400);
    }
    await call('colleague', 'post', path, wanted).expect(201);
    await call('colleague', 'get', `/clients/${clientId}`).expect(200);
    await shiftClock(api.database, '4 minutes 30 seconds');
    await call('colleague', 'get', `/clients/${clientId}`).expect(200);
    await shiftClock(api.database, '5 minutes 1 second');
    await call('colleague', 'get', `/clients/${clientId}`).expect(404);
    const list = await call('colleague', 'get', '/break-glass').expect(200);
    expect(list.body).toMatchObject({
      items: [{ clientId, clientName: 'Rowan Ellis', name: 'Ines Halvard' }],
    });
  });

  it('take an absence, with its days as days', async () => {
    const wanted = {
      staffMemberId: idOf('reader'),
      coverId: idOf('colleague'),
      fromOn: ahead(1),
      untilOn: ahead(9),
    };
    for (const wrong of [{ fromOn: '2026-02-30' }, { untilOn: 'soon' }, { coverId: 'x' }]) {
      await call('reader', 'post', '/absences', { ...wanted, ...wrong }).expect(400);
    }
    const added = await call('reader', 'post', '/absences', wanted).expect(201);
    expect(added.body).toMatchObject({ ...wanted, state: 'ahead', version: 1 });
    const { id } = added.body as { id: string };
    await call('coordinator', 'post', `/absences/${id}/ending`, { version: 1 }).expect(404);
    await call('stranger', 'post', `/absences/${id}/ending`, { version: 1 }).expect(404);
    await call('admin', 'post', `/absences/${id}/ending`, { version: 1 }).expect(201);
  });
});
