import { AbsencesService } from '@app/clinics/absences/absences.service.js';
import { CareTeamsService } from '@app/clients/care-teams.service.js';
import { ClientsService } from '@app/clients/clients.service.js';
import { aClient } from '../../../test/factories/client.factory.js';
import { aStaffMember } from '../../../test/factories/staff-member.factory.js';
import { type OpenCourse, openCourse, rowsOf } from '../../../test/support/course/open-course.js';
import { StaffCourseService } from './staff-course.service.js';
import { refused, staffOf } from './staff-course.test-support.js';

describe('the staff, as an admin changes it', () => {
  let course: OpenCourse;
  let service: StaffCourseService;

  beforeEach(async () => {
    course = await openCourse();
    service = course.app.get(StaffCourseService, { strict: false });
  });
  afterEach(() => course.close());

  const { account, aSignIn, audits, awayToday, mails, openSignIns, reading, suspend } = staffOf(() => course);

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
});
