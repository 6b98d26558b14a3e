import type { Actor, StaffActor } from '@app/platform/actor.js';
import { newId } from '@app/platform/ids/ids.js';
import { openPlatformHouse, type PlatformHouse } from '@app/platform/platform.test-support.js';
import { AuditService } from './audit.service.js';

describe('the audit', () => {
  let at: PlatformHouse;
  const audit = new AuditService();
  beforeAll(async () => {
    at = await openPlatformHouse();
  });
  afterAll(() => at.close());

  const entry = { action: 'client.read', subjectType: 'client', subjectIds: [newId()], clientIds: [newId()] };
  const record = (actor: Actor) => at.db.inClinic(actor, (tx) => audit.record(tx, entry));
  const staff = (over: Partial<StaffActor> = {}): StaffActor => ({
    kind: 'staff',
    clinicId: at.one.clinicId,
    accountId: newId(),
    staffMemberId: newId(),
    roles: ['admin', 'practitioner'],
    requestId: 'r-1',
    ip: '192.0.2.7',
    ...over,
  });
  const rowsOf = (actorId: string) =>
    at.rows(
      'select actor_kind, actor_id, roles, job, action, subject_type, subject_ids, client_ids, request_id, ip from audit_events where actor_id = $1',
      [actorId],
    );

  it('knows who, in which roles, what, whose, from where and by which request', async () => {
    const actor = staff();
    await record(actor);
    expect(await rowsOf(actor.staffMemberId)).toEqual([
      {
        actor_kind: 'staff',
        actor_id: actor.staffMemberId,
        roles: ['admin', 'practitioner'],
        job: null,
        action: 'client.read',
        subject_type: 'client',
        subject_ids: entry.subjectIds,
        client_ids: entry.clientIds,
        request_id: 'r-1',
        ip: '192.0.2.7',
      },
    ]);
  });

  it('knows clients and jobs too', async () => {
    const clientId = newId();
    await record({ kind: 'client', clinicId: at.one.clinicId, clientId });
    expect(await rowsOf(clientId)).toMatchObject([{ actor_kind: 'client', roles: [], ip: null }]);
    await record({ ...at.one, job: 'send-mailing' });
    const jobs = await at.rows("select actor_id, job from audit_events where actor_kind = 'system'");
    expect(jobs).toEqual([{ actor_id: null, job: 'send-mailing' }]);
  });

  it('is taken back with what it tells of', async () => {
    const actor = staff();
    const failing = at.db.inClinic(actor, async (tx) => {
      await audit.record(tx, entry);
      throw new Error('the line broke');
    });
    await expect(failing).rejects.toThrow('the line broke');
    expect(await rowsOf(actor.staffMemberId)).toEqual([]);
  });

  it.each([
    "update audit_events set action = 'nothing'",
    'delete from audit_events',
    'truncate audit_events',
  ])('cannot be changed by the product: %s', async (sql) => {
    const refused = at.db.inClinic(staff(), (tx) => tx.query(sql));
    await expect(refused).rejects.toMatchObject({ driverError: { code: '42501' } });
  });

  it('tells of a refusal what was asked for', async () => {
    const actor = staff();
    const refusal = { ...entry, outcome: 'refused', operation: 'GET /api/clients/:id' } as const;
    await at.db.inClinic(actor, (tx) => audit.record(tx, refusal));
    expect(
      await at.rows('select outcome, operation from audit_events where actor_id = $1', [actor.staffMemberId]),
    ).toEqual([{ outcome: 'refused', operation: 'GET /api/clients/:id' }]);
    await record(actor);
    expect(
      await at.rows("select operation from audit_events where actor_id = $1 and outcome = 'done'", [
        actor.staffMemberId,
      ]),
    ).toEqual([{ operation: null }]);
  });

  it('is read by admins of its clinic alone, and by the product itself, which seals it', async () => {
    await record(staff());
    const seen = (actor: Actor) => at.db.inClinic(actor, (tx) => tx.query('select 1 from audit_events'));
    expect((await seen(staff())).length).toBeGreaterThan(0);
    expect((await seen(at.one)).length).toBeGreaterThan(0);
    for (const actor of [
      staff({ roles: ['coordinator', 'practitioner'] }),
      staff({ clinicId: at.other.clinicId }),
      { kind: 'client', clinicId: at.one.clinicId, clientId: newId() } as const,
      at.other,
    ]) {
      expect(await seen(actor)).toEqual([]);
    }
  });
});
