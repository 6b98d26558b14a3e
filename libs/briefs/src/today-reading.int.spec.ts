import { CareTeamsService } from '@app/clients/care-teams.service.js';
import type { Seat } from '@app/clients/client.types.js';
import { BreakGlassService } from '@app/clients/break-glass/break-glass.service.js';
import { AbsencesService } from '@app/clinics/absences/absences.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { boise, openPromptHouse, type PromptHouse, ZONE } from '@app/prompts/prompts.test-support.js';
import { ReadingsService } from '@app/reflections/readings.service.js';
import { anAppointment } from '../../../test/factories/appointment.factory.js';
import { aClient } from '../../../test/factories/client.factory.js';
import { aStaffMember } from '../../../test/factories/staff-member.factory.js';
import { aReflection } from './briefs.test-support.js';
import { TodayService } from './today.service.js';

/** Rowan wrote on Tuesday morning and was told: read by Thursday the 19th, 6 pm. */
describe('what is to be read', () => {
  let at: PromptHouse;
  let rowan: string;
  let reflectionId: string;

  beforeEach(async () => {
    at = await openPromptHouse();
    await at.setClock('2026-11-17T09:00');
    rowan = (await aClient(at.house, { by: at.maren, name: 'Rowan Ellis', timeZone: ZONE })).id;
    reflectionId = await says();
    await at.setClock('2026-11-18T18:30');
  });
  afterEach(() => at.close());

  const says = (promisedBy = boise('2026-11-19T18:00')) => aReflection(at, { clientId: rowan, promisedBy });
  const toRead = async (actor: StaffActor = at.maren) => (await at.get(TodayService).today(actor)).toRead;
  const mark = (by: StaffActor, id = reflectionId) => at.get(ReadingsService).markRead(by, id);
  const colleague = async (name: string, seat: Seat | null, roles?: ('practitioner' | 'admin')[]) => {
    const { actor } = await aStaffMember(at.house, { clinic: at.clinic, name, ...(roles && { roles }) });
    if (seat) await at.get(CareTeamsService).seat(at.maren, rowan, actor.staffMemberId, seat);
    return actor;
  };
  const away = (fromOn: string, untilOn: string) =>
    at.get(AbsencesService).add(at.maren, {
      staffMemberId: at.maren.staffMemberId,
      coverId: at.ines.staffMemberId,
      fromOn,
      untilOn,
    });

  it('stands in Today from a day before the promise, with the time on the reader’s clock', async () => {
    await at.setClock('2026-11-17T10:00');
    await says(boise('2026-11-20T18:00'));
    await at.setClock('2026-11-18T17:59');
    expect(await toRead()).toEqual([]);
    await at.setClock('2026-11-18T18:00');
    expect(await toRead()).toEqual([
      {
        clientId: rowan,
        clientName: 'Rowan Ellis',
        reflectionCount: 1,
        oldestSentAt: expect.stringMatching(/^2026-11-17T16:00:0/),
        promisedBy: '2026-11-20T01:00:00Z',
        promisedText: 'tomorrow, 6:00 pm',
        state: 'nearing',
        asCover: false,
      },
    ]);
    await at.setClock('2026-11-19T18:00:05');
    expect(await toRead()).toMatchObject([
      { reflectionCount: 2, state: 'broken', promisedText: 'today, 6:00 pm' },
    ]);
    await at.setClock('2026-11-20T09:00');
    expect(await toRead()).toMatchObject([{ promisedText: 'yesterday, 6:00 pm' }]);
    await at.setClock('2026-11-24T09:00');
    expect(await toRead()).toMatchObject([{ promisedText: 'Thu 19 Nov, 6:00 pm' }]);
  });

  it('is in the log with the client whom it names', async () => {
    await toRead();
    const rows = await at.rows<{ client_ids: string[] }>(
      "select client_ids from audit_events where action = 'today.read'",
    );
    expect(rows).toEqual([{ client_ids: [rowan] }]);
  });

  it('is nothing where nothing was promised, and nothing of somebody who died', async () => {
    await at.rows("update clients set status = 'died' where id = $1", [rowan]);
    expect(await toRead()).toEqual([]);
    await at.rows("update clients set status = 'active' where id = $1", [rowan]);
    expect(await toRead()).toHaveLength(1);
    await at.rows('update reflections set promised_by = null');
    expect(await toRead()).toEqual([]);
  });

  it('goes when anybody who reads for this client has read it, and comes back when they take it back', async () => {
    const ines = at.ines;
    await at.get(CareTeamsService).seat(at.maren, rowan, ines.staffMemberId, 'supervisor');
    await mark(ines);
    expect(await toRead()).toEqual([]);
    const firstRead = () => at.rows<{ first_read_at: Date }>('select first_read_at from reflections');
    const [before] = await firstRead();
    await at.get(ReadingsService).undo(ines, reflectionId);
    expect(await toRead()).toMatchObject([{ reflectionCount: 1, state: 'nearing' }]);
    // Not open to its client again.
    expect(await firstRead()).toEqual([before]);
    expect(before!.first_read_at).toBeInstanceOf(Date);
  });

  it('is with the cover at once while the reader is away, and kept by the cover’s reading afterwards', async () => {
    await away('2026-11-18', '2026-11-18');
    expect(await toRead(at.ines)).toMatchObject([{ clientId: rowan, asCover: true, state: 'nearing' }]);
    expect(await toRead()).toEqual([]);
    await mark(at.ines);
    expect(await toRead(at.ines)).toEqual([]);
    await at.setClock('2026-11-20T09:00');
    expect(await toRead()).toEqual([]);
  });

  it('comes back to the reader with their return, and leaves the cover', async () => {
    await away('2026-11-18', '2026-11-18');
    await at.setClock('2026-11-19T00:00:05');
    expect(await toRead()).toMatchObject([{ asCover: false }]);
    expect(await toRead(at.ines)).toEqual([]);
  });

  it('is with whoever holds the call that was promised', async () => {
    const ada = await colleague('Ada Lind', 'words');
    await anAppointment(at.house, { by: ada, clientId: rowan, startsAt: boise('2026-11-19T18:00') });
    expect(await toRead(ada)).toHaveLength(1);
    expect(await toRead()).toEqual([]);
  });

  it('is everybody’s who reads the words once the promise was broken, and gives nobody reach', async () => {
    const ada = await colleague('Ada Lind', 'words');
    const sup = await colleague('Sten Brodie', 'supervisor');
    const lead = await colleague('Bo Castellan', 'body', ['practitioner', 'admin']);
    await at.rows(
      `insert into rosters (clinic_id, kind, location_id, responder_id, lead_id, open_from, open_to, open_days,
         holidays, version)
       values ($1, 'psychological', $2, $3, $4, '08:00', '18:00', '{1,2,3,4,5}', '{}', 1)`,
      [at.clinic.clinicId, at.clinic.locationId, at.maren.staffMemberId, lead.staffMemberId],
    );
    const others = [lead, at.ines, at.coordinator, at.admin, at.stranger];
    for (const who of [ada, sup, ...others]) expect(await toRead(who)).toEqual([]);
    await at.setClock('2026-11-19T18:00:05');
    for (const who of [at.maren, ada, sup]) expect(await toRead(who)).toMatchObject([{ state: 'broken' }]);
    for (const who of others) expect(await toRead(who)).toEqual([]);
  });

  it('is not kept by somebody who broke the glass, who has no task either', async () => {
    const { ines } = at;
    await at.get(BreakGlassService).open(ines, rowan, { reason: 'Nobody could be reached.', minutes: 30 });
    expect(await toRead(ines)).toEqual([]);
    await mark(ines);
    expect(await toRead()).toHaveLength(1);
    await mark(at.maren);
    expect(await toRead()).toEqual([]);
  });
});
