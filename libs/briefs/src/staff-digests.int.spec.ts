import { AbsencesService } from '@app/clinics/absences/absences.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { boise, openPromptHouse, type PromptHouse, ZONE } from '@app/prompts/prompts.test-support.js';
import { ReadingsService } from '@app/reflections/readings.service.js';
import { CallRequestsService } from '@app/safety/call-requests.service.js';
import { anAppointment } from '../../../test/factories/appointment.factory.js';
import { aClient } from '../../../test/factories/client.factory.js';
import { aKetamineSession } from '../../../test/factories/ketamine-session.factory.js';
import { aReflection } from './briefs.test-support.js';
import { StaffDigests } from './staff-digests.service.js';

/** Wednesday the 18th; the location opens at 8 and is closed at the weekend. */
describe('the morning mail', () => {
  let at: PromptHouse;
  let rowan: string;

  beforeEach(async () => {
    at = await openPromptHouse();
    await at.setClock('2026-11-17T09:00');
    rowan = (await aClient(at.house, { by: at.maren, name: 'Rowan Ellis', timeZone: ZONE })).id;
    await at.rows("update staff_members set digest_on = date '2026-11-17'");
    await at.rows('delete from account_mails');
  });
  afterEach(() => at.close());

  const digests = () => at.get(StaffDigests);
  const writeAll = async () => {
    for (const due of await digests().due()) await digests().write(due);
  };
  const writeFor = ({ clinicId, staffMemberId }: StaffActor) => digests().write({ clinicId, staffMemberId });
  const at8 = () => at.setClock('2026-11-18T08:00:05');
  const mails = () => at.rows<{ figures: object }>("select figures from account_mails where kind = 'digest'");
  const dueFor = async (who: StaffActor) =>
    (await digests().due()).some(({ staffMemberId }) => staffMemberId === who.staffMemberId);
  const says = (promised: string) => aReflection(at, { clientId: rowan, promisedBy: boise(promised) });
  const calls = (startsAt: string) =>
    anAppointment(at.house, { by: at.maren, clientId: rowan, startsAt: boise(startsAt) });

  it('counts what waits for this person, in figures and without a word', async () => {
    await says('2026-11-18T18:00');
    await says('2026-11-19T18:00');
    await says('2026-11-20T18:00');
    const read = await says('2026-11-18T18:00');
    await at.get(ReadingsService).markRead(at.maren, read);
    for (const when of ['2026-11-18T11:00', '2026-11-18T23:30', '2026-11-19T00:00']) await calls(when);
    const heldAt = boise('2026-11-17T14:00');
    await aKetamineSession(at.house, { by: at.maren, clientId: rowan, heldAt });
    await at.house.db.inClinic({ kind: 'client', clinicId: at.clinic.clinicId, clientId: rowan }, (tx) =>
      at.get(CallRequestsService).raise(tx, { clientId: rowan, promptId: null }),
    );
    await at8();
    await writeAll();
    expect(await mails()).toEqual([
      { figures: { callRequests: 1, toRead: 2, calls: 2, toConfirm: 1, delivery: 0 } },
    ]);
    const rows = await at.rows(
      "select row_to_json(m)::text as row from account_mails m where kind = 'digest'",
    );
    expect(JSON.stringify(rows)).not.toMatch(/Rowan|ellis|A field/i);
  });

  it('comes once on an open day, after the location has opened there', async () => {
    await calls('2026-11-18T11:00');
    await at.setClock('2026-11-18T07:59:50');
    await writeAll();
    expect(await mails()).toEqual([]);
    await at8();
    await writeAll();
    await at.setClock('2026-11-18T12:00');
    await writeAll();
    expect(await mails()).toHaveLength(1);
    // Saturday.
    await calls('2026-11-21T11:00');
    await at.setClock('2026-11-21T09:00');
    await writeAll();
    expect(await mails()).toHaveLength(1);
    await calls('2026-11-23T11:00');
    await at.setClock('2026-11-23T09:00');
    await writeAll();
    expect(await mails()).toHaveLength(2);
  });

  it('is one, however many workers write it', async () => {
    await calls('2026-11-18T11:00');
    await at8();
    await Promise.all(Array.from({ length: 6 }, () => writeFor(at.maren)));
    expect(await mails()).toHaveLength(1);
  });

  it('is none when nothing waits, and does not come later that day', async () => {
    await at8();
    expect(await dueFor(at.maren)).toBe(true);
    await writeAll();
    expect(await mails()).toEqual([]);
    expect(await dueFor(at.maren)).toBe(false);
    await says('2026-11-18T18:00');
    await at.setClock('2026-11-18T15:00');
    await writeAll();
    expect(await mails()).toEqual([]);
  });

  it('counts for a colleague nothing of clients out of their reach', async () => {
    await says('2026-11-18T18:00');
    await calls('2026-11-18T11:00');
    await at8();
    await writeFor(at.ines);
    expect(await mails()).toEqual([]);
  });

  it('is the cover’s while a reader is away, who is left alone', async () => {
    await at.get(AbsencesService).add(at.maren, {
      staffMemberId: at.maren.staffMemberId,
      coverId: at.ines.staffMemberId,
      fromOn: '2026-11-18',
      untilOn: '2026-11-18',
    });
    await says('2026-11-18T18:00');
    await calls('2026-11-18T11:00');
    await at8();
    await writeFor(at.maren);
    expect(await mails()).toEqual([]);
    await writeFor(at.ines);
    expect(await mails()).toMatchObject([{ figures: { toRead: 1 } }]);
    await at.setClock('2026-11-19T09:00');
    await writeFor(at.ines);
    expect(await mails()).toHaveLength(1);
    // Broken by now, and Maren is back.
    await writeFor(at.maren);
    expect(await mails()).toHaveLength(2);
  });

  it('is for practitioners at work, and for who wants it', async () => {
    await calls('2026-11-18T11:00');
    await at8();
    expect(await dueFor(at.maren)).toBe(true);
    expect(await dueFor(at.coordinator)).toBe(false);
    expect(await dueFor(at.admin)).toBe(false);
    await at.rows('update staff_members set wants_digest = false where id = $1', [at.maren.staffMemberId]);
    expect(await dueFor(at.maren)).toBe(false);
    await writeFor(at.maren);
    expect(await mails()).toEqual([]);
    expect(await dueFor(at.ines)).toBe(true);
  });
});
