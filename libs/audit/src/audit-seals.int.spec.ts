import { newId } from '@app/platform/ids/ids.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { kekInMemory, openPlatformHouse, type PlatformHouse } from '@app/platform/platform.test-support.js';
import { waitFor } from '../../../test/support/wait-for.js';
import { AuditSeals } from './audit-seals.service.js';
import { AuditVerification } from './audit-verification.js';
import type { AuditTrouble, NotedSeal } from './audit-verification.types.js';
import { AuditService } from './audit.service.js';

describe('sealing the audit log', () => {
  let at: PlatformHouse;
  let seals: AuditSeals;
  let verification: AuditVerification;
  const audit = new AuditService();

  beforeEach(async () => {
    at = await openPlatformHouse();
    const keyring = new Keyring(at.db, kekInMemory());
    seals = new AuditSeals(at.db, keyring);
    verification = new AuditVerification(at.db, keyring);
  });
  afterEach(() => at.close());

  const entry = () => ({
    action: 'client.read',
    subjectType: 'client',
    subjectIds: [newId()],
    clientIds: [newId(), newId()],
  });
  const write = (rows: number, clinic = at.one) =>
    at.db.inClinic(clinic, async (tx) => {
      for (let n = 0; n < rows; n += 1) await audit.record(tx, entry());
    });
  /** One seal a call. */
  const sealed = async (...sizes: number[]) => {
    for (const size of sizes) {
      await write(size);
      await seals.sealWaiting(at.one);
    }
  };
  /** As somebody who has the whole database, but not the key. */
  const behindTheProduct = async (...statements: string[]) => {
    await at.rows("set session_replication_role = 'replica'");
    for (const sql of statements) await at.rows(sql);
    await at.rows("set session_replication_role = 'origin'");
  };
  const troublesOf = async (noted?: NotedSeal) => {
    const troubles: AuditTrouble[] = [];
    const found = await verification.verify(at.one.clinicId, (trouble) => troubles.push(trouble), noted);
    expect(found.troubles).toBe(troubles.length);
    return troubles;
  };
  const head = async () => (await verification.verify(at.one.clinicId, () => undefined)).head!;
  const ofSeal = (seq: number) =>
    `(select unnest(row_ids) from audit_seals where clinic_id = '${at.one.clinicId}' and seq = ${seq})`;

  it('lines every row up, seals it, and numbers the seals of each clinic from 1', async () => {
    await write(3);
    await write(2, at.other);
    const waiting = await at.db.acrossClinics<{ clinic_id: string }>(
      'select clinic_id from find_clinics_with_unsealed_audit_across_clinics()',
    );
    expect(waiting.map((row) => row.clinic_id).sort()).toEqual([at.one.clinicId, at.other.clinicId].sort());
    expect(await seals.sealWaiting(at.one)).toBe(3);
    await sealed(1);
    expect(await seals.sealWaiting(at.other)).toBe(2);
    expect(
      await at.rows('select seq, cardinality(row_ids) as rows from audit_seals order by seq, rows'),
    ).toEqual([
      { seq: '1', rows: 2 },
      { seq: '1', rows: 3 },
      { seq: '2', rows: 1 },
    ]);
    expect(await at.rows('select 1 from audit_unsealed')).toEqual([]);
    expect(await verification.verify(at.one.clinicId, () => undefined)).toMatchObject({
      seals: 2,
      rows: 4,
      waiting: 0,
      troubles: 0,
      head: { seq: 2 },
    });
  });

  it('makes no seal of nothing, and of very many rows several', async () => {
    expect(await seals.sealWaiting(at.one)).toBe(0);
    await write(450);
    expect(await seals.sealWaiting(at.one)).toBe(450);
    expect(await at.rows('select cardinality(row_ids) as rows from audit_seals order by seq')).toEqual([
      { rows: 200 },
      { rows: 200 },
      { rows: 50 },
    ]);
    expect(await troublesOf()).toEqual([]);
  });

  it('keeps one chain and loses no row when several seal at the same time and rows go on coming', async () => {
    await write(150);
    const work = Array.from({ length: 4 }, async () => {
      for (let n = 0; n < 5; n += 1) {
        await write(7);
        await seals.sealWaiting(at.one);
      }
    });
    await Promise.all(work);
    await seals.sealWaiting(at.one);
    expect(await troublesOf()).toEqual([]);
    expect(await verification.verify(at.one.clinicId, () => undefined)).toMatchObject({
      rows: 290,
      waiting: 0,
    });
  });

  it('begins again when another process took the number of its seal', async () => {
    await write(2);
    await at.rows('begin');
    await at.rows(`insert into audit_seals values ($1, 1, $2, sha256('another process'), now())`, [
      at.one.clinicId,
      [newId()],
    ]);
    const sealing = seals.sealWaiting(at.one);
    await waitFor('the other to be waited for', async () => {
      const waiting = await at.rows(
        'select 1 from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))',
      );
      return waiting.length > 0;
    });
    await at.rows('commit');
    expect(await sealing).toBe(2);
    expect(await at.rows('select seq, cardinality(row_ids) as rows from audit_seals order by seq')).toEqual([
      { seq: '1', rows: 1 },
      { seq: '2', rows: 2 },
    ]);
  });

  it('leaves a row that is taken back neither in the log nor in the queue', async () => {
    const failing = at.db.inClinic(at.one, async (tx) => {
      await audit.record(tx, entry());
      throw new Error('the line broke');
    });
    await expect(failing).rejects.toThrow('the line broke');
    expect(await at.rows('select 1 from audit_unsealed')).toEqual([]);
  });

  it.each([
    "id = '01939af2-0000-7000-8000-000000000009'",
    "at = at + interval '1 microsecond'",
    "actor_kind = 'client'",
    "actor_id = '01939af2-0000-7000-8000-000000000009'",
    "roles = '{admin}'",
    'job = null',
    "action = 'client.listed'",
    "subject_type = 'prompt'",
    "subject_ids = '{}'",
    'client_ids = client_ids[2:2] || client_ids[1:1]',
    "request_id = ''",
    "ip = '192.0.2.7'",
    "outcome = 'refused'",
    "operation = 'GET /api/clients/:id'",
  ])('finds a sealed row that was changed: %s', async (change) => {
    await sealed(2, 2);
    const [row] = await at.rows<{ id: string }>(`select min(id::text) as id from audit_events`);
    await behindTheProduct(`update audit_events set ${change} where id = '${row!.id}'`);
    const troubles = await troublesOf();
    expect(troubles[0]).toMatchObject({ seq: 1 });
    expect(troubles.map(({ what }) => what)).toEqual(
      change.startsWith('id') ? ['row-missing', 'row-unaccounted'] : ['seal-broken'],
    );
  });

  it('finds a row that was moved to another clinic', async () => {
    await sealed(2);
    await behindTheProduct(
      `update audit_events set clinic_id = '${at.other.clinicId}' where id = (select id from audit_events limit 1)`,
    );
    expect((await troublesOf()).map(({ what }) => what)).toEqual(['row-missing']);
  });

  it('finds a sealed row that is gone', async () => {
    await sealed(2, 3, 1);
    await behindTheProduct(`delete from audit_events where id in (select * from ${ofSeal(2)} limit 1)`);
    expect(await troublesOf()).toEqual([{ what: 'row-missing', seq: 2, eventId: expect.any(String) }]);
  });

  it('finds rows that changed places, within a seal and between seals', async () => {
    await sealed(2, 2, 2);
    const swap = `with pairs as (select seq, row_ids from audit_seals where seq in (1, 3))
      update audit_seals s set row_ids = p.row_ids from pairs p where (s.seq, p.seq) in ((1, 3), (3, 1))`;
    await behindTheProduct(
      swap,
      'update audit_seals set row_ids = row_ids[2:2] || row_ids[1:1] where seq = 2',
    );
    expect(await troublesOf()).toEqual([1, 2, 3].map((seq) => ({ what: 'seal-broken', seq })));
  });

  it.each([
    'hash = sha256(hash)',
    "sealed_at = sealed_at + interval '1 microsecond'",
    'row_ids = row_ids || row_ids[1:1]',
  ])('finds a seal that was changed: %s', async (change) => {
    await sealed(1, 1, 1);
    await behindTheProduct(`update audit_seals set ${change} where seq = 2`);
    const broken = await troublesOf();
    expect(broken[0]).toEqual({ what: 'seal-broken', seq: 2 });
  });

  it('finds a seal that was removed from the middle, with its rows and without', async () => {
    await sealed(1, 2, 1);
    await behindTheProduct(
      `delete from audit_events where id in ${ofSeal(2)}`,
      'delete from audit_seals where seq = 2',
    );
    expect(await troublesOf()).toEqual([
      { what: 'seal-missing', seq: 2 },
      { what: 'seal-broken', seq: 3 },
    ]);
    await behindTheProduct('delete from audit_seals where seq = 1');
    expect((await troublesOf()).map(({ what }) => what)).toEqual([
      'seal-missing',
      'seal-missing',
      'seal-broken',
      'row-unaccounted',
    ]);
  });

  it('finds a chain that was begun anew with seals put in their places', async () => {
    await sealed(1, 1, 1);
    await behindTheProduct(
      'delete from audit_seals where seq = 1',
      'update audit_seals set seq = seq - 1',
      `delete from audit_events e where not exists (select 1 from audit_seals s where e.id = any (s.row_ids))`,
    );
    expect((await troublesOf()).map(({ what }) => what)).toEqual(['seal-broken', 'seal-broken']);
  });

  it('finds the last seal gone by its rows; and when those are gone too, by what was noted of it', async () => {
    await sealed(1, 1, 2);
    const noted = await head();
    expect(noted.seq).toBe(3);
    const rowsToo = `delete from audit_events where id in ${ofSeal(3)}`;
    const kept = await at.rows<{ ids: string[] }>('select row_ids as ids from audit_seals where seq = 3');
    await behindTheProduct('delete from audit_seals where seq = 3');
    expect(await troublesOf()).toEqual(kept[0]!.ids.map((eventId) => ({ what: 'row-unaccounted', eventId })));
    await behindTheProduct(rowsToo.replace(ofSeal(3), `('${kept[0]!.ids.join("','")}')`));
    // What nobody noted down cannot be missed.
    expect(await troublesOf()).toEqual([]);
    expect(await troublesOf(noted)).toEqual([{ what: 'head-differs', seq: 3 }]);
    await sealed(2);
    expect(await troublesOf(noted)).toEqual([{ what: 'head-differs', seq: 3 }]);
  });

  it('is content with a noted seal that still stands, however many came after it', async () => {
    await sealed(1, 1);
    const noted = await head();
    await sealed(...Array<number>(12).fill(1));
    expect(await troublesOf(noted)).toEqual([]);
    expect(await head()).toMatchObject({ seq: 14 });
  });

  it('finds rows taken out of the queue, and rows nobody seals', async () => {
    await write(3);
    expect(await troublesOf()).toEqual([]);
    await behindTheProduct(
      'delete from audit_unsealed where event_id = (select min(id::text)::uuid from audit_events)',
    );
    expect((await troublesOf()).map(({ what }) => what)).toEqual(['row-unaccounted']);
    await at.rows("insert into app_clock (shift) values ('11 minutes')");
    const late = await troublesOf();
    expect(late.map(({ what }) => what)).toEqual(['row-unaccounted', 'row-waits', 'row-waits']);
    // One of them lost its row: it is never sealed, and goes on being found.
    await behindTheProduct(
      'delete from audit_events where id = (select max(id::text)::uuid from audit_events)',
    );
    await seals.sealWaiting(at.one);
    expect((await troublesOf()).map(({ what }) => what)).toEqual(['row-unaccounted', 'row-waits']);
  });

  it('cannot be made to fit without the key', async () => {
    await sealed(1);
    const other = new Keyring(at.db, kekInMemory());
    await at.rows('delete from service_keys');
    const stranger = new AuditVerification(at.db, other);
    const troubles: AuditTrouble[] = [];
    await stranger.verify(at.one.clinicId, (trouble) => troubles.push(trouble));
    expect(troubles).toEqual([{ what: 'seal-broken', seq: 1 }]);
  });
});
