import { Module } from '@nestjs/common';
import { Client } from 'pg';
import { type MadeClinic, aClinic } from '../../../../test/factories/clinic.factory.js';
import { aStaffMember, type MadeStaffMember } from '../../../../test/factories/staff-member.factory.js';
import { shiftClock } from '../../../../test/support/api/clock.js';
import { type RunningApi, runningApi } from '../../../../test/support/api/running-api.js';
import { waitFor } from '../../../../test/support/wait-for.js';
import { newId } from '@app/platform/ids/ids.js';
import { ClientsApiModule } from '../clients/clients.module.js';
import { FrontDoorModule } from '../front-door.module.js';
import { openFrontDoor } from '../http/open-front-door.js';
import { ServiceApiModule } from '../service/service.module.js';
import { AuditApiModule } from './audit.module.js';

interface Refusal {
  actor_id: string;
  operation: string;
  subject_ids: string[];
  request_id: string;
}

@Module({ imports: [FrontDoorModule, AuditApiModule, ClientsApiModule, ServiceApiModule] })
class AuditSpecModule {}

describe('the audit log over the API', () => {
  let api: RunningApi;
  let clinic: MadeClinic;
  let admin: MadeStaffMember;
  let maren: MadeStaffMember;
  let cookies: { admin: string; maren: string };
  let superuser: Client;
  beforeAll(async () => {
    api = await runningApi({ open: () => openFrontDoor(AuditSpecModule) });
    clinic = await aClinic(api.house);
    admin = await aStaffMember(api.house, { clinic, name: 'Oren Tallis', roles: ['admin'] });
    maren = await aStaffMember(api.house, { clinic });
    cookies = { admin: await api.signIn(admin), maren: await api.signIn(maren) };
    superuser = new Client({ connectionString: api.database.adminUrl });
    await superuser.connect();
  });
  afterAll(async () => {
    await superuser.end();
    await api.stop();
  });

  const refusals = async (requestId: string): Promise<Refusal[]> => {
    const { rows } = await superuser.query<Refusal>(
      "select actor_id, operation, subject_ids, request_id from audit_events where outcome = 'refused' and request_id = $1",
      [requestId],
    );
    return rows;
  };
  const refusalOf = async (requestId: string) => {
    await waitFor('the refusal to be recorded', async () => (await refusals(requestId)).length > 0);
    return refusals(requestId);
  };

  it('is read by admins, filtered and in slices', async () => {
    for (let n = 0; n < 3; n += 1) await api.call('get', '/api/audit-events', cookies.admin).expect(200);
    const first = await api.call('get', '/api/audit-events?limit=1', cookies.admin).expect(200);
    expect(first.body).toEqual({ items: [expect.any(Object)], next: expect.any(String) });
    const next = `/api/audit-events?limit=1&after=${first.body.next as string}`;
    const second = await api.call('get', next, cookies.admin).expect(200);
    expect(second.body.items[0].id).not.toBe(first.body.items[0].id);
    const own = `/api/audit-events?action=audit.read&staffMemberId=${admin.staffMemberId}&from=2026-01-01T00:00:00Z`;
    const { body } = await api.call('get', own, cookies.admin).expect(200);
    expect(body.items[0]).toMatchObject({ actorName: 'Oren Tallis', action: 'audit.read', outcome: 'done' });
  });

  it.each([
    ['from=yesterday', 'from'],
    ['to=2026-11-23', 'to'],
    ['clientId=7', 'clientId'],
    ['staffMemberId=x', 'staffMemberId'],
    ['outcome=maybe', 'outcome'],
    ['limit=201', 'limit'],
    [`after=${'01939af2-0000-7000-8000-000000000001'}`, 'after'],
    ['words=x', 'words'],
    [`action=${'a'.repeat(101)}`, 'action'],
  ])('refuses ?%s', async (query, field) => {
    const { body } = await api.call('get', `/api/audit-events?${query}`, cookies.admin).expect(400);
    expect(body.errors[0].field).toBe(field);
  });

  it('is exported to who has just given a second factor', async () => {
    await shiftClock(api.database, '5 minutes 1 second');
    const { body } = await api.call('get', '/api/audit-events/csv', cookies.admin).expect(403);
    expect(body).toMatchObject({ type: 'urn:throughline:problem:step-up-required' });
    await api.call('get', '/api/audit-events', cookies.admin).expect(200);
    await shiftClock(api.database, '0');
  });

  it.each(['', '/csv', '/seals'])('is not there for others: /api/audit-events%s', async (path) => {
    await api.call('get', `/api/audit-events${path}`, cookies.maren).expect(404);
    await api.call('get', `/api/audit-events${path}`).expect(401);
  });

  it('comes as a file of CSV', async () => {
    const answer = await api.call('get', '/api/audit-events/csv?outcome=done', cookies.admin).expect(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="audit-log.csv"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    const lines = answer.text.replace('\ufeff', '').trimEnd().split('\r\n');
    expect(lines[0]).toMatch(/^at,actorKind,/);
    expect(lines.length).toBeGreaterThan(1);
    const wrong = await api.call('get', '/api/audit-events/csv?limit=3', cookies.admin).expect(400);
    expect(wrong.headers).not.toHaveProperty('content-disposition');
  });

  it('tells how far it is sealed', async () => {
    const { body } = await api.call('get', '/api/audit-events/seals', cookies.admin).expect(200);
    expect(body).toEqual({ seals: 0, lastSeq: null, sealedAt: null, unsealed: expect.any(Number) });
  });

  it('has one row for what a signed-in person was refused, by pattern and ids', async () => {
    const id = newId();
    const { body } = await api.call('get', `/api/clients/${id}`, cookies.maren).expect(404);
    expect(await refusalOf(body.requestId as string)).toEqual([
      {
        actor_id: maren.staffMemberId,
        operation: 'GET /api/clients/:id',
        subject_ids: [id],
        request_id: body.requestId,
      },
    ]);
    const header = await api.call('post', '/api/clients', cookies.maren).set('X-Throughline', '0').send({});
    expect(header.status).toBe(403);
    expect(await refusalOf(header.body.requestId as string)).toMatchObject([
      { operation: 'POST /api/clients', subject_ids: [] },
    ]);
  });

  it('has no row for who is signed out, for what no route takes, and for what is merely wrong', async () => {
    const answers = [
      await api.call('get', `/api/clients/${newId()}`),
      await api.call('get', '/api/nothing-here', cookies.maren),
      await api.call('get', '/assets/nothing.js', cookies.maren),
      await api.call('get', '/api/clients?limit=0', cookies.maren),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 404, 404, 400]);
    // What follows is recorded, so what came before would have been.
    const last = await api.call('get', `/api/clients/${newId()}`, cookies.maren).expect(404);
    await refusalOf(last.body.requestId as string);
    for (const { headers } of answers) {
      expect(await refusals(headers['x-request-id'] as string)).toEqual([]);
    }
  });

  it('serves security.txt to everybody', async () => {
    const { text, headers } = await api.call('get', '/.well-known/security.txt').expect(200);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(text).toMatch(/^Contact: mailto:security@\S+\nExpires: \d{4}-\d\d-\d\dT00:00:00Z\n/);
  });
});
