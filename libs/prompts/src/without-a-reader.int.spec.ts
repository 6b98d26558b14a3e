import { AbsencesService } from '@app/clinics/absences/absences.service.js';
import { SessionCourseService } from '@app/course/session-course.service.js';
import { anAppointment } from '../../../test/factories/appointment.factory.js';
import { aClient } from '../../../test/factories/client.factory.js';
import { aKetamineSession } from '../../../test/factories/ketamine-session.factory.js';
import { aPlan } from '../../../test/factories/plan.factory.js';
import { boise, openPromptHouse, type PromptHouse, standingPrompts, ZONE } from './prompts.test-support.js';
import { SendingService } from './sending.service.js';

/** `what-stayed` is due on Tuesday the 10th at ten. */
describe('a prompt whose answer nobody would read', () => {
  let at: PromptHouse;
  let clientId: string;
  let mailingId: string;

  beforeEach(async () => {
    at = await openPromptHouse();
    await at.setClock('2026-11-02T10:00');
    clientId = (await aClient(at.house, { by: at.maren, timeZone: ZONE })).id;
    const held = { by: at.maren, clientId, heldAt: boise('2026-11-09T14:00') };
    const { id } = await aKetamineSession(at.house, held);
    await aPlan(at.house, { by: at.maren, clientId });
    await at.setClock('2026-11-09T15:00');
    await at.get(SessionCourseService).completeSession(at.maren, id);
    await at.setClock('2026-11-10T10:01');
    const due = (await standingPrompts(at, clientId)).find(({ code }) => code === 'what-stayed');
    mailingId = due!.mailing_id;
  });
  afterEach(() => at.close());

  const noReadingDays = () => at.rows("update clinics set reading_days = '{}'");
  const call = (local: string, by = at.maren) =>
    anAppointment(at.house, { by, clientId, startsAt: boise(local) });
  /** Found by the sweep, and handed over by the claim: the two must never differ. */
  const leaves = async () => {
    const rows = await at.house.db.acrossClinics<{ mailing_id: string }>(
      'select mailing_id from find_due_mailings_across_clinics(100)',
    );
    const isFound = rows.some(({ mailing_id }) => mailing_id === mailingId);
    await at.get(SendingService).send(at.worker, mailingId);
    expect(at.farEnd.mails).toHaveLength(isFound ? 1 : 0);
    return isFound;
  };

  it('leaves on the clinic’s reading days, and not without any', async () => {
    await noReadingDays();
    expect(await leaves()).toBe(false);
    await at.rows("update clinics set reading_days = '{4}'");
    expect(await leaves()).toBe(true);
  });

  it('leaves for a call within seven days with who reads the words', async () => {
    await noReadingDays();
    await call('2026-11-17T10:00');
    expect(await leaves()).toBe(true);
  });

  it('does not leave for a call later than that', async () => {
    await noReadingDays();
    await call('2026-11-17T10:30');
    expect(await leaves()).toBe(false);
  });

  it('does not leave while the only reader is suspended', async () => {
    await at.rows("update staff_members set status = 'suspended' where id = $1", [at.maren.staffMemberId]);
    expect(await leaves()).toBe(false);
  });

  it('leaves while the only reader is away: the cover keeps the promise', async () => {
    await at.get(AbsencesService).add(at.maren, {
      staffMemberId: at.maren.staffMemberId,
      coverId: at.ines.staffMemberId,
      fromOn: '2026-11-10',
      untilOn: '2026-11-20',
    });
    expect(await leaves()).toBe(true);
    expect(at.farEnd.mails[0]!.subject).toContain('Ines');
  });
});
