import { SessionCourseService } from '@app/course/session-course.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database } from '@app/platform/database/database.js';
import type { Queues } from '@app/platform/queues/queues.js';
import {
  boise,
  openPromptHouse,
  type PromptHouse,
  type StandingPrompt,
  standingPrompts,
  ZONE,
} from '@app/prompts/prompts.test-support.js';
import { SendingService } from '@app/prompts/sending.service.js';
import { aClient } from '../../../../test/factories/client.factory.js';
import { aKetamineSession } from '../../../../test/factories/ketamine-session.factory.js';
import { aPlan } from '../../../../test/factories/plan.factory.js';
import { FindDueMailingsJob } from './find-due-mailings.job.js';

const FLOOD = 10_000;
/** What one sweep hands on of one clinic, and how many mailings a worker sends at a time. */
const PER_CLINIC = 50;
const AT_ONCE = 10;

interface Due {
  clinicId: string;
  mailingId: string;
}

describe('a flood of one clinic', () => {
  let at: PromptHouse;
  let single: StandingPrompt;

  beforeAll(async () => {
    at = await openPromptHouse();
    const first = await duePrompt(at.maren);
    single = await duePrompt(at.stranger);
    await flood(first);
    await at.setClock('2026-11-10T10:01');
  });
  afterAll(() => at.close());

  /** A client's first prompt after a session, due on Tuesday at ten. */
  async function duePrompt(by: StaffActor): Promise<StandingPrompt> {
    await at.setClock('2026-11-02T10:00');
    const { id: clientId } = await aClient(at.house, { by, timeZone: ZONE });
    const session = await aKetamineSession(at.house, { by, clientId, heldAt: boise('2026-11-09T14:00') });
    await aPlan(at.house, { by, clientId });
    await at.setClock('2026-11-09T15:00');
    await at.get(SessionCourseService).completeSession(by, session.id);
    return (await standingPrompts(at, clientId)).find(({ code }) => code === 'what-stayed')!;
  }

  /** Ten thousand mailings more of a prompt that has left, each due before the other clinic’s one. */
  async function flood({ id: promptId, mailing_id: mailingId }: StandingPrompt): Promise<void> {
    await at.setClock('2026-11-10T10:00');
    await at.get(SendingService).send(at.worker, mailingId);
    await at.rows(
      `insert into mailings
       select (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'kind', 'snoozed',
         'status', 'scheduled', 'message_id', '<mailing.' || gen_random_uuid() || '@throughline.example>',
         'send_at', m.send_at - interval '5 minutes', 'counts_for_day', false, 'attempts', 0,
         'fence', null, 'sent_at', null, 'sent_on', null))).*
       from mailings m, generate_series(1, $2::integer) where m.prompt_id = $1 and m.kind = 'first'`,
      [promptId, FLOOD],
    );
  }

  async function sweep(): Promise<Due[]> {
    const queued: Due[] = [];
    const queues = {
      addMany: (_name: string, jobs: { payload: Due }[]) => {
        queued.push(...jobs.map(({ payload }) => payload));
        return Promise.resolve();
      },
    } as unknown as Queues;
    await new FindDueMailingsJob(at.get(Database), queues, at.get(SendingService)).run();
    return queued;
  }

  it('leaves the single prompt of another clinic in the first sweep, and among the first that are sent', async () => {
    const due = await sweep();
    const ofTheFlood = due.filter(({ clinicId }) => clinicId === at.clinic.clinicId);
    expect(ofTheFlood).toHaveLength(PER_CLINIC);
    const place = due.findIndex(({ mailingId }) => mailingId === single.mailing_id);
    expect(place).toBeGreaterThanOrEqual(0);
    expect(place).toBeLessThan(AT_ONCE);

    const batch = due.slice(0, AT_ONCE);
    await Promise.all(
      batch.map(({ clinicId, mailingId }) =>
        at.get(SendingService).send({ kind: 'system', clinicId, job: 'send-mailing' }, mailingId),
      ),
    );
    const [row] = await at.rows<{ status: string }>('select status from mailings where id = $1', [
      single.mailing_id,
    ]);
    expect(row!.status).toBe('sent');
    const [left] = await at.rows<{ count: number }>(
      `select count(*)::integer as count from mailings where clinic_id = $1 and status = 'scheduled'
         and send_at <= app_now()`,
      [at.clinic.clinicId],
    );
    expect(left!.count).toBeGreaterThan(FLOOD - AT_ONCE - 1);
  });
});
