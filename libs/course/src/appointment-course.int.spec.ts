import { Temporal } from 'temporal-polyfill';
import type { StaffActor } from '@app/platform/actor.js';
import { AppointmentsService } from '@app/sessions/appointments.service.js';
import { anAppointment } from '../../../test/factories/appointment.factory.js';
import { aClient } from '../../../test/factories/client.factory.js';
import { aPlan } from '../../../test/factories/plan.factory.js';
import { type OpenCourse, openCourse, rowsOf } from '../../../test/support/course/open-course.js';
import { AppointmentCourseService } from './appointment-course.service.js';
import { ClosingNoteCourseService } from './closing-note-course.service.js';

const page = { limit: 200 };
const notFound = { status: 404 };
const stale = { status: 409, code: 'conflict-version' };
const NOTE = 'We stopped at the quiet kitchen.';

describe('appointments in a course', () => {
  let course: OpenCourse;
  let appointments: AppointmentsService;
  let commands: AppointmentCourseService;
  let notes: ClosingNoteCourseService;
  let clientId: string;
  let now: Temporal.Instant;

  beforeAll(async () => {
    course = await openCourse();
    appointments = course.app.get(AppointmentsService, { strict: false });
    commands = course.app.get(AppointmentCourseService, { strict: false });
    notes = course.app.get(ClosingNoteCourseService, { strict: false });
  });
  beforeEach(async () => {
    clientId = (await aClient(course.house, { by: course.maren })).id;
    now = await course.house.db.now();
  });
  afterAll(() => course.close());

  const book = (by: StaffActor = course.maren, practitionerId?: string) =>
    anAppointment(course.house, { by, clientId, practitionerId });

  it('are booked by a practitioner with themselves', async () => {
    expect(await book()).toMatchObject({
      practitionerId: course.maren.staffMemberId,
      practitionerName: 'Maren Okoye',
      minutes: 50,
      status: 'booked',
      closingNote: null,
      closingNoteAt: null,
      version: 1,
    });
  });

  it('are booked by the coordinator with somebody of the care team, named', async () => {
    const { coordinator, maren, ines, stranger } = course;
    expect((await book(coordinator, maren.staffMemberId)).practitionerName).toBe('Maren Okoye');
    const trouble = (code: string) => ({ status: 422, errors: [{ field: 'practitionerId', code }] });
    await expect(book(coordinator)).rejects.toMatchObject(trouble('isNotEmpty'));
    for (const { staffMemberId } of [ines, stranger]) {
      await expect(book(coordinator, staffMemberId)).rejects.toMatchObject(trouble('notOnCareTeam'));
    }
  });

  it('are there for nobody outside the care team and the calendar keepers', async () => {
    const { id, version } = await book();
    for (const actor of [course.ines, course.stranger]) {
      await expect(appointments.list(actor, clientId, page)).rejects.toMatchObject(notFound);
      await expect(book(actor)).rejects.toMatchObject(notFound);
      await expect(commands.moveAppointment(actor, id, { version, minutes: 30 })).rejects.toMatchObject(
        notFound,
      );
      await expect(commands.cancelAppointment(actor, id)).rejects.toMatchObject(notFound);
      await expect(notes.writeClosingNote(actor, id, { version, text: NOTE })).rejects.toMatchObject(
        notFound,
      );
    }
  });

  it('bring the prompt of their eve along, move it and withdraw it', async () => {
    await aPlan(course.house, { by: course.maren, clientId });
    const { id, version } = await book();
    const eve = async () =>
      (
        await rowsOf<{ status: string; limit_at: Date }>(
          course,
          "select status, limit_at from prompts where client_id = $1 and template_code = 'not-to-miss' and anchor_id = $2",
          [clientId, id],
        )
      )[0];
    const before = await eve();
    expect(before?.status).toBe('scheduled');
    await commands.moveAppointment(course.maren, id, { version, startsAt: now.add({ hours: 24 * 9 }) });
    expect((await eve())!.limit_at.getTime()).toBeGreaterThan(before!.limit_at.getTime());
    await commands.cancelAppointment(course.maren, id);
    expect((await eve())!.status).toBe('withdrawn');
  });

  it('refuse a stale version, a cancelled appointment and a date nobody means', async () => {
    const { id, version } = await book();
    const moved = await commands.moveAppointment(course.maren, id, { version, minutes: 30 });
    expect(moved).toMatchObject({ minutes: 30, version: 2 });
    await expect(commands.moveAppointment(course.maren, id, { version, minutes: 60 })).rejects.toMatchObject(
      stale,
    );
    await expect(commands.cancelAppointment(course.maren, id, version)).rejects.toMatchObject(stale);
    const startsAt = Temporal.Instant.from('2099-01-01T10:00:00Z');
    await expect(commands.moveAppointment(course.maren, id, { version: 2, startsAt })).rejects.toMatchObject({
      status: 400,
      errors: [{ field: 'startsAt', code: 'dateOutOfRange' }],
    });
    const cancelled = await commands.cancelAppointment(course.maren, id);
    expect(await commands.cancelAppointment(course.maren, id, version)).toEqual(cancelled);
    await expect(
      commands.moveAppointment(course.maren, id, { version: 3, minutes: 60 }),
    ).rejects.toMatchObject({
      status: 409,
      code: 'already-cancelled',
    });
  });

  it('are booked once for one idempotency key', async () => {
    const appointment = { startsAt: now.add({ hours: 24 }), minutes: 50 };
    const say = (minutes: number) =>
      commands.bookAppointment(course.maren, clientId, { ...appointment, minutes }, 'one-booking');
    expect((await say(50)).id).toBe((await say(50)).id);
    await expect(say(30)).rejects.toMatchObject({ status: 422 });
  });
});

