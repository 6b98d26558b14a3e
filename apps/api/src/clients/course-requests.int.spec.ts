import { Module } from '@nestjs/common';
import type { Test } from 'supertest';
import { aClinic } from '../../../../test/factories/clinic.factory.js';
import { type MadeStaffMember, aStaffMember } from '../../../../test/factories/staff-member.factory.js';
import { type RunningApi, runningApi } from '../../../../test/support/api/running-api.js';
import { AppointmentsApiModule } from '../appointments/appointments.module.js';
import { FrontDoorModule } from '../front-door.module.js';
import { openFrontDoor } from '../http/open-front-door.js';
import { KetamineSessionsApiModule } from '../ketamine-sessions/ketamine-sessions.module.js';
import { PlansApiModule } from '../plans/plans.module.js';
import { ClientsApiModule } from './clients.module.js';

@Module({
  imports: [
    FrontDoorModule,
    ClientsApiModule,
    KetamineSessionsApiModule,
    AppointmentsApiModule,
    PlansApiModule,
  ],
})
class CourseRequestsModule {}

const rowan = { name: 'Rowan Ellis', timeZone: 'America/Boise' };
const NOBODY = '018f0000-0000-7000-8000-000000000000';

describe('requests about a client’s course', () => {
  let api: RunningApi;
  let maren: MadeStaffMember;
  let cookie: string;
  let clientId: string;

  beforeAll(async () => {
    api = await runningApi({ open: () => openFrontDoor(CourseRequestsModule) });
    maren = await aStaffMember(api.house, { clinic: await aClinic(api.house) });
    cookie = await api.signIn(maren);
    clientId = ((await post('/clients', rowan).expect(201)).body as { id: string }).id;
  });
  afterAll(() => api.stop());

  const get = (path: string): Test => api.call('get', `/api${path}`, cookie);
  const post = (path: string, body: object = {}): Test => api.call('post', `/api${path}`, cookie).send(body);
  const patch = (path: string, body: object): Test => api.call('patch', `/api${path}`, cookie).send(body);

  it('go through from adding a client to a closing note', async () => {
    await patch(`/clients/${clientId}`, { version: 1, pronouns: 'they/them', quietHours: null }).expect(200);
    const session = { heldOn: '2025-10-22', time: '14:00', route: 'im', status: 'completed' };
    const recorded = await post(`/clients/${clientId}/ketamine-sessions`, session).expect(201);
    expect(recorded.body).toMatchObject({ heldAt: '2025-10-22T20:00:00Z', heldLocal: '2025-10-22T14:00' });
    const { id, version } = recorded.body as { id: string; version: number };
    await patch(`/ketamine-sessions/${id}`, { version, heldOn: '2025-10-22', time: '15:00' }).expect(200);
    await post(`/ketamine-sessions/${id}/completion`).expect(201);
    await post(`/clients/${clientId}/plans`, { template: 'steady', number: 2 }).expect(201);
    const startsAt = new Date(Date.now() + 86_400_000).toISOString();
    const call = await post(`/clients/${clientId}/appointments`, { startsAt, minutes: 50 }).expect(201);
    const note = await api
      .call('put', `/api/appointments/${(call.body as { id: string }).id}/closing-note`, cookie)
      .send({ version: 1, text: 'We stopped at the quiet kitchen.\nThen the garden.' })
      .expect(200);
    expect(note.body).toMatchObject({ closingNote: expect.stringContaining('garden'), version: 2 });
    await post(`/clients/${clientId}/series`).expect(201);
    for (const list of ['ketamine-sessions', 'series', 'appointments', 'plans']) {
      const answer = await get(`/clients/${clientId}/${list}`).expect(200);
      expect(answer.body).toMatchObject({ items: expect.any(Array), next: null });
    }
    const { body } = await get('/clients?limit=1').expect(200);
    expect(body).toMatchObject({
      items: [{ id: clientId, lastSession: { heldAt: '2025-10-22T21:00:00Z' } }],
    });
  });

  it('answer a repeated creating call with what it made', async () => {
    const say = (body: object) => post('/clients', body).set('Idempotency-Key', 'one-form');
    const first = await say({ ...rowan, name: 'June Abara' }).expect(201);
    const again = await say({ ...rowan, name: 'June Abara' }).expect(201);
    expect((again.body as { id: string }).id).toBe((first.body as { id: string }).id);
    await say({ ...rowan, name: 'Imani Osei' }).expect(422);
  });

  it('show a whole list of one client unless asked otherwise', async () => {
    const ids: string[] = [];
    for (const _ of [1, 2, 3]) {
      const { body } = await post(`/clients/${clientId}/series`).expect(201);
      ids.unshift((body as { id: string }).id);
    }
    const { body } = await get(`/clients/${clientId}/series?limit=2`).expect(200);
    expect(body).toMatchObject({ items: [{ id: ids[0] }, { id: ids[1] }], next: ids[1] });
    const rest = await get(`/clients/${clientId}/series?limit=2&after=${ids[1]}`).expect(200);
    expect((rest.body as { items: { id: string }[] }).items[0]!.id).toBe(ids[2]);
  });

  it.each<[string, object, string]>([
    ['no name', { timeZone: 'UTC' }, 'name'],
    ['a blank name', { ...rowan, name: '   ' }, 'name'],
    ['a name that is a number', { ...rowan, name: 7 }, 'name'],
    ['a name of two lines', { ...rowan, name: 'Rowan\nEllis' }, 'name'],
    ['a name beyond its length', { ...rowan, name: 'x'.repeat(121) }, 'name'],
    ['an unknown zone', { ...rowan, timeZone: 'America/Nowhere' }, 'timeZone'],
    ['an address with a line break', { ...rowan, email: 'a@b.example\r\nBcc: c@d.example' }, 'email'],
    ['an unknown field', { ...rowan, role: 'admin' }, 'role'],
    ['an unknown seat', { ...rowan, careTeam: [{ staffMemberId: NOBODY, seat: 'all' }] }, 'careTeam.0.seat'],
    ['a care team that is no list', { ...rowan, careTeam: 'me' }, 'careTeam'],
    [
      'consent in the year 9999',
      { ...rowan, emailConsent: { givenOn: '9999-01-01', how: 'x' } },
      'emailConsent.givenOn',
    ],
    [
      'quiet hours that leave nothing',
      { ...rowan, quietHours: { from: '08:00', to: '07:00' } },
      'quietHours',
    ],
    ['a language that is none', { ...rowan, language: 'English' }, 'language'],
  ])('refuse a client with %s, and add nothing', async (_, body, field) => {
    const before = await get('/clients?limit=200');
    const answer = await post('/clients', body)
      .expect(400)
      .expect('Content-Type', /problem\+json/);
    expect(answer.body).toMatchObject({
      errors: expect.arrayContaining([expect.objectContaining({ field })]),
    });
    expect((await get('/clients?limit=200')).body).toEqual(before.body);
  });

  it.each<[string, object, string]>([
    ['the year 9999', { heldAt: '9999-01-01T10:00:00Z', route: 'im' }, 'heldAt'],
    ['the year 9999 by date', { heldOn: '9999-01-01', time: '10:00', route: 'im' }, 'heldOn'],
    ['a date fifty years ahead', { heldOn: '2076-01-01', time: '10:00', route: 'im' }, 'heldOn'],
    ['a day that does not exist', { heldOn: '2026-02-30', time: '10:00', route: 'im' }, 'heldOn'],
    ['an instant without an offset', { heldAt: '2026-11-02T10:00:00', route: 'im' }, 'heldAt'],
    [
      'both forms',
      { heldAt: '2026-11-02T10:00:00Z', heldOn: '2026-11-02', time: '10:00', route: 'im' },
      'heldAt',
    ],
    ['neither form', { route: 'im' }, 'heldAt'],
    ['half a form', { heldOn: '2026-11-02', route: 'im' }, 'time'],
    ['no route', { heldAt: '2026-11-02T10:00:00Z' }, 'route'],
    [
      'a status only time gives',
      { heldAt: '2026-11-02T10:00:00Z', route: 'im', status: 'no_show' },
      'status',
    ],
  ])('refuse a ketamine session with %s, and record nothing', async (_, body, field) => {
    const path = `/clients/${clientId}/ketamine-sessions`;
    const before = await get(path);
    const answer = await post(path, body).expect(400);
    expect(answer.body).toMatchObject({ errors: [{ field, message: expect.any(String) }] });
    expect((await get(path)).body).toEqual(before.body);
  });

  it.each<[string, object]>([
    ['no version', { pace: 'gentle' }],
    ['a version that is a text', { version: '1', pace: 'gentle' }],
    ['a name taken away', { version: 1, name: null }],
    ['an unknown status', { version: 1, status: 'gone' }],
    ['an unknown zone', { version: 1, timeZone: '+05:00' }],
  ])('refuse a change with %s', async (_, body) => {
    await patch(`/clients/${clientId}`, body).expect(400);
  });

  it('answer an id that exists nowhere, and one that is none, alike', async () => {
    for (const id of [NOBODY, 'nonsense']) {
      await get(`/clients/${id}`).expect(404);
      await post(`/clients/${id}/plans`, { template: 'steady' }).expect(404);
      await post(`/ketamine-sessions/${id}/completion`).expect(404);
      await patch(`/appointments/${id}`, { version: 1, minutes: 30 }).expect(404);
    }
  });

  it('refuse a closing note that is empty or beyond its length', async () => {
    const startsAt = new Date(Date.now() + 86_400_000).toISOString();
    const { body } = await post(`/clients/${clientId}/appointments`, { startsAt, minutes: 50 }).expect(201);
    const path = `/api/appointments/${(body as { id: string }).id}/closing-note`;
    for (const text of ['', ' \n ', 'x'.repeat(5_001), 7]) {
      await api.call('put', path, cookie).send({ version: 1, text }).expect(400);
    }
    await api
      .call('put', path, cookie)
      .send({ version: 1, text: 'x'.repeat(5_000) })
      .expect(200);
  });
});
