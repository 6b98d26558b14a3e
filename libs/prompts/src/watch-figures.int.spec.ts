import { SessionCourseService } from '@app/course/session-course.service.js';
import { aClient } from '../../../test/factories/client.factory.js';
import { aKetamineSession } from '../../../test/factories/ketamine-session.factory.js';
import { aPlan } from '../../../test/factories/plan.factory.js';
import { boise, openPromptHouse, type PromptHouse, ZONE } from './prompts.test-support.js';
import { SendingService } from './sending.service.js';

interface Figures {
  oldest_due_seconds: number;
  dead_leases: number;
  unknown_mailings: number;
}

/** The session was on Monday the 9th; `what-stayed` is due on Tuesday at ten. */
describe('the figures by which sending is watched', () => {
  let at: PromptHouse;
  beforeAll(async () => {
    at = await openPromptHouse();
    await at.setClock('2026-11-02T10:00');
    const { id: clientId } = await aClient(at.house, { by: at.maren, timeZone: ZONE });
    const heldAt = boise('2026-11-09T14:00');
    const { id } = await aKetamineSession(at.house, { by: at.maren, clientId, heldAt });
    await aPlan(at.house, { by: at.maren, clientId });
    await at.setClock('2026-11-09T15:00');
    await at.get(SessionCourseService).completeSession(at.maren, id);
  });
  afterAll(() => at.close());

  const figures = async () => {
    const [row] = await at.house.db.acrossClinics<Figures>(
      'select * from find_watch_figures_across_clinics()',
    );
    return row!;
  };
  const due = () =>
    at.house.db.acrossClinics<{ mailing_id: string }>(
      'select mailing_id from find_due_mailings_across_clinics(100)',
    );

  it('are the age of what is due the longest, of what a worker lost, of what nobody knows', async () => {
    await at.setClock('2026-11-10T09:59');
    const before = await figures();
    await at.setClock('2026-11-10T10:07');
    const [mailing] = await due();
    const [row] = await at.rows<{ age: number }>(
      'select extract(epoch from app_now() - send_at)::float8 as age from mailings where id = $1',
      [mailing!.mailing_id],
    );
    expect(before).toMatchObject({ dead_leases: 0, unknown_mailings: 0 });
    expect((await figures()).oldest_due_seconds).toBeCloseTo(row!.age, -1);
    expect(row!.age).toBeGreaterThanOrEqual(300);

    await at.rows(
      `update mailings set status = 'sending', fence = gen_random_uuid(), sent_on = '2026-11-10',
         lease_until = app_now() - interval '1 second' where id = $1`,
      [mailing!.mailing_id],
    );
    expect(await figures()).toMatchObject({ dead_leases: 1, unknown_mailings: 0 });

    await at.get(SendingService).giveUpLease(at.worker, mailing!.mailing_id);
    expect(await figures()).toMatchObject({ dead_leases: 0, unknown_mailings: 1 });
    await at.setClock('2026-11-18T10:00');
    expect(await figures()).toMatchObject({ unknown_mailings: 0 });
  });
});