describe('a closing note', () => {
  let course: OpenCourse;
  let appointments: AppointmentsService;
  let notes: ClosingNoteCourseService;

  beforeAll(async () => {
    course = await openCourse();
    appointments = course.app.get(AppointmentsService, { strict: false });
    notes = course.app.get(ClosingNoteCourseService, { strict: false });
  });
  afterAll(() => course.close());

  async function aCall() {
    const { house, maren: by, ines } = course;
    const careTeam = [
      { staffMemberId: by.staffMemberId, seat: 'words' as const },
      { staffMemberId: ines.staffMemberId, seat: 'body' as const },
    ];
    const { id: clientId } = await aClient(house, { by, careTeam });
    return anAppointment(house, { by, clientId });
  }

  it('is written and rewritten by who reads for the client', async () => {
    const { id, version, clientId } = await aCall();
    const written = await notes.writeClosingNote(course.maren, id, { version, text: NOTE });
    expect(written).toMatchObject({ closingNote: NOTE, closingNoteAt: expect.any(String), version: 2 });
    const again = { version: 2, text: `${NOTE}\nThen the garden.` };
    expect(await notes.writeClosingNote(course.maren, id, again)).toMatchObject({ closingNote: again.text });
    expect((await appointments.list(course.maren, clientId, page)).items[0]!.closingNote).toBe(again.text);
    await expect(notes.writeClosingNote(course.maren, id, again)).rejects.toMatchObject(stale);
  });

  it('is hidden from admin, coordinator and a body seat, who cannot write one either', async () => {
    const { id, version, clientId } = await aCall();
    await notes.writeClosingNote(course.maren, id, { version, text: NOTE });
    for (const actor of [course.admin, course.coordinator, course.ines]) {
      const [seen] = (await appointments.list(actor, clientId, page)).items;
      expect(seen).toMatchObject({ id, closingNote: null, closingNoteAt: null });
      const another = { version: 2, text: 'another' };
      await expect(notes.writeClosingNote(actor, id, another)).rejects.toMatchObject(notFound);
    }
  });

  it('stands sealed in the database', async () => {
    const { id, version } = await aCall();
    await notes.writeClosingNote(course.maren, id, { version, text: NOTE });
    const [row] = await rowsOf<{ note_sealed: Buffer }>(
      course,
      'select note_sealed from closing_notes where appointment_id = $1',
      [id],
    );
    expect(row!.note_sealed.toString('latin1')).not.toContain('kitchen');
  });

  it('is not written on a cancelled appointment', async () => {
    const { id } = await aCall();
    const { version } = await course.house.appointments.cancelAppointment(course.maren, id);
    await expect(notes.writeClosingNote(course.maren, id, { version, text: NOTE })).rejects.toMatchObject({
      status: 409,
      code: 'already-cancelled',
    });
  });
});
