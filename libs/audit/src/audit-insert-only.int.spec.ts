import { Client } from 'pg';
import type { StaffActor } from '@app/platform/actor.js';
import { newId } from '@app/platform/ids/ids.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { kekInMemory, openPlatformHouse, type PlatformHouse } from '@app/platform/platform.test-support.js';
import { AuditSeals } from './audit-seals.service.js';
import { AuditService } from './audit.service.js';

const CHANGES = [
  "update audit_events set action = 'nothing'",
  'delete from audit_events',
  'truncate audit_events cascade',
  'update audit_seals set seq = seq + 1',
  'delete from audit_seals',
  'truncate audit_seals',
];

describe('what is only ever added to', () => {
  let at: PlatformHouse;
  beforeAll(async () => {
    at = await openPlatformHouse();
    const entry = { action: 'client.read', subjectType: 'client', subjectIds: [newId()], clientIds: [] };
    await at.db.inClinic(at.one, (tx) => new AuditService().record(tx, entry));
    await new AuditSeals(at.db, new Keyring(at.db, kekInMemory())).sealWaiting(at.one);
  });
  afterAll(() => at.close());

  it.each(CHANGES)('is kept from the product: %s', async (sql) => {
    const refused = at.db.inClinic(at.one, (tx) => tx.query(sql));
    await expect(refused).rejects.toMatchObject({ driverError: { code: '42501' } });
  });

  it.each(CHANGES)('is kept from the owner of the tables: %s', async (sql) => {
    const owner = new Client({ connectionString: at.database.ownerUrl });
    await owner.connect();
    try {
      await owner.query(`set app.clinic_id = '${at.one.clinicId}'`);
      await expect(owner.query(sql)).rejects.toMatchObject({
        code: '42501',
        message: 'This table is only ever added to.',
      });
    } finally {
      await owner.end();
    }
  });

  it('has its seals made by the product at work alone, not by who is signed in', async () => {
    const admin: StaffActor = {
      kind: 'staff',
      clinicId: at.one.clinicId,
      accountId: newId(),
      staffMemberId: newId(),
      roles: ['admin'],
    };
    const forged = at.db.inClinic(admin, (tx) =>
      tx.query('insert into audit_seals values ($1, 99, $2, $3, now())', [
        at.one.clinicId,
        [newId()],
        Buffer.alloc(32),
      ]),
    );
    await expect(forged).rejects.toMatchObject({ driverError: { code: '42501' } });
    const emptied = at.db.inClinic(admin, (tx) => tx.query('delete from audit_unsealed'));
    await expect(emptied).resolves.toEqual([[], 0]);
  });
});
