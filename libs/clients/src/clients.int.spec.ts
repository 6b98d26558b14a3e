import { aClient } from '../../../test/factories/client.factory.js';
import { aKetamineSession } from '../../../test/factories/ketamine-session.factory.js';
import { anAppointment } from '../../../test/factories/appointment.factory.js';
import { type OpenCourse, openCourse, rowsOf } from '../../../test/support/course/open-course.js';
import { ClientIntakeService, type NewClient } from './client-intake.service.js';
import { ClientsService } from './clients.service.js';

const newClient: NewClient = { name: 'Teodor Lanz', timeZone: 'America/Boise' };
const notFound = { status: 404 };

describe('clients', () => {
  let course: OpenCourse;
  let clients: ClientsService;
  let intake: ClientIntakeService;

  beforeAll(async () => {
    course = await openCourse();
    clients = course.app.get(ClientsService, { strict: false });
    intake = course.app.get(ClientIntakeService, { strict: false });
  });
  afterAll(() => course.close());

  it('are added by a practitioner, who joins the care team and reads', async () => {
    const { maren } = course;
    const added = await intake.add(maren, {
      ...newClient,
      email: ' Teodor@Lanz.example ',
      phone: '+1 208 555 0101',
    });
    expect(added).toMatchObject({
      name: 'Teodor Lanz',
      email: 'Teodor@Lanz.example',
      phone: '+1 208 555 0101',
      language: 'en',
      status: 'active',
      version: 1,
      careTeam: [{ staffMemberId: maren.staffMemberId, name: 'Maren Okoye', seat: 'words' }],
    });
    expect(await clients.read(maren, added.id)).toEqual({ ...added, localNow: expect.any(String) });
  });

  it('stand in the database without a readable name, address or phone', async () => {
    const { id } = await intake.add(course.maren, {
      ...newClient,
      name: 'Canary Name',
      email: 'canary@canary.example',
      phone: 'canary-phone',
      pronouns: 'canary-pronouns',
    });
    const [row] = await rowsOf<object>(course, 'select * from clients where id = $1', [id]);
    expect(JSON.stringify(row, latin1)).not.toMatch(/canary/i);
  });

  it('are there for their care team, the coordinator and the admin, and for nobody else', async () => {
    const { house, maren, ines, coordinator, admin, stranger } = course;
    const { id } = await aClient(house, { by: maren });
    for (const actor of [maren, coordinator, admin]) expect((await clients.read(actor, id)).id).toBe(id);
    for (const actor of [ines, stranger])
      await expect(clients.read(actor, id)).rejects.toMatchObject(notFound);
    const seenByInes = await clients.list(ines, { limit: 200 });
    expect(seenByInes.items.map((row) => row.id)).not.toContain(id);
  });

  it('need a reader named by who does not treat', async () => {
    const { admin, coordinator, ines } = course;
    await expect(intake.add(admin, newClient)).rejects.toMatchObject({
      status: 422,
      errors: [{ field: 'careTeam', code: 'arrayMinSize' }],
    });
    const careTeam = [{ staffMemberId: ines.staffMemberId, seat: 'words' as const }];
    const { id } = await intake.add(coordinator, { ...newClient, careTeam });
    expect((await clients.read(ines, id)).careTeam).toHaveLength(1);
  });

  it('refuse a care team of another clinic', async () => {
    const careTeam = [{ staffMemberId: course.stranger.staffMemberId, seat: 'words' as const }];
    await expect(intake.add(course.admin, { ...newClient, careTeam })).rejects.toMatchObject({
      status: 422,
      errors: [{ field: 'careTeam', code: 'notOnStaff' }],
    });
  });

  it('refuse a location of another clinic', async () => {
    const [place] = await rowsOf<{ id: string }>(course, 'select id from locations where clinic_id = $1', [
      course.stranger.clinicId,
    ]);
    await expect(intake.add(course.maren, { ...newClient, locationId: place!.id })).rejects.toMatchObject(
      notFound,
    );
  });

  it('let a practitioner name a colleague beside themselves', async () => {
    const { maren, ines } = course;
    const careTeam = [{ staffMemberId: ines.staffMemberId, seat: 'supervisor' as const }];
    const { careTeam: team } = await intake.add(maren, { ...newClient, careTeam });
    expect(team.map(({ name, seat }) => `${name}: ${seat}`).sort()).toEqual([
      'Ines Halvard: supervisor',
      'Maren Okoye: words',
    ]);
  });

  it('have one address once in a clinic, but freely across clinics', async () => {
    const email = 'priya@sethi.example';
    await intake.add(course.maren, { ...newClient, email });
    await expect(
      intake.add(course.ines, { ...newClient, email: 'PRIYA@sethi.example' }),
    ).rejects.toMatchObject({
      status: 409,
      code: 'already-exists',
    });
    await expect(intake.add(course.stranger, { ...newClient, email })).resolves.toMatchObject({ email });
  });

  it('are added once for one idempotency key, and the key with another body is refused', async () => {
    const { maren } = course;
    const first = await intake.add(maren, newClient, 'key-of-a-form');
    const again = await intake.add(maren, newClient, 'key-of-a-form');
    expect(again.id).toBe(first.id);
    await expect(
      intake.add(maren, { ...newClient, name: 'Imani Osei' }, 'key-of-a-form'),
    ).rejects.toMatchObject({
      status: 422,
      code: 'idempotency-body-differs',
    });
  });

  it('refuse quiet hours that leave too little open, and consent given tomorrow', async () => {
    const quietHours = { from: '08:00', to: '06:00' };
    await expect(intake.add(course.maren, { ...newClient, quietHours })).rejects.toMatchObject({
      status: 400,
      errors: [{ field: 'quietHours' }],
    });
    const emailConsent = { givenOn: '2099-01-01', how: 'by phone' };
    await expect(intake.add(course.maren, { ...newClient, emailConsent })).rejects.toMatchObject({
      status: 422,
      errors: [{ field: 'emailConsent.givenOn' }],
    });
  });

  it('write one audit row a request, which names every client of a list', async () => {
    const { ines, house } = course;
    const client = await aClient(house, { by: ines });
    const { items } = await clients.list({ ...ines, requestId: 'one-list' }, { limit: 200 });
    const rows = await rowsOf<{ action: string; client_ids: string[] }>(
      course,
      "select action, client_ids from audit_events where request_id = 'one-list'",
    );
    expect(rows).toEqual([{ action: 'clients.listed', client_ids: items.map(({ id }) => id) }]);
    expect(rows[0]!.client_ids).toContain(client.id);
  });

  it('leave nothing behind when a later step of adding fails', async () => {
    const count = async () =>
      (await rowsOf<{ n: string }>(course, 'select count(*) as n from audit_events'))[0]!.n;
    const before = await count();
    const team = [course.maren, course.ines].map(({ staffMemberId }) => ({
      staffMemberId,
      seat: 'words' as const,
    }));
    const twice = [...team, { ...team[1]! }];
    await expect(
      intake.add(course.maren, { ...newClient, name: 'June Abara', careTeam: twice }),
    ).rejects.toThrow();
    expect(await count()).toBe(before);
    const names = (await clients.list(course.admin, { limit: 200 })).items.map(({ name }) => name);
    expect(names).not.toContain('June Abara');
  });
});

