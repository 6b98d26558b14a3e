import { CareTeamsService } from '@app/clients/care-teams.service.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import type { StaffActor } from '@app/platform/actor.js';
import { boise, openPromptHouse, type PromptHouse, ZONE } from '@app/prompts/prompts.test-support.js';
import { CallRequestsService } from '@app/safety/call-requests.service.js';
import { FlagRaising } from '@app/safety/flag-raising.service.js';
import { anAppointment } from '../../../test/factories/appointment.factory.js';
import { aClient } from '../../../test/factories/client.factory.js';
import { aStaffMember } from '../../../test/factories/staff-member.factory.js';
import { course } from '../../../test/golden/course-dsl.js';
import { live } from '../../../test/golden/lived-course.js';
import { aReflection } from './briefs.test-support.js';
import { TodayService } from './today.service.js';

/** Wednesday the 18th in Boise. */
describe('who needs somebody today', () => {
  let at: PromptHouse;
  let rowan: string;

  beforeEach(async () => {
    at = await openPromptHouse();
    await at.setClock('2026-11-10T09:00');
    rowan = (await aClient(at.house, { by: at.maren, name: 'Rowan Ellis', timeZone: ZONE })).id;
  });
  afterEach(() => at.close());

  const today = (actor: StaffActor = at.maren) => at.get(TodayService).today(actor);
  const raise = () =>
    at.house.db.inClinic({ kind: 'client', clinicId: at.clinic.clinicId, clientId: rowan }, async (tx) => {
      const key = await at.get(Keyring).client(tx, rowan);
      return at.get(FlagRaising).signs(tx, key, { clientId: rowan, promptId: null }, ['chest-pain']);
    });

  it('holds an open flag for every seat of the care team, with what it rests on', async () => {
    const { actor: body } = await aStaffMember(at.house, { clinic: at.clinic, name: 'Bo Castellan' });
    await at.get(CareTeamsService).seat(at.maren, rowan, body.staffMemberId, 'body');
    await raise();
    for (const actor of [at.maren, body]) {
      const { flags, callBacks } = await today(actor);
      expect(flags).toMatchObject([{ colour: 'red', client: { name: 'Rowan Ellis' } }]);
      expect(flags[0]!.evidence).toHaveLength(1);
      expect(callBacks).toEqual([]);
    }
    for (const actor of [at.ines, at.stranger]) {
      expect(await today(actor)).toMatchObject({ flags: [], callBacks: [] });
    }
  });

  it('tells the calendar’s keepers that somebody waits for a call, and not why', async () => {
    await raise();
    const view = await today(at.coordinator);
    expect(view.callBacks).toMatchObject([
      { client: { name: 'Rowan Ellis', timeZone: ZONE }, acknowledgedAt: null, callBy: null },
    ]);
    expect(view.flags).toEqual([]);
    expect(JSON.stringify(view)).not.toMatch(/chest|medical|emergency/i);
  });

  it('shows a request for a call once to whoever sees the request itself', async () => {
    await at.house.db.inClinic({ kind: 'client', clinicId: at.clinic.clinicId, clientId: rowan }, (tx) =>
      at.get(CallRequestsService).raise(tx, { clientId: rowan, promptId: null }),
    );
    for (const actor of [at.maren, at.coordinator]) {
      const { flags, callBacks } = await today(actor);
      expect(flags).toMatchObject([{ kind: 'call-me' }]);
      expect(callBacks).toEqual([]);
    }
  });

  it('names who has gone quiet after answering, and since when, to who reads their words', async () => {
    const quiet = course('gone quiet').session(0).answered(3, 7, 10).silent(21, 28).readOn(45).expects({});
    const { clientId } = await live(at, quiet);
    const { goneQuiet } = await today();
    expect(goneQuiet).toMatchObject([{ client: { id: clientId }, why: [{ rule: 'gone-quiet' }] }]);
    expect(goneQuiet[0]!.client.name).toMatch(/\w/);
    for (const actor of [at.ines, at.coordinator]) expect((await today(actor)).goneQuiet).toEqual([]);
  });

  it('lays what is worth asking beside the call, for who reads the words', async () => {
    await anAppointment(at.house, { by: at.maren, clientId: rowan, startsAt: boise('2026-11-18T11:00') });
    const options = [{ id: 'yes', label: 'Yes' }];
    const choices = [
      { id: 'returned', question: 'Has anything old slipped back in?', hint: '', many: false, options },
    ];
    await at.setClock('2026-11-17T09:00');
    await aReflection(at, { clientId: rowan, asked: { choices } as never, choices: { returned: ['yes'] } });
    await at.setClock('2026-11-18T08:30');
    expect((await today()).calls).toMatchObject([{ notes: [{ rule: 'own-word' }] }]);
    expect((await today(at.coordinator)).calls).toMatchObject([{ notes: [] }]);
  });
});
