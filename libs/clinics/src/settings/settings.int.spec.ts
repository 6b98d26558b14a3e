import { RosterCourseService } from '@app/course/roster-course.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { type OpenCourse, openCourse, rowsOf } from '../../../../test/support/course/open-course.js';
import { aClient } from '../../../../test/factories/client.factory.js';
import { ClinicSettingsService } from './clinic-settings.service.js';
import { ClinicSetupService } from './clinic-setup.service.js';
import { CrisisContactsService } from './crisis-contacts.service.js';
import { LocationsService, type NewLocation } from './locations.service.js';
import { RostersService, type WrittenRoster } from './rosters.service.js';

const annex: NewLocation = {
  name: 'Quiet Annex',
  timeZone: 'America/Denver',
  quietFrom: '20:00',
  quietTo: '09:00',
  openFrom: '09:00',
  openTo: '17:00',
  openDays: [4, 2],
};
const advocate = {
  label: 'Orla Finch',
  phone: '+1 208 555 0120',
  note: 'Weekdays.',
  verifiedOn: '2026-01-05',
};
const stale = { status: 409, code: 'conflict-version' };

describe('the settings of a clinic', () => {
  let course: OpenCourse;
  let admin: StaffActor;
  let clinic: ClinicSettingsService;
  let locations: LocationsService;
  let contacts: CrisisContactsService;
  let rosters: RostersService;
  let rosterCourse: RosterCourseService;
  let setup: ClinicSetupService;

  beforeAll(async () => {
    course = await openCourse();
    ({ admin } = course);
    const from = { strict: false };
    clinic = course.app.get(ClinicSettingsService, from);
    locations = course.app.get(LocationsService, from);
    contacts = course.app.get(CrisisContactsService, from);
    rosters = course.app.get(RostersService, from);
    rosterCourse = course.app.get(RosterCourseService, from);
    setup = course.app.get(ClinicSetupService, from);
  });
  afterAll(() => course.close());

  const audited = async (action: string) =>
    rowsOf<{ actor_id: string; client_ids: string[] }>(
      course,
      'select actor_id, client_ids from audit_events where action = $1 and clinic_id = $2',
      [action, course.clinic.clinicId],
    );
  const roster = (wish: Partial<WrittenRoster> = {}): WrittenRoster => ({
    locationId: course.clinic.locationId,
    responderId: course.maren.staffMemberId,
    backupId: course.ines.staffMemberId,
    leadId: admin.staffMemberId,
    openFrom: '09:00',
    openTo: '17:00',
    openDays: [1, 2, 3],
    holidays: ['2026-12-25', '2026-01-01'],
    ...wish,
  });

  describe('the clinic itself', () => {
    it('changes what is given, once a version, and is written down without a client', async () => {
      const before = await clinic.read(course.coordinator);
      expect(before).toMatchObject({ name: 'Fernhollow Integration', readingDays: [1, 3, 5], version: 1 });
      const change = { version: 1, country: 'CA', readingDays: [5, 2, 5] };
      const after = await clinic.change(admin, change);
      expect(after).toEqual({ ...before, country: 'CA', readingDays: [2, 5], version: 2 });
      await expect(clinic.change(admin, change)).rejects.toMatchObject(stale);
      expect(await clinic.read(course.maren)).toEqual(after);
      expect(await audited('clinic.changed')).toEqual([{ actor_id: admin.staffMemberId, client_ids: [] }]);
      await clinic.change(admin, { version: 2, country: 'US', readingDays: [1, 3, 5] });
    });

    it('says how clients are met, and has a name in addresses that no other clinic has', async () => {
      const read = await clinic.read(admin);
      expect(read).toMatchObject({ doubleOptIn: false, greetsByName: true, tellsWhenRead: true, slug: null });
      expect(read.looksForPhrases).toBe(true);
      const letters = { doubleOptIn: true, greetsByName: false, tellsWhenRead: false };
      const choices = { ...letters, looksForPhrases: false, slug: 'fernhollow' };
      const after = await clinic.change(admin, { version: read.version, ...choices });
      expect(after).toMatchObject(choices);
      const other = await clinic.read(course.stranger);
      await expect(
        clinic.change(course.stranger, { version: other.version, slug: 'fernhollow' }),
      ).rejects.toMatchObject({ status: 409, code: 'already-exists', errors: [{ field: 'slug' }] });
      const closed = await clinic.change(admin, { version: after.version, slug: null });
      expect(closed.slug).toBeNull();
      await clinic.change(course.stranger, { version: other.version, slug: 'fernhollow' });
    });

    it('is another one next door', async () => {
      expect((await clinic.read(course.stranger)).name).toBe('Harrow Lane Clinic');
    });
  });

  describe('its locations', () => {
    it('are added once for one idempotency key, with their days in order', async () => {
      const first = await locations.add(admin, annex, 'key-of-a-form');
      expect(first).toEqual({ ...annex, openDays: [2, 4], id: expect.any(String), version: 1 });
      expect((await locations.add(admin, annex, 'key-of-a-form')).id).toBe(first.id);
      expect((await locations.list(course.coordinator)).map(({ name }) => name)).toEqual([
        'Main Street',
        'Quiet Annex',
      ]);
      expect((await locations.list(course.stranger)).map(({ name }) => name)).toEqual(['Main Street']);
      expect(await audited('location.added')).toHaveLength(1);
    });

    it.each<[string, Partial<NewLocation>, object]>([
      ['quiet hours that leave too little', { quietFrom: '08:00', quietTo: '07:00' }, { field: 'quietFrom' }],
      ['closing before opening', { openTo: '08:00' }, { field: 'openTo', code: 'closesTooEarly' }],
      ['closing when opening', { openTo: '09:00' }, { field: 'openTo' }],
    ])('refuse %s', async (_, wish, error) => {
      await expect(locations.add(admin, { ...annex, ...wish })).rejects.toMatchObject({
        status: 400,
        errors: [error],
      });
    });
  });

  describe('its crisis contacts', () => {
    it('are written, changed and taken back, one of each kind', async () => {
      await rowsOf(course, 'delete from crisis_contacts');
      const first = await contacts.put(admin, 'outside-care-team', advocate);
      expect(first).toEqual({ kind: 'outside-care-team', version: 1, ...advocate });
      await expect(contacts.put(admin, 'outside-care-team', advocate)).rejects.toMatchObject(stale);
      const change = { ...advocate, version: 1, note: '' };
      expect(await contacts.put(admin, 'outside-care-team', change)).toMatchObject({ version: 2, note: '' });
      await expect(contacts.put(admin, 'outside-care-team', change)).rejects.toMatchObject(stale);
      await contacts.put(admin, 'crisis-line', { ...advocate, label: 'Night line' });
      const kinds = (await contacts.list(course.maren)).map(({ kind }) => kind);
      expect(kinds).toEqual(['crisis-line', 'outside-care-team']);
      expect(await contacts.list(course.stranger)).toEqual([]);
      await contacts.remove(admin, 'crisis-line');
      await expect(contacts.remove(admin, 'crisis-line')).rejects.toMatchObject({ status: 404 });
      await expect(contacts.put(admin, 'crisis-line', { ...advocate, version: 1 })).rejects.toMatchObject(
        stale,
      );
      expect(await audited('crisis-contact.changed')).toHaveLength(3);
      expect(await audited('crisis-contact.removed')).toHaveLength(1);
    });

    it('are not there for an unknown kind', async () => {
      await expect(contacts.put(admin, 'hotline', advocate)).rejects.toMatchObject({ status: 404 });
      await expect(contacts.remove(admin, 'hotline')).rejects.toMatchObject({ status: 404 });
    });

    it('were verified today at the latest, on the clinic’s own clock', async () => {
      const now = await course.house.db.now();
      const day = now.toZonedDateTimeISO('America/Boise').toPlainDate();
      const put = (verifiedOn: string) => contacts.put(admin, 'emergency', { ...advocate, verifiedOn });
      await expect(put(day.add({ days: 2 }).toString())).rejects.toMatchObject({
        status: 400,
        errors: [{ field: 'verifiedOn', code: 'inTheFuture' }],
      });
      await expect(put(day.toString())).resolves.toMatchObject({ verifiedOn: day.toString() });
      await contacts.remove(admin, 'emergency');
    });
  });

  describe('its rosters', () => {
    it('are written and changed, with days and holidays in order, and an address that only admins see', async () => {
      const wish = roster({ openDays: [3, 1], outsideBackupEmail: 'orla@finch.example' });
      const first = await rosterCourse.putRoster(admin, 'medical', wish);
      const { outsideBackupEmail, ...rest } = wish;
      const kept = {
        ...rest,
        kind: 'medical',
        version: 1,
        openDays: [1, 3],
        holidays: ['2026-01-01', '2026-12-25'],
      };
      expect(first).toEqual({ ...kept, outsideBackupEmail });
      expect(await rosters.list(admin)).toEqual([{ ...kept, outsideBackupEmail }]);
      for (const actor of [course.maren, course.coordinator]) {
        expect(await rosters.list(actor)).toEqual([{ ...kept, outsideBackupEmail: null }]);
      }
      expect(await rosters.list(course.stranger)).toEqual([]);
      const [row] = await rowsOf<{ sealed: Buffer }>(
        course,
        'select outside_backup_sealed as sealed from rosters',
      );
      expect(row!.sealed.toString('latin1')).not.toContain('finch');
      await expect(rosterCourse.putRoster(admin, 'medical', wish)).rejects.toMatchObject(stale);
      const changed = await rosterCourse.putRoster(admin, 'medical', roster({ version: 1 }));
      expect(changed).toMatchObject({ version: 2, outsideBackupEmail: null });
      await expect(rosterCourse.putRoster(admin, 'medical', roster({ version: 1 }))).rejects.toMatchObject(
        stale,
      );
      expect(await audited('roster.changed')).toHaveLength(2);
    });

    it('need people of this clinic, and somebody besides the responder', async () => {
      const elsewhere = course.stranger.staffMemberId;
      const refused = (wish: Partial<WrittenRoster>, field: string, code: string) =>
        expect(rosterCourse.putRoster(admin, 'psychological', roster(wish))).rejects.toMatchObject({
          status: 422,
          errors: [{ field, code }],
        });
      await refused({ responderId: elsewhere }, 'responderId', 'notOnStaff');
      await refused({ responderId: course.coordinator.staffMemberId }, 'responderId', 'notPractitioner');
      await refused({ backupId: elsewhere }, 'backupId', 'notOnStaff');
      await refused({ leadId: elsewhere }, 'leadId', 'notOnStaff');
      await refused({ backupId: null }, 'backupId', 'noBackup');
      await expect(rosterCourse.putRoster(admin, 'dental', roster())).rejects.toMatchObject({ status: 404 });
      const nowhere = roster({ locationId: course.maren.staffMemberId });
      await expect(rosterCourse.putRoster(admin, 'psychological', nowhere)).rejects.toMatchObject({
        status: 404,
      });
    });
  });

  describe('setting it up', () => {
    const done = async () =>
      (await setup.read(admin)).steps.filter((step) => step.done).map(({ code }) => code);
    const statement = (sql: string) => rowsOf(course, sql, [course.clinic.clinicId]);

    it('is finished once every step is done but the first client, and only then', async () => {
      await statement(
        'update clinics set set_up_at = null, reading_days = array[]::integer[] where clinic_id = $1',
      );
      await statement('delete from rosters where clinic_id = $1');
      await statement('delete from crisis_contacts where clinic_id = $1');
      await statement('update clinic_senders set verified_at = null where clinic_id = $1');
      expect(await done()).toEqual([]);
      await expect(setup.finish(admin)).rejects.toMatchObject({
        status: 409,
        code: 'setup-incomplete',
        errors: ['zone', 'crisis-contacts', 'reading-days', 'sender', 'rosters', 'hours'].map((field) => ({
          field,
          code: 'setupStep',
        })),
      });
      await statement('update locations set version = 2 where clinic_id = $1');
      expect(await done()).toEqual(['zone', 'hours']);
      await contacts.put(admin, 'outside-care-team', advocate);
      const { version } = await clinic.read(admin);
      await clinic.change(admin, { version, readingDays: [1] });
      await rosterCourse.putRoster(admin, 'psychological', roster());
      expect(await done()).toEqual(['zone', 'crisis-contacts', 'reading-days', 'hours']);
      await statement('update clinic_senders set verified_at = app_now() where clinic_id = $1');
      expect(await done()).toContain('sender');
      await rosterCourse.putRoster(admin, 'medical', roster());
      const finished = await setup.finish(admin);
      expect(finished.setUpAt).toEqual(expect.any(String));
      expect(finished.steps.find(({ code }) => code === 'first-client')).toEqual({
        code: 'first-client',
        done: false,
      });
      expect(await setup.finish(admin)).toEqual(finished);
      expect((await clinic.read(admin)).setUpAt).toBe(finished.setUpAt);
      expect(await audited('clinic.set-up')).toHaveLength(1);
      await aClient(course.house, { by: course.maren });
      expect(await done()).toContain('first-client');
    });

    it('counts no roster on which somebody is suspended', async () => {
      await rowsOf(course, "update staff_members set status = 'suspended' where id = $1", [
        course.ines.staffMemberId,
      ]);
      expect(await done()).not.toContain('rosters');
    });
  });
});
