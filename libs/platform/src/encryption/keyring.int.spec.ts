import type { StaffActor } from '../actor.js';
import { newId } from '../ids/ids.js';
import { kekInMemory, openPlatformHouse, type PlatformHouse } from '../platform.test-support.js';
import { Keyring } from './keyring.js';

describe('the keyring', () => {
  let at: PlatformHouse;
  let kek: ReturnType<typeof kekInMemory>;
  let keyring: Keyring;
  let clientId: string;

  beforeAll(async () => {
    at = await openPlatformHouse();
    kek = kekInMemory();
    keyring = new Keyring(at.db, kek);
    for (const clinic of [at.one, at.other])
      await at.db.inClinic(clinic, (tx) => keyring.createForClinic(tx));
    clientId = await aClient();
  });
  afterAll(() => at.close());

  const aClient = async () => {
    const [id, locationId] = [newId(), newId()];
    await at.rows(
      `insert into locations (clinic_id, id, name, time_zone, quiet_from, quiet_to, open_from, open_to, open_days, version)
       values ($1, $2, 'Main', 'UTC', '21:00', '08:00', '08:00', '18:00', '{1}', 1)`,
      [at.one.clinicId, locationId],
    );
    await at.rows(
      `insert into clients (clinic_id, id, location_id, time_zone, language, status, pace, created_at, version)
       values ($1, $2, $3, 'UTC', 'en', 'active', 'steady', now(), 1)`,
      [at.one.clinicId, id, locationId],
    );
    await at.db.inClinic(at.one, (tx) => keyring.createForClient(tx, id));
    return id;
  };
  const hex = (key: { bytes: Buffer }) => key.bytes.toString('hex');

  it('makes a service key at first use, the same for every process, also when two ask at once', async () => {
    const others = [new Keyring(at.db, kek), new Keyring(at.db, kek)];
    const keys = await Promise.all([keyring, ...others].map((ring) => ring.service('reply-link')));
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
    expect((await keyring.service('page-nonce')).equals(keys[0]!)).toBe(false);
    expect(keys[0]).toHaveLength(32);
  });

  it('keeps the keys of clinics apart, and opens each once', async () => {
    const fresh = new Keyring(at.db, kek);
    const before = kek.opened;
    const one = await at.db.inClinic(at.one, (tx) => fresh.clinic(tx));
    const again = await at.db.inClinic(at.one, (tx) => fresh.clinic(tx));
    const other = await at.db.inClinic(at.other, (tx) => fresh.clinic(tx));
    expect(hex(again)).toBe(hex(one));
    expect(hex(other)).not.toBe(hex(one));
    expect(kek.opened - before).toBe(2);
  });

  it('has no key in plain bytes in the database', async () => {
    const key = await at.db.inClinic(at.one, (tx) => keyring.clinic(tx));
    const rows = await at.rows<{ wrapped: Buffer }>(
      'select wrapped from clinic_keys union all select wrapped from client_keys union all select wrapped from service_keys',
    );
    expect(rows.length).toBeGreaterThan(3);
    for (const { wrapped } of rows) expect(wrapped.includes(key.bytes)).toBe(false);
  });

  it('asks the policies every time before it opens the key of a client', async () => {
    const key = await at.db.inClinic(at.one, (tx) => keyring.client(tx, clientId));
    expect(key.bytes).toHaveLength(32);
    const stranger: StaffActor = {
      kind: 'staff',
      clinicId: at.one.clinicId,
      accountId: newId(),
      staffMemberId: newId(),
      roles: ['practitioner', 'admin', 'coordinator'],
    };
    for (const actor of [
      stranger,
      at.other,
      { kind: 'client' as const, clinicId: at.one.clinicId, clientId: newId() },
    ]) {
      await expect(at.db.inClinic(actor, (tx) => keyring.client(tx, clientId))).rejects.toMatchObject({
        status: 404,
      });
      const several = await at.db.inClinic(actor, (tx) => keyring.clients(tx, [clientId]));
      expect(several.size).toBe(0);
    }
    const self = { kind: 'client' as const, clinicId: at.one.clinicId, clientId };
    expect(hex(await at.db.inClinic(self, (tx) => keyring.client(tx, clientId)))).toBe(hex(key));
  });

  it('opens several clients’ keys at once, each its own', async () => {
    const second = await aClient();
    const keys = await at.db.inClinic(at.one, (tx) => keyring.clients(tx, [clientId, second, newId()]));
    expect([...keys.keys()].sort()).toEqual([clientId, second].sort());
    expect(hex(keys.get(clientId)!)).not.toBe(hex(keys.get(second)!));
  });

  it('does not open a key that was put in another one’s place', async () => {
    const second = await aClient();
    await at.rows(
      'update client_keys k set wrapped = (select wrapped from client_keys where client_id = $1) where client_id = $2',
      [clientId, second],
    );
    await expect(at.db.inClinic(at.one, (tx) => keyring.client(tx, second))).rejects.toThrow();
  });

  it('opens nothing with another key-encryption key', async () => {
    const thief = new Keyring(at.db, kekInMemory());
    await expect(at.db.inClinic(at.one, (tx) => thief.clinic(tx))).rejects.toThrow();
    await expect(at.db.inClinic(at.one, (tx) => thief.client(tx, clientId))).rejects.toThrow();
    await keyring.service('account-email');
    await expect(thief.service('account-email')).rejects.toThrow();
  });

  it('has nothing more to open once a client’s key is destroyed', async () => {
    const third = await aClient();
    await at.db.inClinic(at.one, (tx) => keyring.client(tx, third));
    await at.rows('delete from client_keys where client_id = $1', [third]);
    await expect(at.db.inClinic(at.one, (tx) => keyring.client(tx, third))).rejects.toMatchObject({
      status: 404,
    });
  });
});
