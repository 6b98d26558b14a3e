import { Module } from '@nestjs/common';
import { Client } from 'pg';
import type { Test } from 'supertest';
import type { ClientView } from '@app/clients/client.view.js';
import { aClinic } from '../../../../test/factories/clinic.factory.js';
import { aStaffMember, type MadeStaffMember } from '../../../../test/factories/staff-member.factory.js';
import { type RunningApi, runningApi } from '../../../../test/support/api/running-api.js';
import { AppointmentsApiModule } from '../appointments/appointments.module.js';
import { FrontDoorModule } from '../front-door.module.js';
import { openFrontDoor } from '../http/open-front-door.js';
import { ClientsApiModule } from './clients.module.js';

@Module({ imports: [FrontDoorModule, ClientsApiModule, AppointmentsApiModule] })
class PaceRequestsModule {}

describe('requests about a client’s rest and consent', () => {
  let api: RunningApi;
  let maren: MadeStaffMember;
  let cookie: string;
  let superuser: Client;
  let clientId: string;

  beforeAll(async () => {
    api = await runningApi({ open: () => openFrontDoor(PaceRequestsModule) });
    maren = await aStaffMember(api.house, { clinic: await aClinic(api.house) });
    cookie = await api.signIn(maren);
    superuser = new Client({ connectionString: api.database.adminUrl });
    await superuser.connect();
  });
  let made = 0;
  beforeEach(async () => {
    made += 1;
    const added = await post('/clients', {
      name: 'Rowan Ellis',
      timeZone: 'America/Boise',
      email: `rowan-${made}@ellis.example`,
      emailConsent: { givenOn: '2025-01-06', how: 'on paper' },
    }).expect(201);
    clientId = (added.body as ClientView).id;
  });
  afterAll(async () => {
    await superuser.end();
    await api.stop();
  });

  const post = (path: string, body: object = {}, as = cookie): Test =>
    api.call('post', `/api${path}`, as).send(body);
  const remove = (path: string, as = cookie): Test => api.call('delete', `/api${path}`, as);
  const view = async (): Promise<ClientView> =>
    (await api.call('get', `/api/clients/${clientId}`, cookie).expect(200)).body as ClientView;
  const rows = async (sql: string) => (await superuser.query(sql, [clientId])).rows as object[];

  it('show the consent that staff wrote down, and who did', async () => {
    expect(await view()).toMatchObject({
      consent: { textVersion: 1, how: 'with-staff', recordedByName: maren.name },
      rest: null,
      stoppedAt: null,
      suppressed: null,
      passphraseSet: false,
      mailboxShared: null,
    });
  });

  it('let the questions rest and come again, each written down once', async () => {
    const { body } = await post(`/clients/${clientId}/rest`, { length: 'week' }).expect(201);
    expect((body as ClientView).rest).toMatchObject({ by: 'clinic', until: expect.stringMatching(/Z$/) });
    await post(`/clients/${clientId}/rest`, { length: 'week' }).expect(201);
    const ended = await remove(`/clients/${clientId}/rest`).expect(200);
    expect((ended.body as ClientView).rest).toBeNull();
    await remove(`/clients/${clientId}/rest`).expect(200);
    const audit = await rows(
      `select action from audit_events where $1 = any (client_ids) and action like 'client.rest%' order by at`,
    );
    expect(audit).toEqual([{ action: 'client.rested' }, { action: 'client.rest-ended' }]);
  });

  it('refuse a length that is none, a call that is not booked, and who has no part in it', async () => {
    for (const body of [{}, { length: 'year' }, { length: 'week', until: '2027-01-01' }])
      await post(`/clients/${clientId}/rest`, body).expect(400);
    const refused = await post(`/clients/${clientId}/rest`, { length: 'next-call' }).expect(409);
    expect(refused.body).toMatchObject({ type: 'urn:throughline:problem:no-call-booked' });
    const outsider = await api.signIn(await aStaffMember(api.house, { clinic: await aClinic(api.house) }));
    for (const path of ['rest', 'opt-in'])
      await post(
        `/clients/${clientId}/${path}`,
        { ...(path === 'rest' && { length: 'week' }) },
        outsider,
      ).expect(404);
    await remove(`/clients/${clientId}/rest`, outsider).expect(404);
    expect((await view()).rest).toBeNull();
  });

  it('ask for a yes by one e-mail, and refuse an address that takes none', async () => {
    await post(`/clients/${clientId}/opt-in`).expect(202, {});
    await post(`/clients/${clientId}/opt-in`).expect(202, {});
    const mails = await rows(`select status from mailings where client_id = $1 and kind = 'opt_in'`);
    expect(mails).toEqual([{ status: 'scheduled' }]);
    await rows(`update clients set suppressed_at = now(), suppressed_why = 'bounced' where id = $1`);
    const refused = await post(`/clients/${clientId}/opt-in`).expect(409);
    expect(refused.body).toMatchObject({ type: 'urn:throughline:problem:suppressed' });
    expect((await view()).suppressed).toMatchObject({ why: 'bounced' });
  });

  it('keep the day of a rest when the client has moved', async () => {
    const { body } = await post(`/clients/${clientId}/rest`, { length: 'three-days' }).expect(201);
    const before = body as ClientView;
    const day = (until: string, zone: string) =>
      new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(
        new Date(until),
      );
    const changed = await api
      .call('patch', `/api/clients/${clientId}`, cookie)
      .send({ version: before.version, timeZone: 'Asia/Tokyo' })
      .expect(200);
    const after = (changed.body as ClientView).rest!.until!;
    expect(day(after, 'Asia/Tokyo')).toBe(day(before.rest!.until!, 'America/Boise'));
  });

  it('end a consent that staff take back', async () => {
    const { version } = await view();
    const changed = await api
      .call('patch', `/api/clients/${clientId}`, cookie)
      .send({ version, emailConsent: null })
      .expect(200);
    expect(changed.body).toMatchObject({ consent: null, emailConsent: null });
    expect(await rows('select withdrawn_at is not null as ended from consents where client_id = $1')).toEqual(
      [{ ended: true }],
    );
  });
});
