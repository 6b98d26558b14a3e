import { AuditSeals } from '@app/audit/audit-seals.service.js';
import { AuditService } from '@app/audit/audit.service.js';
import { ClinicsService } from '@app/clinics/clinics.service.js';
import type { Actor } from '@app/platform/actor.js';
import { Database } from '@app/platform/database/database.js';
import { newId } from '@app/platform/ids/ids.js';
import { aClient } from '../../../../test/factories/client.factory.js';
import { type OpenCourse, openCourse, rowsOf } from '../../../../test/support/course/open-course.js';
import { ClientsService } from '../clients.service.js';
import { AuditLogService } from './audit-log.service.js';
import type { AuditFilter } from './audit-log.queries.js';

describe('the audit log of a clinic', () => {
  let course: OpenCourse;
  let log: AuditLogService;
  let audit: AuditService;
  beforeAll(async () => {
    course = await openCourse();
    const of = <Service>(service: new (...args: never[]) => Service) =>
      course.app.get<Service>(service, { strict: false });
    audit = of(AuditService);
    log = new AuditLogService(of(Database), audit, of(ClinicsService), of(ClientsService));
  });
  afterAll(() => course.close());

  const write = (actor: Actor, action: string, clientIds: string[] = []) =>
    course.house.db.inClinic(actor, (tx) =>
      audit.record(tx, { action, subjectType: 'client', subjectIds: clientIds, clientIds }),
    );
  const list = (filter: AuditFilter = {}, limit = 200) => log.list(course.admin, filter, { limit });
  const actionsOf = async (filter: AuditFilter) => (await list(filter)).items.map(({ action }) => action);

  it('names who did it and whose data it was, newest first', async () => {
    const { house, maren, clinic } = course;
    const rowan = await aClient(house, { by: maren });
    const june = await aClient(house, { by: maren, name: 'June Abara' });
    await write(maren, 'test.staff', [rowan.id, june.id]);
    await write(
      { kind: 'client', clinicId: clinic.clinicId, clientId: rowan.id, ip: '192.0.2.7' },
      'test.client',
    );
    await write({ ...clinic.system, job: 'send-mailing' }, 'test.job');
    const [job, client, staff] = (await list()).items;
    expect(job).toMatchObject({ actorKind: 'system', actorName: null, job: 'send-mailing', clients: [] });
    expect(client).toMatchObject({
      actorKind: 'client',
      actorName: 'Rowan Ellis',
      ip: '192.0.2.7',
      job: null,
    });
    expect(staff).toMatchObject({
      action: 'test.staff',
      actorKind: 'staff',
      actorName: 'Maren Okoye',
      roles: ['practitioner'],
      outcome: 'done',
      operation: null,
      subjectType: 'client',
      subjectCount: 2,
      clients: [
        { id: rowan.id, name: 'Rowan Ellis' },
        { id: june.id, name: 'June Abara' },
      ],
      sealed: false,
    });
  });

  it('is asked for by person, client, action, outcome and time', async () => {
    const { house, maren, ines, clinic } = course;
    const { id } = await aClient(house, { by: maren });
    await write(maren, 'filter.maren', [id]);
    await write(ines, 'filter.ines', [id, newId()]);
    const refusal = {
      action: 'request.refused',
      outcome: 'refused',
      operation: 'GET /api/clients/:id',
      subjectType: 'route',
      subjectIds: [id],
      clientIds: [],
    } as const;
    await house.db.inClinic(ines, (tx) => audit.record(tx, refusal));
    expect(await actionsOf({ action: 'filter.ines' })).toEqual(['filter.ines']);
    expect(await actionsOf({ staffMemberId: ines.staffMemberId })).toEqual([
      'request.refused',
      'filter.ines',
    ]);
    expect(await actionsOf({ staffMemberId: ines.staffMemberId, clientId: id })).toEqual(['filter.ines']);
    expect((await list({ outcome: 'refused' })).items).toMatchObject([
      { outcome: 'refused', operation: 'GET /api/clients/:id', subjectCount: 1 },
    ]);
    const now = await house.db.now();
    expect(await actionsOf({ from: now.add({ hours: 1 }) })).toEqual([]);
    expect(await actionsOf({ to: now.subtract({ hours: 24 }) })).toEqual([]);
    expect(await actionsOf({ from: now.subtract({ hours: 1 }), action: 'filter.maren' })).toHaveLength(1);
    // Somebody's id is no other kind of id.
    await write({ kind: 'client', clinicId: clinic.clinicId, clientId: id }, 'filter.client');
    expect(await actionsOf({ staffMemberId: id })).toEqual([]);
  });

  it('comes in slices that miss nothing and repeat nothing, rows of one instant included', async () => {
    const { house, maren } = course;
    const action = 'slices.of';
    await house.db.inClinic(maren, async (tx) => {
      for (let n = 0; n < 7; n += 1) {
        await audit.record(tx, { action, subjectType: 'client', subjectIds: [], clientIds: [] });
      }
    });
    const seen: string[] = [];
    let after: string | null | undefined;
    do {
      const slice = await log.list(course.admin, { action }, { limit: 3, ...(after && { after }) });
      seen.push(...slice.items.map(({ id }) => id));
      after = slice.next;
    } while (after);
    expect(new Set(seen).size).toBe(7);
    expect(seen).toHaveLength(7);
    const nowhere = log.list(course.admin, {}, { limit: 3, after: newId() });
    await expect(nowhere).rejects.toMatchObject({ status: 400, errors: [{ field: 'after' }] });
  });

  it('records that it was read, by whom and who was named, and names nobody for that in turn', async () => {
    const { house, maren, admin } = course;
    const { id } = await aClient(house, { by: maren });
    await write(maren, 'reading.of', [id]);
    await list({ action: 'reading.of' });
    const rows = await rowsOf(
      course,
      "select actor_id, subject_type, client_ids from audit_events where action = 'audit.read' order by id desc limit 1",
    );
    expect(rows).toEqual([{ actor_id: admin.staffMemberId, subject_type: 'audit-log', client_ids: [id] }]);
    const [reading] = (await list({ action: 'audit.read', clientId: id })).items;
    expect(reading).toMatchObject({ actorName: 'Oren Tallis', clients: [] });
  });

  it('is exported whole, newest first, and says so before the first line', async () => {
    const { house, maren } = course;
    const { id } = await aClient(house, { by: maren, name: '=HYPERLINK("x")' });
    await house.db.inClinic(maren, async (tx) => {
      for (let n = 0; n < 2_100; n += 1) {
        const entry = {
          action: 'export.of',
          subjectType: 'client',
          subjectIds: [],
          clientIds: n ? [] : [id],
        };
        await audit.record(tx, entry);
      }
    });
    const pieces = await log.csv(course.admin, { action: 'export.of' });
    const noted = await rowsOf(course, "select client_ids from audit_events where action = 'audit.exported'");
    expect(noted).toEqual([{ client_ids: [id] }]);
    await write(maren, 'export.of');
    let text = '';
    for await (const piece of pieces) text += piece;
    const lines = text.trimEnd().split('\r\n');
    expect(lines).toHaveLength(2_101);
    expect(new Set(lines).size).toBe(2_101);
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
  });

  it('tells what is sealed', async () => {
    const { house, admin, clinic } = course;
    const before = await log.seals(admin);
    expect(before).toMatchObject({ seals: 0, lastSeq: null, sealedAt: null });
    const seals = new AuditSeals(house.db, house.keyring);
    expect(await seals.sealWaiting(clinic.system)).toBe(before.unsealed);
    const after = await log.seals(admin);
    expect(after).toMatchObject({ lastSeq: after.seals, sealedAt: expect.any(String), unsealed: 0 });
    const [newest] = (await list({}, 1)).items;
    expect(newest!.sealed).toBe(true);
  });

  it('shows an admin nothing of another clinic, and nobody else anything', async () => {
    const { maren, coordinator, stranger, house } = course;
    const { id } = await aClient(house, { by: maren });
    await write(maren, 'isolated.of', [id]);
    for (const actor of [maren, coordinator, stranger]) {
      expect((await log.list(actor, { action: 'isolated.of' }, { limit: 200 })).items).toEqual([]);
      expect(await log.seals(actor)).toMatchObject({ seals: 0, unsealed: expect.any(Number) });
    }
  });
});
