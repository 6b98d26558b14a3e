import type { StaffActor } from '@app/platform/actor.js';
import { CareTeamsService } from '@app/clients/care-teams.service.js';
import { aClient } from '../../../test/factories/client.factory.js';
import { aStaffMember } from '../../../test/factories/staff-member.factory.js';
import { type OpenCourse, openCourse, rowsOf } from '../../../test/support/course/open-course.js';
import { StaffAccountsService } from './staff-accounts.service.js';
import { StaffCourseService } from './staff-course.service.js';
import { refused, staffOf } from './staff-course.test-support.js';

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

  const { account, aSignIn, audits, mails, openSignIns, suspend } = staffOf(() => course);

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
