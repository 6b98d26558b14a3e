import type { Actor, StaffActor } from '@app/platform/actor.js';
import { StaffCourseService } from '@app/course/staff-course.service.js';
import { aClient } from '../../../test/factories/client.factory.js';
import { aStaffMember } from '../../../test/factories/staff-member.factory.js';
import { type OpenCourse, openCourse, rowsOf } from '../../../test/support/course/open-course.js';
import { BreakGlassService } from './break-glass/break-glass.service.js';
import { CareTeamsService } from './care-teams.service.js';
import { ClientsService } from './clients.service.js';
import type { Seat } from './client.types.js';

const notFound = { status: 404 };
const soleReader = { status: 409, code: 'sole-reader' };

describe('a care team', () => {
  let course: OpenCourse;
  let teams: CareTeamsService;
  let clients: ClientsService;
  let clientId: string;

  beforeAll(async () => {
    course = await openCourse();
    teams = course.app.get(CareTeamsService, { strict: false });
    clients = course.app.get(ClientsService, { strict: false });
  });
  afterAll(() => course.close());
  beforeEach(async () => {
    clientId = (await aClient(course.house, { by: course.maren })).id;
  });

  const seats = async (by: StaffActor = course.admin) =>
    (await clients.read(by, clientId)).careTeam.map(({ name, seat }) => `${name}: ${seat}`);
  const seat = (by: StaffActor, of: StaffActor, which: Seat) =>
    teams.seat(by, clientId, of.staffMemberId, which);
  const leave = (by: StaffActor, of: StaffActor) => teams.leave(by, clientId, of.staffMemberId);
  const audits = () =>
    rowsOf<{ action: string; subject_ids: string[] }>(
      course,
      `select action, subject_ids from audit_events where $1 = any (client_ids) and action like 'care-team.%'
       order by at, id`,
      [clientId],
    );

  it('gets a reader from who reads, and lets one go, each written down', async () => {
    const { maren, ines } = course;
    const joined = await seat(maren, ines, 'body');
    expect(joined.careTeam.map(({ seat: which }) => which)).toEqual(['words', 'body']);
    expect(await seat(maren, ines, 'supervisor')).toMatchObject({ id: clientId });
    await seat(maren, ines, 'supervisor');
    const left = await leave(maren, ines);
    expect(left.careTeam.map(({ name }) => name)).toEqual(['Maren Okoye']);
    await expect(clients.read(ines, clientId)).rejects.toMatchObject(notFound);
    const subject_ids = [ines.staffMemberId];
    expect(await audits()).toEqual(
      ['joined', 'seat-changed', 'read', 'left'].map((what) => ({
        action: `care-team.${what}`,
        subject_ids,
      })),
    );
  });

  it('is told, who reads, when somebody else gives or changes a seat that reads', async () => {
    const { maren, ines } = course;
    const boss = await aStaffMember(course.house, {
      clinic: course.clinic,
      name: 'Ada Lind',
      roles: ['admin', 'practitioner'],
    });
    const told = async (change: Promise<unknown>) => {
      await change;
      const mails = await rowsOf<{ kind: string }>(course, 'delete from account_mails returning kind');
      expect(new Set(mails.map(({ kind }) => kind))).toEqual(
        new Set(mails.length > 0 ? ['care-team-changed'] : []),
      );
      return mails.length;
    };
    await told(Promise.resolve());
    expect(await told(seat(boss.actor, boss.actor, 'words'))).toBe(1);
    expect(await told(seat(boss.actor, boss.actor, 'words'))).toBe(0);
    expect(await told(seat(maren, ines, 'body'))).toBe(0);
    expect(await told(seat(maren, ines, 'supervisor'))).toBe(2);
    expect(await told(seat(maren, ines, 'body'))).toBe(2);
    await rowsOf(course, "update staff_members set status = 'suspended' where id = $1", [boss.staffMemberId]);
    expect(await told(seat(maren, ines, 'words'))).toBe(1);
  });

  it('is changed by an admin, who is shown the contact and no more', async () => {
    const { admin, ines } = course;
    expect(await seat(admin, ines, 'words')).toMatchObject({ phone: '+1 208 555 0177' });
    expect(await seats()).toEqual(['Maren Okoye: words', 'Ines Halvard: words']);
  });

  it('is not there for a coordinator, a supervisor, the body seat and a colleague', async () => {
    const { maren, ines, coordinator, stranger } = course;
    await expect(seat(ines, ines, 'words')).rejects.toMatchObject(notFound);
    for (const which of ['body', 'supervisor'] as const) {
      await seat(maren, ines, which);
      await expect(seat(ines, ines, 'words')).rejects.toMatchObject(notFound);
      await expect(leave(ines, maren)).rejects.toMatchObject(notFound);
    }
    for (const by of [coordinator, stranger]) {
      await expect(seat(by, ines, 'words')).rejects.toMatchObject(notFound);
      await expect(leave(by, ines)).rejects.toMatchObject(notFound);
    }
    expect(await seats()).toEqual(['Maren Okoye: words', 'Ines Halvard: supervisor']);
  });

  it('always has somebody who reads', async () => {
    const { maren, ines } = course;
    await expect(leave(maren, maren)).rejects.toMatchObject(soleReader);
    await expect(seat(maren, maren, 'body')).rejects.toMatchObject(soleReader);
    await seat(maren, ines, 'body');
    await expect(leave(maren, maren)).rejects.toMatchObject(soleReader);
    await seat(maren, ines, 'supervisor');
    const left = await leave(maren, maren);
    expect(left.careTeam.map(({ name }) => name)).toEqual(['Ines Halvard']);
    await expect(clients.read(maren, clientId)).rejects.toMatchObject(notFound);
  });

  it('takes practitioners of the clinic who are at work, and nobody else', async () => {
    const { admin, coordinator, stranger } = course;
    await expect(seat(admin, coordinator, 'words')).rejects.toMatchObject({
      status: 422,
      errors: [{ field: 'staffMemberId', code: 'notTreating' }],
    });
    await expect(seat(admin, stranger, 'words')).rejects.toMatchObject(notFound);
    await expect(leave(admin, course.ines)).rejects.toMatchObject(notFound);
    await expect(
      teams.seat(admin, stranger.clinicId, course.ines.staffMemberId, 'words'),
    ).rejects.toMatchObject(notFound);
  });

  it('keeps a reader when one leaves it while another is suspended, over and over', async () => {
    const { admin, maren, ines } = course;
    const staff = course.app.get(StaffCourseService, { strict: false });
    for (let round = 0; round < 6; round += 1) {
      clientId = (await aClient(course.house, { by: maren })).id;
      await seat(maren, ines, 'words');
      const [{ version } = { version: 0 }] = await rowsOf<{ version: number }>(
        course,
        'select version from staff_members where id = $1',
        [ines.staffMemberId],
      );
      const outcomes = await Promise.allSettled([
        leave(maren, maren),
        staff.suspend(admin, ines.staffMemberId, { version, clients: 'stay' }),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      if (outcomes[1].status === 'fulfilled') {
        await staff.restore(admin, ines.staffMemberId, version + 1);
      } else {
        // Read for by both again: the next round asks about its own client alone.
        await seat(admin, maren, 'words');
      }
    }
  });

  it('is out of a client’s hands', async () => {
    const { clinicId } = course.clinic;
    const { db } = course.house;
    const asClient = (sql: string, ...params: unknown[]) =>
      db.inClinic({ kind: 'client', clinicId, clientId }, (tx) =>
        tx.query(sql, [clinicId, clientId, ...params]),
      );
    await expect(
      asClient(
        `insert into care_team_members (clinic_id, client_id, staff_member_id, seat, joined_at)
         values ($1, $2, $3, 'words', now())`,
        course.ines.staffMemberId,
      ),
    ).rejects.toMatchObject({ driverError: { code: '42501' } });
    await asClient(`update care_team_members set seat = 'body' where clinic_id = $1 and client_id = $2`);
    await asClient('delete from care_team_members where clinic_id = $1 and client_id = $2');
    expect(await seats()).toEqual(['Maren Okoye: words']);
    const told = await asClient('select 1 from care_team_members where clinic_id = $1 and client_id = $2');
    expect(told).toHaveLength(1);
  });

  it('is out of the hands of who is there for a while, or without the words, past the service too', async () => {
    const { maren, ines, house, clinic } = course;
    const glass = course.app.get(BreakGlassService, { strict: false });
    const refused = { driverError: { code: '42501' } };
    const write = (by: Actor, sql: string, params: unknown[]) =>
      house.db.inClinic(by, async (tx) => {
        const rows = await tx.query(`with changed as (${sql} returning 1) select 1 from changed`, params);
        return rows.length;
      });
    const join = `insert into care_team_members (clinic_id, client_id, staff_member_id, seat, joined_at)
      values ($1, $2, $3, 'words', now())`;
    const reseat = `update care_team_members set seat = 'words' where client_id = $1 and staff_member_id = $2`;
    await glass.open(ines, clientId, { reason: 'Nobody else is in the house.', minutes: 5 });
    await expect(write(ines, join, [clinic.clinicId, clientId, ines.staffMemberId])).rejects.toMatchObject(
      refused,
    );
    const remove = 'delete from care_team_members where client_id = $1 and staff_member_id = $2';
    expect(await write(ines, remove, [clientId, maren.staffMemberId])).toBe(0);
    await seat(maren, ines, 'body');
    expect(await write(ines, reseat, [clientId, ines.staffMemberId])).toBe(0);
    expect(await write(maren, reseat, [clientId, ines.staffMemberId])).toBe(1);
    const promote = `update staff_members set roles = '{admin,practitioner}' where id = $1`;
    const client: Actor = { kind: 'client', clinicId: clinic.clinicId, clientId };
    expect(await write(client, promote, [ines.staffMemberId])).toBe(0);
    await expect(write(ines, promote, [ines.staffMemberId])).rejects.toMatchObject(refused);
  });
});
