import type { StaffActor } from '@app/platform/actor.js';
import { AbsencesService } from '@app/clinics/absences/absences.service.js';
import { CareTeamsService } from '@app/clients/care-teams.service.js';
import { ClientsService } from '@app/clients/clients.service.js';
import { aClient } from '../../../test/factories/client.factory.js';
import { aStaffMember } from '../../../test/factories/staff-member.factory.js';
import { type OpenCourse, openCourse, rowsOf } from '../../../test/support/course/open-course.js';
import type { StaffAccountView } from './staff-account.view.js';
import { StaffAccountsService } from './staff-accounts.service.js';
import { StaffCourseService } from './staff-course.service.js';

const refused = (code: string) => ({ status: 409, code });

describe('the staff, as an admin changes it', () => {
  let course: OpenCourse;
  let service: StaffCourseService;
  let accounts: StaffAccountsService;

  beforeEach(async () => {
    course = await openCourse();
    service = course.app.get(StaffCourseService, { strict: false });
    accounts = course.app.get(StaffAccountsService, { strict: false });
  });
  afterEach(() => course.close());

  const account = async (of: StaffActor): Promise<StaffAccountView> =>
    (await accounts.list(course.admin)).find(({ id }) => id === of.staffMemberId)!;
  const mails = async (to: StaffActor) =>
    (
      await rowsOf<{ kind: string; clinic_id: string }>(
        course,
        'select kind, clinic_id from account_mails order by created_at, id',
      )
    ).map(({ kind, clinic_id: clinicId }) => (clinicId === to.clinicId ? kind : 'of another clinic'));
  const audits = (action: string) =>
    rowsOf<{ subject_ids: string[]; client_ids: string[] }>(
      course,
      'select subject_ids, client_ids from audit_events where action = $1 order by at, id',
      [action],
    );
  const aSignIn = async ({ accountId, clinicId, staffMemberId }: StaffActor) => {
    await rowsOf(
      course,
      `insert into sign_ins (id, token_hash, account_id, clinic_id, staff_member_id, created_at, last_seen_at,
         expires_at, second_factor_at, second_factor)
       values (gen_random_uuid(), sha256(gen_random_uuid()::text::bytea), $1, $2, $3, now(), now(),
         now() + interval '12 hours', now(), 'totp')`,
      [accountId, clinicId, staffMemberId],
    );
  };
  const openSignIns = async ({ staffMemberId }: StaffActor) =>
    (
      await rowsOf(course, 'select 1 from sign_ins where staff_member_id = $1 and revoked_at is null', [
        staffMemberId,
      ])
    ).length;
  const suspend = (of: StaffActor, clients: 'stay' | 'to-lead' = 'stay', version = 1) =>
    service.suspend(course.admin, of.staffMemberId, { version, clients });

  it('is listed by name with what tells whether they come, and who depends on them', async () => {
    const { maren, ines, house } = course;
    await aClient(house, { by: maren });
    await aClient(house, {
      by: maren,
      careTeam: [
        { staffMemberId: maren.staffMemberId, seat: 'words' },
        { staffMemberId: ines.staffMemberId, seat: 'supervisor' },
      ],
    });
    await aSignIn(maren);
    const list = await accounts.list(course.admin);
    expect(list.map(({ name }) => name)).toEqual([
      'Ines Halvard',
      'Lena Brandt',
      'Maren Okoye',
      'Oren Tallis',
    ]);
    expect(await account(maren)).toMatchObject({
      version: 1,
      email: expect.stringMatching(/@fernhollow\.example$/),
      roles: ['practitioner'],
      status: 'active',
      locationName: 'Main Street',
      lastSeenAt: expect.stringMatching(/^\d{4}-.*Z$/),
      secondFactor: true,
      away: null,
      readsAloneFor: 1,
    });
    expect(await account(ines)).toMatchObject({ lastSeenAt: null, readsAloneFor: 0 });
  });

  it('shows no second factor where none was confirmed', async () => {
    const { maren } = course;
    await rowsOf(course, 'update totp_factors set confirmed_at = null where account_id = $1', [
      maren.accountId,
    ]);
    expect(await account(maren)).toMatchObject({ secondFactor: false });
  });

  it('is changed in name and place without ending a sign-in', async () => {
    const { admin, maren } = course;
    await aSignIn(maren);
    const changed = await service.change(admin, maren.staffMemberId, {
      version: 1,
      name: ' Maren Okoye-Lund ',
    });
    expect(changed).toMatchObject({ name: 'Maren Okoye-Lund', version: 2 });
    const same = { version: 2, roles: ['practitioner' as const] };
    expect(await service.change(admin, maren.staffMemberId, same)).toMatchObject({ version: 3 });
    expect([await openSignIns(maren), await mails(maren)]).toEqual([1, []]);
    await expect(service.change(admin, maren.staffMemberId, { version: 1, name: 'x' })).rejects.toMatchObject(
      { code: 'conflict-version' },
    );
  });

  it('ends every sign-in and tells the person, with other roles', async () => {
    const { admin, maren } = course;
    await aSignIn(maren);
    await aSignIn(maren);
    await aSignIn(admin);
    const roles = ['practitioner' as const, 'coordinator' as const];
    expect(await service.change(admin, maren.staffMemberId, { version: 1, roles })).toMatchObject({ roles });
    expect([await openSignIns(maren), await openSignIns(admin)]).toEqual([0, 1]);
    expect(await mails(maren)).toEqual(['roles-changed']);
    expect(await audits('staff-member.roles-changed')).toEqual([
      { subject_ids: [maren.staffMemberId], client_ids: [] },
    ]);
  });

  it('takes who treats no more off the care teams, and keeps a sole reader', async () => {
    const { admin, maren, ines, house } = course;
    const { id } = await aClient(house, { by: maren });
    const change = { version: 1, roles: ['coordinator' as const] };
    await expect(service.change(admin, maren.staffMemberId, change)).rejects.toMatchObject({
      ...refused('sole-reader'),
      errors: [{ field: 'roles', code: 'readsAloneFor', params: { count: 1 } }],
    });
    const teams = course.app.get(CareTeamsService, { strict: false });
    await teams.seat(admin, id, ines.staffMemberId, 'words');
    await service.change(admin, maren.staffMemberId, change);
    expect(
      await rowsOf(course, 'select seat from care_team_members where client_id = $1', [id]),
    ).toHaveLength(1);
    expect(await audits('care-team.left')).toEqual([
      { subject_ids: [maren.staffMemberId], client_ids: [id] },
    ]);
  });

  it('never lets the last admin go, in any way', async () => {
    const { admin, stranger } = course;
    const change = { version: 1, roles: ['coordinator' as const] };
    await expect(service.change(admin, admin.staffMemberId, change)).rejects.toMatchObject(
      refused('last-admin'),
    );
    await expect(service.leave(admin)).rejects.toMatchObject(refused('last-admin'));
    await expect(suspend(admin)).rejects.toMatchObject(refused('not-yourself'));
    const second = (await aStaffMember(course.house, { clinic: course.clinic, roles: ['admin'] })).actor;
    await service.leave(admin);
    await expect(service.leave(second)).rejects.toMatchObject(refused('last-admin'));
    // The admin next door is no admin here.
    expect(stranger.roles).toContain('admin');
  });

  it('keeps an admin when two take it off each other at once, over and over', async () => {
    const { house, clinic, admin } = course;
    for (let round = 0; round < 8; round += 1) {
      const other = (await aStaffMember(house, { clinic, roles: ['admin'] })).actor;
      const [one, two] = [(await account(admin)).version, (await account(other)).version];
      const outcomes = await Promise.allSettled([
        service.change(admin, other.staffMemberId, { version: two, roles: ['coordinator'] }),
        service.change(other, admin.staffMemberId, { version: one, roles: ['coordinator'] }),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const admins = await rowsOf<{ id: string }>(
        course,
        `select id from staff_members where clinic_id = $1 and status = 'active' and 'admin' = any (roles)`,
        [clinic.clinicId],
      );
      expect(admins).toHaveLength(1);
      await rowsOf(course, `update staff_members set roles = '{admin}' where id = $1`, [admin.staffMemberId]);
      await rowsOf(course, `update staff_members set roles = '{coordinator}' where id = $1`, [
        other.staffMemberId,
      ]);
    }
  });

  it('lets nobody act who was suspended while they waited', async () => {
    const { house, clinic, admin } = course;
    await aStaffMember(house, { clinic, roles: ['admin'] });
    for (let round = 0; round < 4; round += 1) {
      const other = (await aStaffMember(house, { clinic, roles: ['admin'] })).actor;
      const { version } = await account(admin);
      const outcomes = await Promise.allSettled([
        service.suspend(admin, other.staffMemberId, { version: 1, clients: 'stay' }),
        service.suspend(other, admin.staffMemberId, { version, clients: 'stay' }),
      ]);
      const late = outcomes.find(({ status }) => status === 'rejected');
      expect(late).toMatchObject({ reason: { status: 401 } });
      await rowsOf(course, `update staff_members set status = 'active' where id = $1`, [admin.staffMemberId]);
    }
  });

  it('suspends: the sign-ins end, the person is told, and is let in again as they were', async () => {
    const { admin, ines } = course;
    await aSignIn(ines);
    expect(await suspend(ines)).toMatchObject({ status: 'suspended', version: 2 });
    expect(await openSignIns(ines)).toBe(0);
    await expect(suspend(ines, 'stay', 2)).rejects.toMatchObject(refused('conflict'));
    const back = await service.restore(admin, ines.staffMemberId, 2);
    expect(back).toMatchObject({ status: 'active', roles: ['practitioner'], version: 3 });
    await expect(service.restore(admin, ines.staffMemberId, 3)).rejects.toMatchObject(refused('conflict'));
    await expect(service.restore(admin, ines.staffMemberId, 2)).rejects.toMatchObject({
      code: 'conflict-version',
    });
    expect(await mails(ines)).toEqual(['suspended', 'restored']);
  });

  it('suspends a sole reader only with somebody to take over', async () => {
    const { admin, maren, ines, house, clinic } = course;
    const [alone, shared] = [await aClient(house, { by: maren }), await aClient(house, { by: maren })];
    const teams = course.app.get(CareTeamsService, { strict: false });
    await teams.seat(admin, shared.id, ines.staffMemberId, 'words');
    await teams.seat(admin, alone.id, ines.staffMemberId, 'body');
    await expect(suspend(maren)).rejects.toMatchObject({
      ...refused('sole-reader'),
      errors: [{ field: 'clients', code: 'readsAloneFor', params: { count: 1 } }],
    });
    await expect(suspend(maren, 'to-lead')).rejects.toMatchObject(refused('no-lead'));
    await rowsOf(
      course,
      `insert into rosters (clinic_id, kind, location_id, responder_id, lead_id, open_from, open_to, open_days,
         holidays, version)
       values ($1, 'psychological', $2, $3, $4, '09:00', '17:00', '{1,2,3,4,5}', '{}', 1)`,
      [clinic.clinicId, clinic.locationId, ines.staffMemberId, admin.staffMemberId],
    );
    expect(await suspend(maren, 'to-lead')).toMatchObject({ status: 'suspended', readsAloneFor: 0 });
    expect(await audits('care-team.joined')).toContainEqual({
      subject_ids: [ines.staffMemberId],
      client_ids: [alone.id],
    });
    const team = (await course.app.get(ClientsService, { strict: false }).read(ines, alone.id)).careTeam;
    expect(team).toContainEqual({ staffMemberId: ines.staffMemberId, name: 'Ines Halvard', seat: 'words' });
    expect(await account(ines)).toMatchObject({ readsAloneFor: 2 });
  });

  it('leaves nothing behind when it is refused at the end', async () => {
    const { admin, maren, house } = course;
    await aClient(house, { by: maren });
    await aSignIn(maren);
    const before = await account(maren);
    await expect(suspend(maren, 'to-lead')).rejects.toMatchObject(refused('no-lead'));
    await expect(service.leave({ ...maren })).rejects.toMatchObject(refused('sole-reader'));
    await expect(
      service.change(admin, maren.staffMemberId, { version: 1, locationId: course.stranger.clinicId }),
    ).rejects.toMatchObject({ status: 404 });
    expect(await account(maren)).toEqual(before);
    expect([await openSignIns(maren), await mails(maren)]).toEqual([1, []]);
  });

  it('keeps who covers for a colleague until somebody else does', async () => {
    const { admin, maren, ines, house, clinic } = course;
    const absences = course.app.get(AbsencesService, { strict: false });
    const lead = await aStaffMember(house, { clinic, name: 'Ada Lind', roles: ['admin', 'practitioner'] });
    const today = (await house.db.now()).toZonedDateTimeISO('America/Boise').toPlainDate().toString();
    const days = { fromOn: today, untilOn: today };
    const people = { staffMemberId: maren.staffMemberId, coverId: ines.staffMemberId };
    await absences.add(admin, { ...people, ...days });
    expect(await account(maren)).toMatchObject({ away: { coverName: 'Ines Halvard', ...days } });
    await expect(suspend(ines)).rejects.toMatchObject(refused('covers-somebody'));
    await expect(service.leave(ines)).rejects.toMatchObject(refused('covers-somebody'));
    await suspend(ines, 'to-lead');
    expect(await account(maren)).toMatchObject({ away: { coverName: 'Ada Lind' } });
    await expect(service.leave(lead.actor)).rejects.toMatchObject(refused('covers-somebody'));
    // Nobody reads on for who is gone: their clients have another reader, and the cover is free.
    await service.suspend(admin, maren.staffMemberId, { version: 1, clients: 'stay' });
    await service.leave(lead.actor);
  });

  it.each([
    ['is suspended', 'suspended'],
    ['leaves', 'left'],
    ['treats no more', 'roles-changed'],
  ] as const)('ends the cover for who %s', async (_, how) => {
    const { admin, maren, ines, house } = course;
    const { id: clientId } = await aClient(house, { by: maren });
    const teams = course.app.get(CareTeamsService, { strict: false });
    const third = (await aStaffMember(house, { clinic: course.clinic, name: 'Ada Lind' })).actor;
    await teams.seat(admin, clientId, third.staffMemberId, 'words');
    const { read } = reading(clientId);
    await awayToday(maren, ines);
    await read(ines);
    if (how === 'suspended') await suspend(maren);
    if (how === 'left') await service.leave(maren);
    const change = { version: 1, roles: ['coordinator' as const] };
    if (how === 'roles-changed') await service.change(admin, maren.staffMemberId, change);
    await expect(read(ines)).rejects.toMatchObject({ status: 404 });
    expect(await rowsOf(course, 'select 1 from absences where ended_at is null')).toEqual([]);
    expect(await audits('absence.ended')).toEqual([
      { subject_ids: [expect.any(String)], client_ids: [clientId] },
    ]);
  });
  const reading = (clientId: string) => ({
    read: (by: StaffActor) => course.app.get(ClientsService, { strict: false }).read(by, clientId),
  });
  const awayToday = async (who: StaffActor, cover: StaffActor) => {
    const today = (await course.house.db.now()).toZonedDateTimeISO('America/Boise').toPlainDate().toString();
    await course.app.get(AbsencesService, { strict: false }).add(course.admin, {
      staffMemberId: who.staffMemberId,
      coverId: cover.staffMemberId,
      fromOn: today,
      untilOn: today,
    });
  };

  it('gives nothing to a lead who is away: the next one takes over', async () => {
    const { maren, ines, house, clinic } = course;
    const boss = async (name: string) =>
      (await aStaffMember(house, { clinic, name, roles: ['admin', 'practitioner'] })).actor;
    const [first, second] = [await boss('Ada Lind'), await boss('Tove Berg')];
    const { id: clientId } = await aClient(house, { by: maren });
    await awayToday(first, ines);
    await suspend(maren, 'to-lead');
    const team = await rowsOf<{ id: string }>(
      course,
      'select staff_member_id as id from care_team_members where client_id = $1 and staff_member_id <> $2',
      [clientId, maren.staffMemberId],
    );
    expect(team).toEqual([{ id: second.staffMemberId }]);
  });

  it('tells the other admins when one gives themself another role', async () => {
    const { admin, maren, house, clinic } = course;
    const others = ['Ada Lind', 'Tove Berg'].map((name) =>
      aStaffMember(house, { clinic, name, roles: ['admin'] }),
    );
    const [, gone] = await Promise.all(others);
    await suspend(gone!.actor);
    const before = (await mails(admin)).length;
    const own = admin.staffMemberId;
    await service.change(admin, own, { version: 1, roles: ['admin', 'practitioner'] });
    expect((await mails(admin)).slice(before).sort()).toEqual(['admin-changed-own-roles', 'roles-changed']);
    // What they may do less of, or what somebody else is given, is told to nobody but the person.
    const raised: StaffActor = { ...admin, roles: ['admin', 'practitioner'] };
    await service.change(raised, own, { version: 2, roles: ['admin'] });
    await service.change(admin, maren.staffMemberId, { version: 1, roles: ['practitioner', 'coordinator'] });
    expect((await mails(admin)).slice(before + 2)).toEqual(['roles-changed', 'roles-changed']);
  });

  it('does not know the staff of another clinic', async () => {
    const { admin, stranger } = course;
    const id = stranger.staffMemberId;
    const notFound = { status: 404 };
    await expect(service.change(admin, id, { version: 1, name: 'x' })).rejects.toMatchObject(notFound);
    await expect(suspend(stranger)).rejects.toMatchObject(notFound);
    await expect(service.restore(admin, id, 1)).rejects.toMatchObject(notFound);
    expect((await accounts.list(admin)).map((each) => each.id)).not.toContain(id);
  });
});
