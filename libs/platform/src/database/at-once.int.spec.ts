import { newId } from '../ids/ids.js';
import { settingsOfRow } from './actor-settings.js';
import { openPlatformHouse, type PlatformHouse } from '../platform.test-support.js';

const LOCATIONS = 'select clinic_id, $1::text as asked from locations where clinic_id <> $2';

describe('statements on one connection', () => {
  let at: PlatformHouse;
  beforeEach(async () => {
    // One connection: whoever comes next has the one that was just used.
    at = await openPlatformHouse({ poolSize: 1 });
  });
  afterEach(() => at.close());

  const addLocation = (clinicId: string) =>
    at.rows(
      `insert into locations (clinic_id, id, name, time_zone, quiet_from, quiet_to, open_from, open_to, open_days, version)
       values ($1, $2, 'Main Street', 'America/Boise', '21:00', '08:00', '08:00', '18:00', '{1}', 1)`,
      [clinicId, newId()],
    );
  const clinicOf = { sql: 'select app_clinic()::text as clinic, $1::text as asked', params: ['x'] };
  const prepared = () =>
    at.db.acrossClinics<{ statement: string }>(
      'select statement, generic_plans::integer as generic from pg_prepared_statements',
    );

  describe('that are sent again', () => {
    it('are prepared from the second time on, and those that come once are not', async () => {
      await at.db.inClinic(at.one, (tx) => tx.query(clinicOf.sql, ['once']));
      expect(await prepared()).toEqual([]);
      await at.db.inClinic(at.one, (tx) => tx.query(clinicOf.sql, ['again']));
      expect(await prepared()).toMatchObject([{ statement: clinicOf.sql }]);
    });

    it('keep to the clinic of each transaction once the plan is the same for all', async () => {
      await addLocation(at.one.clinicId);
      await addLocation(at.other.clinicId);
      for (let nth = 0; nth < 16; nth += 1) {
        const actor = nth % 2 ? at.one : at.other;
        const rows = await at.db.inClinic(actor, (tx) => tx.query(LOCATIONS, [`${nth}`, newId()]));
        expect(rows).toEqual([{ clinic_id: actor.clinicId, asked: `${nth}` }]);
      }
      expect(await prepared()).toMatchObject([{ statement: LOCATIONS, generic: expect.any(Number) }]);
      expect((await prepared())[0]).not.toMatchObject({ generic: 0 });
      // Outside any clinic the same prepared statement shows nothing.
      expect(await at.db.acrossClinics(LOCATIONS, ['nobody', newId()])).toEqual([]);
    });

    it('fail once after a table got another column, and are prepared anew', async () => {
      await at.rows('create table things (one integer)');
      await at.rows('grant select on things to throughline_app');
      const things = () => at.db.acrossClinics('select * from things where one = $1', [1]);
      for (let nth = 0; nth < 3; nth += 1) expect(await things()).toEqual([]);
      await at.rows('alter table things add column two integer');
      await expect(things()).rejects.toThrow('cached plan must not change result type');
      for (let nth = 0; nth < 3; nth += 1) expect(await things()).toEqual([]);
    });

    it('go on after one of them failed', async () => {
      const divide = (by: number) =>
        at.db.inClinic(at.one, (tx) => tx.query<{ n: number }>('select 6 / $1::integer as n', [by]));
      await expect(divide(0)).rejects.toThrow('division by zero');
      await expect(divide(0)).rejects.toThrow('division by zero');
      await expect(divide(0)).rejects.toThrow('division by zero');
      expect(await divide(3)).toEqual([{ n: 2 }]);
    });
  });

  describe('that leave at once', () => {
    it('run in the clinic of their actor, at the product’s time', async () => {
      await at.rows("insert into app_clock (shift) values ('3 days')");
      const { now, rows } = await at.db.atOnce<{ clinic: string }>(at.one, clinicOf);
      expect(rows).toEqual([{ clinic: at.one.clinicId, asked: 'x' }]);
      expect(Math.round((now.epochMilliseconds - Date.now()) / 3_600_000)).toBe(72);
    });

    it('leave no setting for whoever has the connection next', async () => {
      await at.db.atOnce(at.one, clinicOf);
      expect(await at.db.acrossClinics(clinicOf.sql, ['next'])).toEqual([{ clinic: null, asked: 'next' }]);
      const { rows } = await at.db.atOnce(at.other, clinicOf);
      expect(rows).toMatchObject([{ clinic: at.other.clinicId }]);
    });

    it('keep what they wrote, and nothing of it when they fail', async () => {
      const id = newId();
      const write = (wrong: string) => ({
        sql: `with added as (insert into audit_events
                (clinic_id, id, at, actor_kind, roles, action, subject_type, subject_ids, client_ids, outcome)
                values ($1, $2, app_now(), 'system', '{}', 'x', 'x', '{}', '{}', 'done'))
              select 1 / $3::integer as one`,
        params: [at.one.clinicId, id, wrong],
      });
      const kept = () => at.rows('select 1 from audit_events where id = $1', [id]);
      await expect(at.db.atOnce(at.one, write('0'))).rejects.toThrow('division by zero');
      expect(await kept()).toEqual([]);
      expect((await at.db.atOnce(at.one, write('1'))).rows).toEqual([{ one: 1 }]);
      expect(await kept()).toHaveLength(1);
    });

    it('of staff know whom they reach, and leave it to nobody', async () => {
      const staff = {
        ...{ kind: 'staff' as const, clinicId: at.one.clinicId, roles: ['practitioner' as const] },
        ...{ accountId: newId(), staffMemberId: newId() },
      };
      const reach = {
        sql: `select current_setting('app.word_clients', true) as words, current_setting('app.care_clients', true) as care,
          app_word_clients() as reached where $1 = $1`,
        params: ['x'],
      };
      expect((await at.db.atOnce(staff, reach)).rows).toEqual([{ words: '{}', care: '{}', reached: [] }]);
      // In a transaction of several statements it may change between them: there it is looked up each time.
      expect(await at.db.inClinic(staff, (tx) => tx.query(reach.sql, ['x']))).toMatchObject([{ words: '' }]);
      expect((await at.db.atOnce(at.one, reach)).rows).toMatchObject([{ words: '', care: '' }]);
    });

    it('belong to whom a row of theirs tells of, and to nobody before it', async () => {
      await addLocation(at.one.clinicId);
      const seen = { sql: 'select clinic_id from locations where $1 = $1', params: ['x'] };
      const found = (clinicId: string) => ({
        sql: `select ${settingsOfRow({ clinicId: 'k.id' })} from (select $1::uuid as id) k where k.id <> $2`,
        params: [clinicId, at.other.clinicId],
      });
      const { answers, now } = await at.db.atOnceAsFound([seen, found(at.one.clinicId), seen]);
      expect([answers[0], answers[2]]).toEqual([[], [{ clinic_id: at.one.clinicId }]]);
      expect(Math.abs(now.epochMilliseconds - Date.now())).toBeLessThan(60_000);
      // No row tells of anybody: nothing is seen of anybody. And nothing of the first is left.
      expect((await at.db.atOnceAsFound([found(at.other.clinicId), seen])).answers).toEqual([[], []]);
    });

    it('give back a clean connection when the opening itself is refused', async () => {
      await at.rows('revoke select on app_clock from throughline_app');
      await expect(at.db.atOnce(at.one, clinicOf)).rejects.toMatchObject({ code: '42501' });
      await at.rows('grant select on app_clock to throughline_app');
      expect(await at.db.inClinic(at.one, () => Promise.resolve('done'))).toBe('done');
      await expect(at.db.atOnce({ ...at.one, clinicId: "'; select 1; --" }, clinicOf)).rejects.toThrow(
        'not an id',
      );
      expect((await at.db.atOnce(at.one, clinicOf)).rows).toHaveLength(1);
    });
  });
});
