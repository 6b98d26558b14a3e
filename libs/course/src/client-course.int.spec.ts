import { BreakGlassService } from '@app/clients/break-glass/break-glass.service.js';
import { ClientsService } from '@app/clients/clients.service.js';
import { AbsencesService } from '@app/clinics/absences/absences.service.js';
import { aClient } from '../../../test/factories/client.factory.js';
import { aKetamineSession } from '../../../test/factories/ketamine-session.factory.js';
import { aPlan } from '../../../test/factories/plan.factory.js';
import { type OpenCourse, openCourse, rowsOf } from '../../../test/support/course/open-course.js';
import { ClientCourseService } from './client-course.service.js';

describe('changing a client', () => {
  let course: OpenCourse;
  let commands: ClientCourseService;
  let clientId: string;

  beforeAll(async () => {
    course = await openCourse();
    commands = course.app.get(ClientCourseService, { strict: false });
  });
  beforeEach(async () => {
    clientId = (await aClient(course.house, { by: course.maren })).id;
  });
  afterAll(() => course.close());

  const statuses = async () =>
    (
      await rowsOf<{ status: string }>(course, 'select status from prompts where client_id = $1', [clientId])
    ).map(({ status }) => status);

  it('changes what is given, clears what is null, and leaves the rest', async () => {
    const changed = await commands.changeClient(course.coordinator, clientId, {
      version: 1,
      name: 'Rowan Ellis-Marsh',
      phone: null,
      quietHours: { from: '22:00', to: '07:00' },
    });
    expect(changed).toMatchObject({
      version: 2,
      name: 'Rowan Ellis-Marsh',
      phone: null,
      email: expect.stringContaining('@ellis.example'),
      quietHours: { from: '22:00', to: '07:00' },
      emailConsent: { givenOn: '2025-01-06', how: 'on paper, at the first visit' },
    });
    const cleared = { version: 2, quietHours: null, emailConsent: null, email: null };
    expect(await commands.changeClient(course.maren, clientId, cleared)).toMatchObject({
      quietHours: null,
      emailConsent: null,
      email: null,
    });
  });

  it('refuses a stale version and changes nothing', async () => {
    await commands.changeClient(course.maren, clientId, { version: 1, name: 'First' });
    await expect(
      commands.changeClient(course.maren, clientId, { version: 1, name: 'Second' }),
    ).rejects.toMatchObject({ status: 409, code: 'conflict-version' });
    const [row] = await rowsOf<{ version: number }>(course, 'select version from clients where id = $1', [
      clientId,
    ]);
    expect(row!.version).toBe(2);
  });

  it('is nobody’s outside the care team, the desk and the admin', async () => {
    for (const actor of [course.ines, course.stranger]) {
      const refused = commands.changeClient(actor, clientId, { version: 1, name: 'Taken' });
      await expect(refused).rejects.toMatchObject({ status: 404 });
    }
  });

  it('lets nobody who is there by break-glass alone turn the mail to another address', async () => {
    const { ines, admin, maren } = course;
    const other = { version: 1, email: 'ines@halvard.example', voiceChecked: true };
    const glass = course.app.get(BreakGlassService, { strict: false });
    await glass.open(ines, clientId, { reason: 'Nobody else is in the house.', minutes: 60 });
    await expect(commands.changeClient(ines, clientId, other)).rejects.toMatchObject({ status: 404 });
    await expect(commands.changeClient(ines, clientId, { ...other, email: null })).rejects.toMatchObject({
      status: 404,
    });
    const { email } = await course.app.get(ClientsService, { strict: false }).read(maren, clientId);
    const phone = '+1 208 555 0188';
    expect(await commands.changeClient(ines, clientId, { version: 1, email, phone })).toMatchObject({
      phone,
    });
    // As cover she reads for a while that the clinic has chosen, and keeps what is known of the client.
    const today = (await course.house.db.now()).toZonedDateTimeISO('America/Boise').toPlainDate().toString();
    const people = { staffMemberId: maren.staffMemberId, coverId: ines.staffMemberId };
    const absences = course.app.get(AbsencesService, { strict: false });
    const away = await absences.add(admin, { ...people, fromOn: today, untilOn: today });
    expect(await commands.changeClient(ines, clientId, { ...other, version: 2 })).toMatchObject({
      email: other.email,
    });
    await absences.end(admin, away.id, away.version);
  });

  it('refuses the address of another client of the clinic', async () => {
    const { email } = await aClient(course.house, { by: course.ines });
    await expect(
      commands.changeClient(course.maren, clientId, { version: 1, email, voiceChecked: true }),
    ).rejects.toMatchObject({
      status: 409,
      errors: [{ field: 'email', code: 'emailTaken' }],
    });
  });

  it('takes mail up again with a new address, not with the one that came back', async () => {
    await rowsOf(
      course,
      "update clients set suppressed_at = now(), suppressed_why = 'bounced' where id = $1",
      [clientId],
    );
    const suppressed = async () =>
      (
        await rowsOf<{ at: Date | null }>(course, 'select suppressed_at as at from clients where id = $1', [
          clientId,
        ])
      )[0]!.at !== null;
    const { email } = await commands.changeClient(course.maren, clientId, {
      version: 1,
      phone: '+1 208 555 0199',
    });
    await commands.changeClient(course.maren, clientId, { version: 2, email: email!.toUpperCase() });
    expect(await suppressed()).toBe(true);
    const another = { version: 3, email: 'rowan.new@ellis.example' };
    await expect(commands.changeClient(course.maren, clientId, another)).rejects.toMatchObject({
      status: 422,
      errors: [{ field: 'voiceChecked', code: 'required' }],
    });
    expect(await suppressed()).toBe(true);
    await commands.changeClient(course.maren, clientId, { ...another, voiceChecked: true });
    expect(await suppressed()).toBe(false);
  });

  it('withdraws the unsent prompts of a client who is not active, and brings them back', async () => {
    const { house, maren: by } = course;
    await aPlan(house, { by, clientId });
    await aKetamineSession(house, { by, clientId });
    expect(await statuses()).toContain('scheduled');
    await commands.changeClient(by, clientId, { version: 1, status: 'on_hold' });
    expect(await statuses()).not.toContain('scheduled');
    expect(await statuses()).toContain('withdrawn');
    await commands.changeClient(by, clientId, { version: 2, status: 'active' });
    expect(await statuses()).toContain('scheduled');
  });

  it('keeps a prompt at its time on the clock of a new zone', async () => {
    const { house, maren: by } = course;
    await aPlan(house, { by, clientId });
    await aKetamineSession(house, { by, clientId });
    const dayThree = async () =>
      (
        await rowsOf<{ local_time: string; send_at: Date }>(
          course,
          "select local_time, send_at from prompts where client_id = $1 and template_code = 'small-shift'",
          [clientId],
        )
      )[0]!;
    const before = await dayThree();
    await commands.changeClient(by, clientId, { version: 1, timeZone: 'America/New_York' });
    const after = await dayThree();
    expect(after.local_time.slice(11)).toBe(before.local_time.slice(11));
    expect(after.send_at).not.toEqual(before.send_at);
  });
});
