import type { StaffActor } from '@app/platform/actor.js';
import { BreakGlassService } from '@app/clients/break-glass/break-glass.service.js';
import { ClientsService } from '@app/clients/clients.service.js';
import { aClient } from '../../../test/factories/client.factory.js';
import { aStaffMember } from '../../../test/factories/staff-member.factory.js';
import { type OpenCourse, openCourse, rowsOf } from '../../../test/support/course/open-course.js';
import { StaffCourseService } from './staff-course.service.js';

const refused = (code: string) => ({ status: 409, code });

describe('somebody who goes', () => {
  let course: OpenCourse;
  let service: StaffCourseService;

  beforeEach(async () => {
    course = await openCourse();
    service = course.app.get(StaffCourseService, { strict: false });
  });
  afterEach(() => course.close());

  const suspend = (of: StaffActor, clients: 'stay' | 'to-lead' = 'stay') =>
    service.suspend(course.admin, of.staffMemberId, { version: 1, clients });
  const ended = () =>
    rowsOf<{ subject_ids: string[]; client_ids: string[] }>(
      course,
      "select subject_ids, client_ids from audit_events where action = 'break-glass.ended' order by at, id",
    );

  it.each(['responder_id', 'backup_id', 'lead_id'])(
    'stays while they stand on a roster as its %s, whoever takes the clients over',
    async (place) => {
      const { admin, maren, ines, house, clinic } = course;
      await aClient(house, { by: maren });
      const lead = (await aStaffMember(house, { clinic, roles: ['admin', 'practitioner'] })).actor;
      await rowsOf(
        course,
        `insert into rosters (clinic_id, kind, location_id, responder_id, backup_id, lead_id, open_from, open_to,
           open_days, holidays, version)
         values ($1, 'medical', $2, $3, $4, $5, '09:00', '17:00', '{1,2,3,4,5}', '{}', 1)`,
        [clinic.clinicId, clinic.locationId, lead.staffMemberId, ines.staffMemberId, admin.staffMemberId],
      );
      await rowsOf(course, 'update rosters set backup_id = null');
      await rowsOf(course, `update rosters set ${place} = $1`, [maren.staffMemberId]);
      for (const clients of ['stay', 'to-lead'] as const) {
        await expect(suspend(maren, clients)).rejects.toMatchObject(refused('on-roster'));
      }
      await expect(service.leave(maren)).rejects.toMatchObject(refused('on-roster'));
      const change = { version: 1, roles: ['coordinator' as const] };
      await expect(service.change(admin, maren.staffMemberId, change)).rejects.toMatchObject(
        refused(place === 'responder_id' ? 'on-roster' : 'sole-reader'),
      );
      await rowsOf(course, 'delete from rosters');
      expect(await suspend(maren, 'to-lead')).toMatchObject({ status: 'suspended' });
    },
  );

  it('keeps no record open that was opened for an hour, also not once let in again', async () => {
    const { admin, maren, ines, house } = course;
    const { id } = await aClient(house, { by: maren });
    const glass = course.app.get(BreakGlassService, { strict: false });
    const clients = course.app.get(ClientsService, { strict: false });
    const { id: accessId } = await glass.open(ines, id, {
      reason: 'It cannot wait until Monday.',
      minutes: 60,
    });
    await clients.read(ines, id);
    await suspend(ines);
    await service.restore(admin, ines.staffMemberId, 2);
    await expect(clients.read(ines, id)).rejects.toMatchObject({ status: 404 });
    expect(await ended()).toEqual([{ subject_ids: [accessId], client_ids: [id] }]);
    const reopen = (by: StaffActor) =>
      house.db.inClinic(by, (tx) =>
        tx.query('update break_glass_accesses set ended_at = null where clinic_id = $1', [by.clinicId]),
      );
    for (const by of [admin, ines]) {
      await reopen(by);
      await expect(clients.read(ines, id)).rejects.toMatchObject({ status: 404 });
    }
  });

  it('keeps none open when leaving, or when treating nobody any more', async () => {
    const { admin, maren, ines, house, clinic } = course;
    const { id } = await aClient(house, { by: maren });
    const glass = course.app.get(BreakGlassService, { strict: false });
    const other = (await aStaffMember(house, { clinic })).actor;
    const wanted = { reason: 'It cannot wait until Monday.', minutes: 60 };
    for (const by of [ines, other]) await glass.open(by, id, wanted);
    await service.leave(ines);
    await service.change(admin, other.staffMemberId, { version: 1, roles: ['coordinator'] });
    expect(await ended()).toHaveLength(2);
    expect(await rowsOf(course, 'select 1 from break_glass_accesses where ended_at is null')).toEqual([]);
  });
});
