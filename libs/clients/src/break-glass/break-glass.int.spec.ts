import { aReflection } from '@app/briefs/briefs.test-support.js';
import { openPromptHouse, type PromptHouse, ZONE } from '@app/prompts/prompts.test-support.js';
import { ReflectionsService } from '@app/reflections/reflections.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import type { TooManyTries } from '@app/platform/errors/errors.js';
import { aClient } from '../../../../test/factories/client.factory.js';
import { aStaffMember } from '../../../../test/factories/staff-member.factory.js';
import { CareTeamsService } from '../care-teams.service.js';
import { ClientsService } from '../clients.service.js';
import { BreakGlassService } from './break-glass.service.js';

const page = { limit: 50 };
const notFound = { status: 404 };
const wanted = { reason: 'Rowan called the front desk in distress; Maren is on a plane.', minutes: 30 };

describe('break-glass', () => {
  let at: PromptHouse;
  let clientId: string;
  let glass: BreakGlassService;

  beforeEach(async () => {
    at = await openPromptHouse();
    glass = at.get(BreakGlassService);
    await at.setClock('2026-11-10T09:00');
    clientId = (await aClient(at.house, { by: at.maren, timeZone: ZONE })).id;
    await aReflection(at, { clientId, words: 'The heron on the weir.' });
  });
  afterEach(() => at.close());

  const read = (by: StaffActor) => at.get(ReflectionsService).listFor(by, clientId, page);
  const audits = (by: StaffActor) =>
    at.rows<{ action: string; client_ids: string[] }>(
      'select action, client_ids from audit_events where actor_id = $1 order by at, id',
      [by.staffMemberId],
    );
  const open = (by = at.ines, wishes: Partial<typeof wanted> = {}) =>
    glass.open(by, clientId, { ...wanted, ...wishes });

  it('finds clients out of reach by a part of the name, whatever the case and accents', async () => {
    await aClient(at.house, { by: at.maren, name: 'Zoë Rowanson' });
    await aClient(at.house, { by: at.ines, name: 'Rowan of her own' });
    await aClient(at.house, { by: at.stranger, name: 'Rowan next door' });
    const found = async (name: string) => (await glass.search(at.ines, name)).map((each) => each.name);
    expect(await found('ROWAN')).toEqual(['Rowan Ellis', 'Zoë Rowanson']);
    expect(await found(' zoe r')).toEqual(['Zoë Rowanson']);
    expect(await found('nobody at all')).toEqual([]);
    for (const name of ['ro', ' r ', '\u0301\u0301\u0301\u0301']) {
      expect(() => glass.search(at.ines, name)).toThrow(expect.objectContaining({ status: 400 }));
    }
    expect(await audits(at.ines)).toContainEqual({
      action: 'break-glass.searched',
      client_ids: [clientId, expect.any(String)],
    });
    const [row] = await at.rows<{ all: string }>(
      "select string_agg(e::text, ' ') as all from audit_events e where action = 'break-glass.searched'",
    );
    expect(row!.all).not.toMatch(/rowan|zo/i);
  });

  it('is searched 20 times an hour by one person, and no name comes of more', async () => {
    const search = (by: StaffActor) => glass.search(by, 'rowan');
    for (let count = 0; count < 15; count += 1) await search(at.ines);
    const rest = await Promise.allSettled(Array.from({ length: 8 }, () => search(at.ines)));
    const refused = rest.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(3);
    for (const each of refused) {
      expect(each).toMatchObject({ reason: { status: 429, retryAfterSeconds: expect.any(Number) } });
    }
    expect(await search(at.maren)).toEqual([]);
    const { retryAfterSeconds } = (refused[0] as PromiseRejectedResult).reason as TooManyTries;
    expect(retryAfterSeconds).toBeGreaterThan(3_500);
    await at.setClock('2026-11-10T09:59');
    await expect(search(at.ines)).rejects.toMatchObject({ status: 429 });
    await at.setClock('2026-11-10T10:01');
    expect(await search(at.ines)).toHaveLength(1);
  });

  it('finds nobody for who does not treat', async () => {
    for (const by of [at.coordinator, at.admin]) expect(await glass.search(by, 'rowan')).toEqual([]);
    await expect(open(at.admin)).rejects.toMatchObject(notFound);
    await expect(open(at.coordinator)).rejects.toMatchObject(notFound);
    await expect(open(at.stranger)).rejects.toMatchObject(notFound);
  });

  it('opens the record for a while, and shuts it on the minute', async () => {
    await expect(read(at.ines)).rejects.toMatchObject(notFound);
    const access = await open();
    expect(access).toMatchObject({
      clientId,
      clientName: 'Rowan Ellis',
      staffMemberId: at.ines.staffMemberId,
      name: 'Ines Halvard',
      reason: wanted.reason,
      endedAt: null,
    });
    expect(Date.parse(access.endsAt) - Date.parse(access.openedAt)).toBe(30 * 60_000);
    expect(JSON.stringify(await read(at.ines))).toContain('The heron');
    expect(await at.get(ClientsService).read(at.ines, clientId)).toMatchObject({ name: 'Rowan Ellis' });
    await at.setClock('2026-11-10T09:29');
    await read(at.ines);
    await at.setClock('2026-11-10T09:31');
    await expect(read(at.ines)).rejects.toMatchObject(notFound);
    await expect(at.get(ClientsService).read(at.ines, clientId)).rejects.toMatchObject(notFound);
  });

  it('shuts exactly when it says', async () => {
    const { id, openedAt } = await open();
    const opensAt = async (shift: string) => {
      const [row] = await at.rows<{ now: Date }>('select app_now() as now');
      await at.rows(
        `update break_glass_accesses set opened_at = $2::timestamptz - interval '30 minutes', ends_at = $2::timestamptz + $3::interval where id = $1`,
        [id, row!.now, shift],
      );
    };
    expect(openedAt).toMatch(/Z$/);
    await opensAt('-1 millisecond');
    await expect(read(at.ines)).rejects.toMatchObject(notFound);
    await opensAt('20 seconds');
    await read(at.ines);
  });

  it('tells the care team and every admin, once each, and not who opened it', async () => {
    const { house, clinic } = at;
    const boss = await aStaffMember(house, { clinic, name: 'Ada Lind', roles: ['admin', 'practitioner'] });
    const gone = await aStaffMember(house, { clinic, name: 'Tove Berg', roles: ['admin'] });
    await at.rows("update staff_members set status = 'suspended' where id = $1", [gone.staffMemberId]);
    await at.get(CareTeamsService).seat(at.maren, clientId, boss.staffMemberId, 'body');
    await open();
    const mails = await at.rows<{ kind: string }>('select kind from account_mails');
    // Maren and Ada of the team, Oren besides as an admin.
    expect(mails.map(({ kind }) => kind)).toEqual(Array(3).fill('break-glass'));
  });

  it('writes down what was opened and what was read inside', async () => {
    await open();
    await read(at.ines);
    const client_ids = [clientId];
    expect(await audits(at.ines)).toEqual([
      { action: 'break-glass.opened', client_ids },
      { action: 'reflection.listed', client_ids },
    ]);
  });

  it('keeps the reason sealed', async () => {
    const { id } = await open();
    const [row] = await at.rows<{ sealed: Buffer }>(
      'select reason_sealed as sealed from break_glass_accesses where id = $1',
      [id],
    );
    expect(row!.sealed.toString('latin1')).not.toContain('distress');
  });

  it('is not for who reads already, and opens the words to who sits in the body seat', async () => {
    await expect(open(at.maren)).rejects.toMatchObject({ status: 409, code: 'already-in-reach' });
    await at.get(CareTeamsService).seat(at.maren, clientId, at.ines.staffMemberId, 'body');
    await expect(read(at.ines)).rejects.toMatchObject(notFound);
    await open();
    await read(at.ines);
    await expect(open()).rejects.toMatchObject({ status: 409, code: 'already-in-reach' });
  });

  it('is ended early by who opened it alone', async () => {
    const { id } = await open();
    for (const by of [at.maren, at.admin, at.stranger]) {
      await expect(glass.end(by, id)).rejects.toMatchObject(notFound);
    }
    const ended = await glass.end(at.ines, id);
    expect(ended).toMatchObject({ id, clientName: 'Rowan Ellis', endedAt: expect.stringMatching(/Z$/) });
    await expect(read(at.ines)).rejects.toMatchObject(notFound);
    expect(await glass.end(at.ines, id)).toEqual(ended);
    expect((await audits(at.ines)).map(({ action }) => action)).toContain('break-glass.ended');
  });

  it('is listed for admins, for the care team and for who opened it, and for nobody else', async () => {
    await open();
    const ada = (await aStaffMember(at.house, { clinic: at.clinic, name: 'Ada Lind' })).actor;
    await at.setClock('2026-11-11T09:00');
    for (const by of [at.admin, at.maren, at.ines]) {
      expect(await glass.list(by)).toMatchObject([{ clientName: 'Rowan Ellis', reason: wanted.reason }]);
    }
    for (const by of [ada, at.stranger]) expect(await glass.list(by)).toEqual([]);
    await at.setClock('2027-02-08T08:59');
    expect(await glass.list(at.admin)).toHaveLength(1);
    await at.setClock('2027-02-08T09:02');
    expect(await glass.list(at.admin)).toEqual([]);
  });

  it('stands as it was written: nobody stretches it, not even in the database', async () => {
    const { id } = await open();
    const asInes = (sql: string) => at.house.db.inClinic(at.ines, (tx) => tx.query(sql, [id]));
    for (const change of ["ends_at = ends_at + interval '1 minute'", 'reason_sealed = reason_sealed']) {
      await expect(asInes(`update break_glass_accesses set ${change} where id = $1`)).rejects.toMatchObject({
        driverError: { code: '42501' },
      });
    }
    await expect(asInes('delete from break_glass_accesses where id = $1')).rejects.toMatchObject({
      driverError: { code: '42501' },
    });
    const forMaren = at.house.db.inClinic(at.ines, (tx) =>
      tx.query(
        `insert into break_glass_accesses (clinic_id, id, client_id, staff_member_id, reason_sealed, opened_at, ends_at)
         values ($1, gen_random_uuid(), $2, $3, 'x', now(), now() + interval '5 minutes')`,
        [at.clinic.clinicId, clientId, at.maren.staffMemberId],
      ),
    );
    await expect(forMaren).rejects.toMatchObject({ driverError: { code: '42501' } });
  });
});
