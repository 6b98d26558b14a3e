import type { Temporal } from 'temporal-polyfill';
import { ClosingService } from './closing.service.js';
import { DispatchService } from './dispatch.service.js';
import type { MailingKind } from './mailing.types.js';
import { PromptRows } from './prompt-rows.js';
import { PromptScheduleService } from './prompt-schedule.service.js';
import { aDueQuestion, promptOf } from './due-question.test-support.js';
import { boise, openPromptHouse, type PromptHouse } from './prompts.test-support.js';
import { SendingService } from './sending.service.js';

/** The worker was away while a window went by. */
describe('a mailing whose window has passed', () => {
  let at: PromptHouse;
  let clientId: string;

  beforeAll(async () => {
    at = await openPromptHouse();
  });
  beforeEach(async () => {
    ({ clientId } = await aDueQuestion(at));
  });
  afterAll(() => at.close());

  const prompt = (code?: string) => promptOf(at, clientId, code);
  const send = async () => at.get(SendingService).send(at.worker, (await prompt()).mailing_id);
  const added = async (kind: MailingKind, from: Temporal.Instant, minutes: number) => {
    const { id: promptId } = await prompt();
    return at.house.db.inClinic(at.worker, (tx) =>
      at.get(PromptRows).addMailing(tx, {
        clientId,
        promptId,
        kind,
        sendAt: from,
        sendUntil: from.add({ minutes }),
      }),
    );
  };
  const settled = async (mailingId: string) => {
    const overdue = await at.house.db.acrossClinics<{ mailing_id: string }>(
      'select mailing_id from find_overdue_mailings_across_clinics()',
    );
    expect(overdue.map((row) => row.mailing_id)).toContain(mailingId);
    await at.get(ClosingService).settleOverdue(at.worker, mailingId);
    const [row] = await at.rows<{ status: string; send_at: Date; send_until: Date }>(
      'select status, send_at, send_until from mailings where id = $1',
      [mailingId],
    );
    return row!;
  };

  it('goes at the next opening when the client asked for it later', async () => {
    await send();
    const mailing = await added('snoozed', boise('2026-11-10T19:30'), 90);
    await at.setClock('2026-11-10T22:30');
    const { status, send_at: sendAt } = await settled(mailing);
    expect([status, sendAt.toISOString()]).toEqual([
      'scheduled',
      new Date(boise('2026-11-11T08:00').epochMilliseconds).toISOString(),
    ]);
  });

  it('is dropped when it was a fresh link: nobody waits at that page any more', async () => {
    await send();
    const mailing = await added('fresh_link', boise('2026-11-10T10:05'), 15);
    await at.setClock('2026-11-10T10:30');
    expect((await settled(mailing)).status).toBe('withdrawn');
  });

  it('is as unknown as before when staff tried it again and nobody took it', async () => {
    at.farEnd.answer = () => Promise.resolve({ outcome: 'unknown', why: 'ETIMEDOUT' });
    await send();
    const { id, mailing_id: mailing } = await prompt();
    await at.get(DispatchService).dispatch(at.maren, id);
    await at.setClock('2026-11-10T12:30');
    expect((await settled(mailing)).status).toBe('unknown');
  });

  it('follows the plan again when staff sent it now and the hour went by', async () => {
    const { id } = await prompt('small-shift');
    const planned = await prompt('small-shift');
    await at.get(DispatchService).dispatch(at.maren, id);
    expect((await prompt('small-shift')).send_at).not.toEqual(planned.send_at);
    await at.setClock('2026-11-10T12:30');
    await at.house.db.inClinic(at.worker, (tx) => at.get(PromptScheduleService).reconcile(tx, clientId));
    expect(await prompt('small-shift')).toMatchObject({ status: 'scheduled', send_at: planned.send_at });
  });
});
