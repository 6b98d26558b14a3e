import { PlanEditingService } from '@app/course/plan-editing.service.js';
import { SessionCourseService } from '@app/course/session-course.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { boise, openPromptHouse, type PromptHouse, ZONE } from '@app/prompts/prompts.test-support.js';
import { FlagRaising } from '@app/safety/flag-raising.service.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { anAppointment } from '../../../test/factories/appointment.factory.js';
import { aClient } from '../../../test/factories/client.factory.js';
import { aKetamineSession } from '../../../test/factories/ketamine-session.factory.js';
import { aPlan } from '../../../test/factories/plan.factory.js';
import { rostersOf } from '../../../test/factories/rosters.factory.js';
import { TodayService } from './today.service.js';

/** Tuesday the 10th, eight in Boise: a safety check of Rowan is due at ten, a question with it. */
describe('Today, when nobody stands on a roster', () => {
  let at: PromptHouse;
  let rowan: string;

  beforeAll(async () => {
    at = await openPromptHouse();
    await at.setClock('2026-11-02T10:00');
    rowan = (await aClient(at.house, { by: at.maren, name: 'Rowan Ellis', timeZone: ZONE })).id;
    const held = { by: at.maren, clientId: rowan, heldAt: boise('2026-11-09T14:00') };
    const { id } = await aKetamineSession(at.house, held);
    const plan = await aPlan(at.house, { by: at.maren, clientId: rowan });
    await stand();
    const timing = { anchor: 'every-session', latenessHours: 96, slowestPace: 'gentle' } as const;
    const steps = [{ prompt: { template: 'safety-check' }, ...timing, days: 1, localTime: '10:00' }];
    await at.get(PlanEditingService).replaceSteps(at.maren, plan.id, { version: plan.version, steps });
    await at.setClock('2026-11-09T15:00');
    await at.get(SessionCourseService).completeSession(at.maren, id);
    await at.setClock('2026-11-10T08:00');
  });
  beforeEach(() => at.rows('delete from rosters'));
  afterAll(() => at.close());

  const stand = () =>
    rostersOf(at.house, {
      clinic: at.clinic,
      responderId: at.maren.staffMemberId,
      backupId: at.ines.staffMemberId,
    });
  const today = (actor: StaffActor) => at.get(TodayService).today(actor);

  it('names the roster, and how many safety checks wait for it, to whoever sees their clients', async () => {
    await stand();
    await at.rows("delete from rosters where kind = 'medical'");
    for (const actor of [at.maren, at.coordinator, at.admin])
      expect((await today(actor)).emptyRosters).toEqual({ kinds: ['medical'], waiting: 1 });
    await at.rows('delete from rosters');
    expect((await today(at.maren)).emptyRosters).toEqual({ kinds: ['psychological', 'medical'], waiting: 1 });
    for (const actor of [at.ines, at.stranger]) expect((await today(actor)).emptyRosters).toBeNull();
  });

  it('does not say that it goes out at its time', async () => {
    const waiting = async () => (await today(at.maren)).goingOut.map((one) => one.waitsForRosters);
    expect(await waiting()).toEqual([true]);
    await stand();
    expect([await waiting(), (await today(at.maren)).emptyRosters]).toEqual([[false], null]);
  });

  it('says “asked for a call” of a call where the client did, and not of every flag', async () => {
    await anAppointment(at.house, { by: at.maren, clientId: rowan, startsAt: boise('2026-11-10T15:00') });
    await at.house.db.inClinic(
      { kind: 'client', clinicId: at.clinic.clinicId, clientId: rowan },
      async (tx) => {
        const key = await at.get(Keyring).client(tx, rowan);
        await at.get(FlagRaising).signs(tx, key, { clientId: rowan, promptId: null }, ['voices']);
      },
    );
    const { flags, calls } = await today(at.maren);
    expect([flags.length, calls.map(({ callRequested }) => callRequested)]).toEqual([1, [false]]);
  });
});
