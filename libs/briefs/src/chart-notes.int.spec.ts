import { CareTeamsService } from '@app/clients/care-teams.service.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { boise, openPromptHouse, type PromptHouse, ZONE } from '@app/prompts/prompts.test-support.js';
import { MarksService } from '@app/reflections/marks.service.js';
import { ReadingsService } from '@app/reflections/readings.service.js';
import { WishesService } from '@app/reflections/wishes.service.js';
import { FlagRaising } from '@app/safety/flag-raising.service.js';
import { FlagsService } from '@app/safety/flags.service.js';
import { SafetyService } from '@app/safety/safety.service.js';
import { anAppointment } from '../../../test/factories/appointment.factory.js';
import { aClient } from '../../../test/factories/client.factory.js';
import { aStaffMember } from '../../../test/factories/staff-member.factory.js';
import { BriefsService } from './briefs.service.js';
import { aReflection } from './briefs.test-support.js';
import { ChartNotes } from './chart-notes.service.js';
import { DaysBriefs } from './days-briefs.service.js';

const WORDS = 'The garden was quiet. I paused before I answered.';
const PAUSED = { from: 22, to: WORDS.length };

/** Calls on Wednesday the 11th and on Wednesday the 18th, at eleven. */
describe('what is taken along from a brief', () => {
  let at: PromptHouse;
  let clientId: string;
  let callId: string;

  beforeAll(async () => {
    at = await openPromptHouse();
  });
  beforeEach(async () => {
    await at.setClock('2026-11-02T10:00');
    clientId = (await aClient(at.house, { by: at.maren, timeZone: ZONE, name: 'Rowan Ellis' })).id;
    await book('2026-11-11T11:00');
    callId = (await book('2026-11-18T11:00')).id;
    await at.setClock('2026-11-12T10:00');
  });
  afterAll(() => at.close());

  const book = (local: string) => anAppointment(at.house, { by: at.maren, clientId, startsAt: boise(local) });
  const chartNote = async (actor = at.maren) => (await at.get(ChartNotes).of(actor, callId)).text;
  const says = (words: string) => aReflection(at, { clientId, words });
  const read = (id: string) => at.get(ReadingsService).markRead(at.maren, id);
  const asClient = () => ({ kind: 'client' as const, clinicId: at.clinic.clinicId, clientId });

  it('quotes what one has read, and nothing unread or not to be raised', async () => {
    const highlighted = await says(WORDS);
    await read(highlighted);
    await at.get(MarksService).put(at.maren, highlighted, { version: 0, highlights: [PAUSED], tags: [] });
    await says('Nobody has read this.');
    const not = await says('The letter.');
    await read(not);
    await at.house.db.inClinic(asClient(), async (tx) => {
      const key = await at.get(Keyring).client(tx, clientId);
      await at.get(WishesService).change(tx, key, not, { act: 'dont-raise' });
    });
    const text = await chartNote();
    expect(text).toContain('“I paused before I answered.”');
    expect(text).toContain('50 minutes');
    for (const absent of ['garden', 'Nobody has read', 'letter']) expect(text).not.toContain(absent);
  });

  it('says what was done about a flag since the last call, once it is closed', async () => {
    await at.house.db.inClinic(asClient(), async (tx) => {
      const key = await at.get(Keyring).client(tx, clientId);
      await at.get(FlagRaising).signs(tx, key, { clientId, promptId: null }, ['chest-pain']);
    });
    const [flag] = (await at.get(BriefsService).brief(at.maren, callId)).flags;
    const opened = await at.get(FlagsService).open(at.maren, flag!.id);
    const callBy = (await at.house.db.now()).add({ hours: 1 });
    const claim = { version: opened.version, callBy };
    const { version } = await at.get(SafetyService).acknowledge(at.maren, flag!.id, claim);
    expect(await chartNote()).not.toContain('Safety');
    const disposition = 'Called. Went to urgent care, all clear.';
    await at.get(SafetyService).close(at.maren, flag!.id, { version, disposition });
    expect(await chartNote()).toContain(disposition);
    expect((await at.get(BriefsService).brief(at.maren, callId)).flags).toEqual([]);
  });

  it('is for who reads the client’s words, once in the log, and for nobody else', async () => {
    const { actor: body } = await aStaffMember(at.house, { clinic: at.clinic, name: 'Bo Castellan' });
    await at.get(CareTeamsService).seat(at.maren, clientId, body.staffMemberId, 'body');
    expect(await chartNote()).toContain('Nothing was read since the last call.');
    for (const actor of [body, at.ines, at.coordinator, at.admin, at.stranger]) {
      await expect(chartNote(actor)).rejects.toMatchObject({ status: 404 });
    }
    const rows = await at.rows<{ actor_id: string; subject_ids: string[] }>(
      "select actor_id, subject_ids from audit_events where action = 'chart-note.read' and $1 = any (client_ids)",
      [clientId],
    );
    expect(rows).toEqual([{ actor_id: at.maren.staffMemberId, subject_ids: [callId] }]);
  });

  it('is every brief of the day, in the order of the calls, each read in the log', async () => {
    await at.setClock('2026-11-18T08:00');
    const early = await book('2026-11-18T09:00');
    await book('2026-11-19T09:00');
    const { items } = await at.get(DaysBriefs).today(at.maren);
    const mine = items.filter(({ client }) => client.id === clientId);
    expect(mine.map(({ appointment }) => appointment.id)).toEqual([early.id, callId]);
    expect((await at.get(DaysBriefs).today(at.ines)).items).toEqual([]);
    const rows = await at.rows(
      "select 1 from audit_events where action = 'brief.read' and $1 = any (client_ids)",
      [clientId],
    );
    expect(rows).toHaveLength(2);
    const lists = await at.rows<{ actor_id: string; client_ids: string[] }>(
      `select actor_id, client_ids from audit_events where action = 'appointments.listed' order by id desc limit 2`,
    );
    expect(lists).toEqual([
      { actor_id: at.ines.staffMemberId, client_ids: [] },
      { actor_id: at.maren.staffMemberId, client_ids: expect.arrayContaining([clientId]) },
    ]);
  });
});
