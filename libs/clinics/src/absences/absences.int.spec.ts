import { aReflection } from '@app/briefs/briefs.test-support.js';
import { BriefsService } from '@app/briefs/briefs.service.js';
import { ClientsService } from '@app/clients/clients.service.js';
import { CareTeamsService } from '@app/clients/care-teams.service.js';
import { openPromptHouse, type PromptHouse, ZONE } from '@app/prompts/prompts.test-support.js';
import { CallRequestsService } from '@app/safety/call-requests.service.js';
import { ReflectionsService } from '@app/reflections/reflections.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { anAppointment } from '../../../../test/factories/appointment.factory.js';
import { aClient } from '../../../../test/factories/client.factory.js';
import { aStaffMember } from '../../../../test/factories/staff-member.factory.js';
import { AbsencesService } from './absences.service.js';

const page = { limit: 50 };
const notFound = { status: 404 };

/** Maren is away from Monday 26 October to Friday 6 November, on the clock of Boise. */
describe('absence and cover', () => {
  let at: PromptHouse;
  let clientId: string;

  beforeEach(async () => {
    at = await openPromptHouse();
    await at.setClock('2026-10-20T09:00');
    clientId = (await aClient(at.house, { by: at.maren, timeZone: ZONE })).id;
    await aReflection(at, { clientId, words: 'The kettle, the second time.' });
  });
  afterEach(() => at.close());

  const absences = () => at.get(AbsencesService);
  const wanted = () => ({
    staffMemberId: at.maren.staffMemberId,
    coverId: at.ines.staffMemberId,
    fromOn: '2026-10-26',
    untilOn: '2026-11-06',
  });
  const away = (by: StaffActor = at.maren, wishes: object = {}) =>
    absences().add(by, { ...wanted(), ...wishes });
  const reads = async (by: StaffActor): Promise<boolean> => {
    try {
      const { items } = await at.get(ReflectionsService).listFor(by, clientId, page);
      return items.some((view) => JSON.stringify(view).includes('The kettle'));
    } catch (error) {
      expect(error).toMatchObject(notFound);
      await expect(at.get(ClientsService).read(by, clientId)).rejects.toMatchObject(notFound);
      return false;
    }
  };

  it('let the cover read from the first minute to the last, and not one before or after', async () => {
    await away();
    for (const [local, may] of [
      ['2026-10-25T23:59:30', false],
      ['2026-10-26T00:00:01', true],
      ['2026-11-01T01:30:00', true],
      ['2026-11-06T23:59:30', true],
      ['2026-11-07T00:00:01', false],
    ] as const) {
      await at.setClock(local);
      expect([local, await reads(at.ines)]).toEqual([local, may]);
      expect(await reads(at.maren)).toBe(true);
    }
  });

  it('show the cover the whole client: the list, the brief, and the reading is written down', async () => {
    const call = await anAppointment(at.house, { by: at.maren, clientId });
    await away();
    await at.setClock('2026-10-28T09:00');
    const { items } = await at.get(ClientsService).list(at.ines, page);
    expect(items).toMatchObject([{ id: clientId, newReflections: 1 }]);
    const brief = await at.get(BriefsService).brief(at.ines, call.id);
    expect(JSON.stringify(brief)).toContain('The kettle');
    const rows = await at.rows<{ action: string }>(
      'select action from audit_events where actor_id = $1 and $2 = any (client_ids)',
      [at.ines.staffMemberId, clientId],
    );
    expect(rows.map(({ action }) => action).sort()).toEqual(['brief.read', 'clients.listed']);
  });

  it('give the cover the seats that the colleague has, and no more', async () => {
    const { id: body } = await aClient(at.house, {
      by: at.admin,
      careTeam: [
        { staffMemberId: at.maren.staffMemberId, seat: 'body' },
        { staffMemberId: (await colleague()).staffMemberId, seat: 'words' },
      ],
    });
    await away();
    await at.setClock('2026-10-28T09:00');
    expect(await at.get(ClientsService).read(at.ines, body)).toMatchObject({ id: body });
    await expect(at.get(ReflectionsService).listFor(at.ines, body, page)).rejects.toMatchObject(notFound);
    const change = at.get(CareTeamsService).seat(at.ines, clientId, at.ines.staffMemberId, 'words');
    await expect(change).rejects.toMatchObject(notFound);
  });

  it('let the cover know when the client asks for a call', async () => {
    const raise = async () => {
      const { clinicId } = at.clinic;
      await at.house.db.inClinic({ kind: 'client', clinicId, clientId }, (tx) =>
        at.get(CallRequestsService).raise(tx, { clientId, promptId: null }),
      );
      const told = await at.rows<{ id: string }>('select staff_member_id as id from safety_notices');
      await at.rows('delete from safety_notices');
      await at.rows('delete from safety_events');
      await at.rows('delete from safety_flags');
      return told.map(({ id }) => id).sort();
    };
    const [maren, both] = [[at.maren.staffMemberId], [at.maren.staffMemberId, at.ines.staffMemberId].sort()];
    await away();
    expect(await raise()).toEqual(maren);
    await at.setClock('2026-10-28T09:00');
    expect(await raise()).toEqual(both);
    await at.setClock('2026-11-07T00:00:01');
    expect(await raise()).toEqual(maren);
  });

  it('end at once when they are ended', async () => {
    const { id } = await away();
    await at.setClock('2026-10-28T09:00');
    expect(await reads(at.ines)).toBe(true);
    await expect(absences().end(at.ines, id, 1)).rejects.toMatchObject(notFound);
    await expect(absences().end(at.maren, id, 9)).rejects.toMatchObject({ code: 'conflict-version' });
    expect(await absences().end(at.maren, id, 1)).toMatchObject({ state: 'over', version: 2 });
    expect(await reads(at.ines)).toBe(false);
    await expect(absences().end(at.maren, id, 2)).rejects.toMatchObject({ status: 409, code: 'conflict' });
  });

  it('reach no further than the cover: nobody else, and not next door', async () => {
    await away();
    await at.setClock('2026-10-28T09:00');
    for (const by of [await colleague(), at.stranger, at.coordinator, at.admin])
      expect(await mayRead(by)).toBe(false);
  });
  const mayRead = async (by: StaffActor) =>
    at
      .get(ReflectionsService)
      .listFor(by, clientId, page)
      .then(
        () => true,
        () => false,
      );
  const colleague = async () => (await aStaffMember(at.house, { clinic: at.clinic, name: 'Ada Lind' })).actor;

  it('are listed for everybody: ahead, now, and over for a month', async () => {
    await away();
    const states = async () => (await absences().list(at.coordinator)).map(({ state }) => state);
    expect(await absences().list(at.coordinator)).toEqual([
      {
        id: expect.any(String),
        version: 1,
        ...wanted(),
        name: 'Maren Okoye',
        coverName: 'Ines Halvard',
        state: 'ahead',
      },
    ]);
    await at.setClock('2026-10-26T00:00:01');
    expect(await states()).toEqual(['now']);
    await at.setClock('2026-11-07T00:00:01');
    expect(await states()).toEqual(['over']);
    await at.setClock('2026-12-06T23:59');
    expect(await states()).toEqual(['over']);
    await at.setClock('2026-12-07T00:01');
    expect(await states()).toEqual([]);
    expect(await absences().list(at.stranger)).toEqual([]);
  });

  it('are a practitioner’s own to add, or an admin’s, and the cover is told', async () => {
    await expect(away(at.ines)).rejects.toMatchObject(notFound);
    await expect(away(at.coordinator)).rejects.toMatchObject(notFound);
    await expect(away(at.stranger)).rejects.toMatchObject({ status: 422, errors: [{ code: 'notOnStaff' }] });
    expect(await at.rows('select 1 from account_mails')).toHaveLength(0);
    await away(at.admin);
    expect(await at.rows("select 1 from account_mails where kind = 'cover'")).toHaveLength(1);
  });

  it('tell who is away when somebody else says so, and write down whose clients they open', async () => {
    const { house, clinic } = at;
    const boss = await aStaffMember(house, { clinic, name: 'Ada Lind', roles: ['admin', 'practitioner'] });
    const { id } = await away(boss.actor, { coverId: boss.staffMemberId });
    expect(await mails()).toEqual(['away-planned', 'cover']);
    await absences().end(at.maren, id, 1);
    await at.rows('delete from account_mails');
    await away(at.maren);
    expect(await mails()).toEqual(['cover']);
    const rows = await at.rows(
      "select action, client_ids from audit_events where action like 'absence.%' order by at, id",
    );
    const client_ids = [clientId];
    expect(rows).toEqual(
      ['added', 'ended', 'added'].map((what) => ({ action: `absence.${what}`, client_ids })),
    );
  });
  const mails = async () =>
    (await at.rows<{ kind: string }>('select kind from account_mails order by kind')).map(({ kind }) => kind);

  it('need a cover who is there, and do not overlap', async () => {
    await away();
    await expect(away(at.admin)).rejects.toMatchObject({ status: 409, code: 'already-exists' });
    const swapped = { staffMemberId: at.ines.staffMemberId, coverId: at.maren.staffMemberId };
    await expect(away(at.ines, swapped)).rejects.toMatchObject({
      status: 422,
      errors: [{ field: 'coverId', code: 'awayThen' }],
    });
    const ada = await colleague();
    const covered = { staffMemberId: at.ines.staffMemberId, coverId: ada.staffMemberId };
    await expect(away(at.ines, covered)).rejects.toMatchObject({ status: 409, code: 'covers-somebody' });
    const later = { ...swapped, fromOn: '2026-11-07', untilOn: '2026-11-08' };
    expect(await away(at.ines, later)).toMatchObject({ state: 'ahead' });
    const backwards = { fromOn: '2026-12-02', untilOn: '2026-12-01' };
    await expect(away(at.maren, backwards)).rejects.toMatchObject({ errors: [{ field: 'untilOn' }] });
  });

  it('do not become two when they are asked for twice at once', async () => {
    const outcomes = await Promise.allSettled([away(), away(at.admin), away()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('are not written for somebody else past the service either', async () => {
    const { id } = await away();
    const asInes = (sql: string, params: unknown[]) =>
      at.house.db.inClinic(at.ines, (tx) => tx.query(sql, params));
    await expect(
      asInes(
        `insert into absences (clinic_id, id, staff_member_id, cover_id, from_on, until_on, starts_at, ends_at,
           created_by, created_at, version)
         values ($1, gen_random_uuid(), $2, $3, '2026-10-20', '2026-10-20', now() - interval '1 day',
           now() + interval '1 day', $3, now(), 1)`,
        [at.clinic.clinicId, at.maren.staffMemberId, at.ines.staffMemberId],
      ),
    ).rejects.toMatchObject({ driverError: { code: '42501' } });
    await asInes("update absences set ends_at = ends_at + interval '1 year' where id = $1", [id]);
    const [row] = await at.rows<{ days: number }>(
      'select extract(day from ends_at - starts_at)::int as days from absences where id = $1',
      [id],
    );
    expect(row!.days).toBe(12);
  });
});