describe('the list of clients', () => {
  let course: OpenCourse;
  let clients: ClientsService;

  beforeAll(async () => {
    course = await openCourse();
    clients = course.app.get(ClientsService, { strict: false });
    const { house, maren: by } = course;
    for (const name of ['Öst Anders', 'rowan ellis', 'Zoe Brandt', 'Oskar Lind', 'Imani Osei']) {
      await aClient(house, { by, name });
    }
  });
  afterAll(() => course.close());

  it('is sorted by name as people sort, and walked by the last id', async () => {
    const first = await clients.list(course.maren, { limit: 2 });
    const second = await clients.list(course.maren, { limit: 2, after: first.next! });
    const third = await clients.list(course.maren, { limit: 2, after: second.next! });
    const names = [first, second, third].flatMap(({ items }) => items.map(({ name }) => name));
    expect(names).toEqual(['Imani Osei', 'Oskar Lind', 'Öst Anders', 'rowan ellis', 'Zoe Brandt']);
    expect(third.next).toBeNull();
  });

  it('tells the last completed session, the next call and what is new', async () => {
    const { house, maren: by } = course;
    const { id: clientId } = await aClient(house, { by, name: 'Marcus Bell', timeZone: 'America/Phoenix' });
    const done = await aKetamineSession(house, { by, clientId, status: 'completed' });
    await aKetamineSession(house, { by, clientId });
    const call = await anAppointment(house, { by, clientId });
    await anAppointment(house, { by, clientId, startsAt: (await house.db.now()).add({ hours: 200 }) });
    const { items } = await clients.list(by, { limit: 200 });
    expect(items.find((row) => row.id === clientId)).toEqual({
      id: clientId,
      name: 'Marcus Bell',
      status: 'active',
      timeZone: 'America/Phoenix',
      lastSession: { heldAt: done.heldAt, dayNumber: 1 },
      nextAppointment: { id: call.id, startsAt: call.startsAt },
      newReflections: 0,
      lastReflectionAt: null,
    });
  });

  it('counts unread reflections for the care team, and none for who does not read', async () => {
    const { house, maren: by, admin } = course;
    const { id: clientId } = await aClient(house, { by, name: 'June Abara' });
    await rowsOf(
      course,
      `insert into reflections (clinic_id, id, client_id, body_sealed, sent_at, version)
       values ($1, gen_random_uuid(), $2, '\\x00', now(), 1)`,
      [by.clinicId, clientId],
    );
    const rowFor = async (actor: typeof by) =>
      (await clients.list(actor, { limit: 200 })).items.find((row) => row.id === clientId);
    expect(await rowFor(by)).toMatchObject({ newReflections: 1, lastReflectionAt: expect.any(String) });
    expect(await rowFor(admin)).toMatchObject({ newReflections: 0, lastReflectionAt: null });
  });
});

/** Buffers as one character a byte, so that plain text would show. */
function latin1(_: string, value: unknown): unknown {
  const isBuffer =
    typeof value === 'object' && value !== null && 'data' in value && Array.isArray(value.data);
  return isBuffer ? Buffer.from(value.data as number[]).toString('latin1') : value;
}
