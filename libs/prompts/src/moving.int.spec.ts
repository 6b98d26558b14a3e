import { SessionCourseService } from '@app/course/session-course.service.js';
import { anAppointment } from '../../../test/factories/appointment.factory.js';
import { aClient } from '../../../test/factories/client.factory.js';
import { aKetamineSession } from '../../../test/factories/ketamine-session.factory.js';
import { aPlan } from '../../../test/factories/plan.factory.js';
import { DispatchService } from './dispatch.service.js';
import { boise, openPromptHouse, type PromptHouse, standingPrompts, ZONE } from './prompts.test-support.js';
import { SendingService } from './sending.service.js';

/** A session on Monday the 9th; today is Monday the 2nd, ten in the morning. */
const TODAY = '2026-11-02T10:00';

describe('moving a prompt', () => {
  let at: PromptHouse;
  let clientId: string;
  let sessionId: string;

  beforeAll(async () => {
    at = await openPromptHouse();
  });
  beforeEach(async () => {
    await at.setClock(TODAY);
    const by = at.maren;
    clientId = (await aClient(at.house, { by, timeZone: ZONE })).id;
    sessionId = (await aKetamineSession(at.house, { by, clientId, heldAt: boise('2026-11-09T14:00') })).id;
    await anAppointment(at.house, { by, clientId, startsAt: boise('2026-11-20T15:00') });
    await aPlan(at.house, { by, clientId });
  });
  afterAll(() => at.close());

  const prompt = async (code: string) =>
    (await standingPrompts(at, clientId)).find((row) => row.code === code)!;
  const move = async (code: string, on: string, time: string, by = at.maren) => {
    const { id, version } = await prompt(code);
    return at.get(DispatchService).move(by, id, { version, on, at: time });
  };
  const wallOf = async (code: string) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' }).format(
      (await prompt(code)).send_at,
    );

  it('puts it to the client’s own clock, with the reason', async () => {
    const view = await move('small-shift', '2026-11-17', '15:30');
    expect(view).toMatchObject({ status: 'scheduled', localText: 'Tue 17 Nov, 3:30 pm' });
    expect(view.reasons.map(({ code }) => code)).toContain('moved-by-staff');
  });

  it('holds when the plan is worked out anew', async () => {
    await move('small-shift', '2026-11-17', '15:30');
    await at
      .get(SessionCourseService)
      .moveSession(at.maren, sessionId, { version: 1, held: { heldAt: boise('2026-11-10T14:00') } });
    expect(await wallOf('small-shift')).toBe('2026-11-17 15:30');
    expect(await wallOf('keeps-coming-back')).toBe('2026-11-13 19:00');
  });

  it('keeps out of quiet hours all the same', async () => {
    await move('small-shift', '2026-11-17', '23:30');
    expect(await wallOf('small-shift')).toBe('2026-11-18 08:00');
  });

  it.each([
    ['in the past', 'small-shift', '2026-11-02', '09:59', 'inThePast'],
    ['behind the call it leads up to', 'not-to-miss', '2026-11-20', '14:30', 'tooLate'],
    ['further than rows reach', 'small-shift', '2027-03-01', '12:00', 'tooLate'],
  ])('is refused %s, and nothing has moved', async (_where, code, on, time, trouble) => {
    const before = await prompt(code);
    await expect(move(code, on, time)).rejects.toMatchObject({
      status: 422,
      errors: [{ field: 'on', code: trouble }],
    });
    expect(await prompt(code)).toEqual(before);
  });

  it('is refused for what has left, and when somebody else was quicker', async () => {
    await at.setClock('2026-11-08T18:01');
    const intention = await prompt('intention');
    const stale = at
      .get(DispatchService)
      .move(at.maren, intention.id, { version: 99, on: '2026-11-09', at: '09:00' });
    await expect(stale).rejects.toMatchObject({ status: 409, code: 'conflict-version' });
    await at.get(SendingService).send(at.worker, intention.mailing_id);
    await expect(move('intention', '2026-11-09', '09:00')).rejects.toMatchObject({
      status: 409,
      code: 'already-sent',
    });
  });

  it('is nobody’s but the care team’s', async () => {
    for (const by of [at.ines, at.stranger]) {
      await expect(move('small-shift', '2026-11-17', '15:30', by)).rejects.toMatchObject({ status: 404 });
    }
  });
});
