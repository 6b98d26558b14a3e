import type { EntityManager } from 'typeorm';
import { Location } from '@app/clinics/location.entity.js';
import { newId } from '../ids/ids.js';
import { openPlatformHouse, type PlatformHouse } from '../platform.test-support.js';
import type { Tx } from './database.js';

const SETTINGS = ['app.clinic_id', 'app.kind', 'app.staff_member_id', 'app.client_id', 'app.roles'];

describe('the door to the database', () => {
  let at: PlatformHouse;
  beforeAll(async () => {
    // One connection: whoever comes next has the one that was just used.
    at = await openPlatformHouse({ poolSize: 1, entities: [Location] });
  });
  afterAll(() => at.close());

  const aLocation = (clinicId: string, id = newId()) => ({
    clinicId,
    id,
    name: 'Main Street',
    timeZone: 'America/Boise',
    quietFrom: '21:00',
    quietTo: '08:00',
    openFrom: '08:00',
    openTo: '18:00',
    openDays: [1],
    version: 1,
  });
  const locations = (id: string) =>
    at.rows<{ clinic_id: string }>('select clinic_id from locations where id = $1', [id]);
  const settingsNow = async () => {
    const [row] = await at.db.acrossClinics<Record<string, string>>(
      `select ${SETTINGS.map((name) => `current_setting('${name}', true) as "${name}"`).join(', ')}, app_clinic()::text as clinic`,
    );
    return row!;
  };

  it('commits what was done in a clinic', async () => {
    const id = newId();
    const answer = await at.db.inClinic(at.one, async (tx) => {
      await tx.manager.insert(Location, aLocation(at.one.clinicId, id));
      return 'done';
    });
    expect(answer).toBe('done');
    expect(await locations(id)).toEqual([{ clinic_id: at.one.clinicId }]);
  });

  it('takes everything back when the work fails, `save` included', async () => {
    const [inserted, saved] = [newId(), newId()];
    const work = at.db.inClinic(at.one, async (tx) => {
      await tx.manager.insert(Location, aLocation(at.one.clinicId, inserted));
      // `save` opens a transaction of its own unless it knows of ours, and would commit it.
      await tx.manager.save(Location, aLocation(at.one.clinicId, saved));
      expect(await tx.query('select 1 from locations where id = any ($1)', [[inserted, saved]])).toHaveLength(
        2,
      );
      throw new Error('the line broke');
    });
    await expect(work).rejects.toThrow('the line broke');
    expect([...(await locations(inserted)), ...(await locations(saved))]).toEqual([]);
  });

  it('hands on no connection that failed while its transaction was being opened', async () => {
    // The transaction begins, then its clock cannot be read: as when a statement is ended at that moment.
    await at.rows('revoke select on app_clock from throughline_app');
    await expect(at.db.inClinic(at.one, async () => 'done')).rejects.toMatchObject({ code: '42501' });
    await at.rows('grant select on app_clock to throughline_app');
    expect(await at.db.inClinic(at.one, async () => 'done')).toBe('done');
  });

  it('makes of a transaction inside ours a part of it', async () => {
    const [before, inside, after] = [newId(), newId(), newId()];
    const add = (manager: EntityManager, id: string) =>
      manager.insert(Location, aLocation(at.one.clinicId, id));
    await at.db.inClinic(at.one, async (tx) => {
      await add(tx.manager, before);
      const failing = tx.manager.transaction(async (manager) => {
        await add(manager, inside);
        throw new Error('the line broke');
      });
      await expect(failing).rejects.toThrow('the line broke');
      expect(await locations(before)).toEqual([]);
      await add(tx.manager, after);
    });
    expect(await locations(before)).toHaveLength(1);
    expect(await locations(inside)).toEqual([]);
    expect(await locations(after)).toHaveLength(1);
  });

  it('keeps the clinic over `save`, so that what follows is still in it', async () => {
    await at.db.inClinic(at.one, async (tx) => {
      await tx.manager.save(Location, aLocation(at.one.clinicId));
      const [row] = await tx.query<{ clinic: string }>('select app_clinic()::text as clinic');
      expect(row!.clinic).toBe(at.one.clinicId);
    });
  });

  it('takes back what a failed statement left behind, and goes on with the same connection', async () => {
    const id = newId();
    const work = at.db.inClinic(at.one, async (tx) => {
      await tx.manager.insert(Location, aLocation(at.one.clinicId, id));
      await tx.query('select 1 / 0');
    });
    await expect(work).rejects.toThrow('division by zero');
    expect(await locations(id)).toEqual([]);
    expect(await at.db.inClinic(at.one, (tx) => tx.query('select 1 as one'))).toEqual([{ one: 1 }]);
  });

  it('refuses to commit after a statement failed, even when somebody hid the failure', async () => {
    const id = newId();
    await at.db
      .inClinic(at.one, async (tx) => {
        await tx.manager.insert(Location, aLocation(at.one.clinicId, id));
        await tx.query('select 1 / 0').catch(() => undefined);
      })
      .catch(() => undefined);
    expect(await locations(id)).toEqual([]);
  });

  it.each<[string, (tx: Tx) => Promise<unknown>]>([
    ['after a commit', () => Promise.resolve()],
    ['after a rollback', () => Promise.reject(new Error('no'))],
    ['after a failed statement', (tx) => tx.query('select nothing')],
  ])('leaks no setting to the next user of the connection, %s', async (_, work) => {
    await at.db.inClinic(at.one, work).catch(() => undefined);
    const left = await settingsNow();
    expect(SETTINGS.map((name) => left[name] ?? '')).toEqual(['', '', '', '', '']);
    expect(left.clinic).toBeNull();
    await at.db.inClinic(at.other, async (tx) => {
      expect(await tx.query('select 1 from locations')).toEqual([]);
    });
  });

  it('shows nothing of any clinic to a repository outside a clinic', async () => {
    await at.db.inClinic(at.one, (tx) => tx.manager.insert(Location, aLocation(at.one.clinicId)));
    expect(await at.db.source.getRepository(Location).find()).toEqual([]);
    const outside = at.db.source.getRepository(Location).insert(aLocation(at.one.clinicId));
    await expect(outside).rejects.toMatchObject({ driverError: { code: '42501' } });
  });

  it('shows and takes rows of the actor’s clinic alone', async () => {
    const id = newId();
    await at.db.inClinic(at.one, (tx) => tx.manager.insert(Location, aLocation(at.one.clinicId, id)));
    await at.db.inClinic(at.other, async (tx) => {
      expect(await tx.manager.findBy(Location, { id })).toEqual([]);
      expect((await tx.manager.update(Location, { id }, { name: 'Elsewhere' })).affected).toBe(0);
    });
    const foreign = at.db.inClinic(at.other, (tx) => tx.manager.insert(Location, aLocation(at.one.clinicId)));
    await expect(foreign).rejects.toMatchObject({ driverError: { code: '42501' } });
  });

  it('tells the product’s time, to the millisecond, the same in SQL', async () => {
    await at.rows("insert into app_clock (shift) values ('3 days')");
    await at.db.inClinic(at.one, async (tx) => {
      const [row] = await tx.query<{ now: Date }>('select app_now() as now');
      expect(row!.now.getTime()).toBe(tx.now.epochMilliseconds);
    });
    const ahead = (await at.db.now()).epochMilliseconds - Date.now();
    expect(Math.round(ahead / 3_600_000)).toBe(72);
    await at.rows('delete from app_clock');
  });

  it('gives its connection back when the actor is none, before anything is asked', async () => {
    const nonsense = { ...at.one, clinicId: "'; select 1; --" };
    await expect(at.db.inClinic(nonsense, () => Promise.resolve())).rejects.toThrow('not an id');
    expect(await at.db.inClinic(at.one, () => Promise.resolve('next'))).toBe('next');
  });

  it('runs the work of several people side by side, each in their own clinic', async () => {
    const wide = await openPlatformHouse({ poolSize: 5 });
    const clinics = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        wide.db.inClinic(index % 2 ? wide.one : wide.other, async (tx) => {
          const [row] = await tx.query<{ clinic: string }>(
            'select pg_sleep(0.01), app_clinic()::text as clinic',
          );
          return row!.clinic === tx.actor.clinicId;
        }),
      ),
    );
    await wide.close();
    expect(clinics).toEqual(Array(20).fill(true));
  });
});
