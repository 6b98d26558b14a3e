import { newId } from '@app/platform/ids/ids.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { seal, unseal } from '@app/platform/encryption/sealing.js';
import type { AskedQuestion } from '@app/plans/prompt-template.types.js';
import { RosterCourseService } from '@app/course/roster-course.service.js';
import { PlanEditingService } from '@app/course/plan-editing.service.js';
import { SessionCourseService } from '@app/course/session-course.service.js';
import { aClient } from '../../../test/factories/client.factory.js';
import { aKetamineSession } from '../../../test/factories/ketamine-session.factory.js';
import { aPlan } from '../../../test/factories/plan.factory.js';
import { DispatchService } from './dispatch.service.js';
import { boise, openPromptHouse, type PromptHouse, standingPrompts, ZONE } from './prompts.test-support.js';
import { SendingService } from './sending.service.js';

/** The session was on Monday the 9th; Tuesday at ten is a staffed morning where there is a roster. */
describe('what is asked when it is sent', () => {
  let at: PromptHouse;
  let clientId: string;

  beforeAll(async () => {
    at = await openPromptHouse();
  });
  beforeEach(async () => {
    await at.setClock('2026-11-02T10:00');
    await at.rows('delete from rosters');
    clientId = (await aClient(at.house, { by: at.maren, timeZone: ZONE })).id;
    const { id } = await aKetamineSession(at.house, {
      by: at.maren,
      clientId,
      heldAt: boise('2026-11-09T14:00'),
    });
    const plan = await aPlan(at.house, { by: at.maren, clientId });
    const timing = {
      anchor: 'every-session',
      localTime: '10:00',
      latenessHours: 96,
      slowestPace: 'gentle',
    } as const;
    const steps = [
      { prompt: { template: 'phq-9' }, ...timing, days: 1, midSeries: true },
      { prompt: { template: 'old-returned' }, ...timing, days: 3 },
      { prompt: { template: 'thread-review' }, ...timing, days: 5 },
    ];
    await at.get(PlanEditingService).replaceSteps(at.maren, plan.id, { version: plan.version, steps });
    await at.setClock('2026-11-09T15:00');
    await at.get(SessionCourseService).completeSession(at.maren, id);
  });
  afterAll(() => at.close());

  const putRoster = () =>
    at.get(RosterCourseService).putRoster(at.admin, 'psychological', {
      locationId: at.clinic.locationId,
      responderId: at.maren.staffMemberId,
      backupId: at.ines.staffMemberId,
      leadId: at.admin.staffMemberId,
      openFrom: '09:00',
      openTo: '17:00',
      openDays: [1, 2, 3, 4, 5],
      holidays: [],
    });
  const keyOf = () => at.house.db.inClinic(at.maren, (tx) => at.get(Keyring).client(tx, clientId));
  const sealed = async (label: string, rowId: string, text: string) =>
    seal(await keyOf(), { clinicId: at.clinic.clinicId, label, rowId }, text);

  /** Sends the prompt of a template, and opens the question that was copied. */
  async function sent(code: string, now: string, { byHand = false } = {}): Promise<AskedQuestion> {
    await at.setClock(now);
    const prompt = (await standingPrompts(at, clientId)).find(
      (row) => row.code === code && row.status === 'scheduled',
    )!;
    if (byHand) await at.get(DispatchService).dispatch(at.maren, prompt.id);
    await at.get(SendingService).send(at.worker, prompt.mailing_id);
    const [row] = await at.rows<{ question_sealed: Buffer }>(
      'select question_sealed from prompt_questions where prompt_id = $1',
      [prompt.id],
    );
    const binding = { clinicId: at.clinic.clinicId, label: 'prompt.question', rowId: prompt.id };
    return JSON.parse(unseal(await keyOf(), binding, row!.question_sealed)) as AskedQuestion;
  }

  it('is PHQ-8 where nobody answers a flag, at the plan’s own time', async () => {
    expect((await sent('phq-9', '2026-11-10T10:01')).measure).toEqual({ code: 'phq-8', version: 1 });
  });

  it('is PHQ-9 on a staffed morning', async () => {
    await putRoster();
    expect((await sent('phq-9', '2026-11-10T10:01')).measure).toEqual({ code: 'phq-9', version: 1 });
  });

  it('is PHQ-8 when staff send it by hand in the evening', async () => {
    await putRoster();
    const asked = await sent('phq-9', '2026-11-10T19:00', { byHand: true });
    expect(asked.measure?.code).toBe('phq-8');
  });

  it('leaves out signs and threads that were not agreed or shared', async () => {
    const signs = await sent('old-returned', '2026-11-12T10:01');
    expect(signs).toMatchObject({ asksEarlySigns: true });
    expect((signs.choices ?? []).map(({ id }) => id)).not.toContain('early-signs');
    const review = await sent('thread-review', '2026-11-14T10:01');
    expect([review.choices ?? [], review.ratings ?? []].flat().map(({ id }) => id)).toEqual([]);
  });

  it('holds the signs that were agreed and the threads that are shared, in the client’s own words', async () => {
    const { clinicId } = at.clinic;
    const by = at.maren.staffMemberId;
    const [kept, retired, shared, own, old] = Array.from({ length: 5 }, newId) as [string, string, string, string, string]; // prettier-ignore
    for (const [id, words, gone] of [
      [kept, 'Dishes pile up.', false],
      [retired, 'I drive too fast.', true],
    ] as const)
      // prettier-ignore
      await at.rows(
        `insert into early_signs (clinic_id, id, client_id, words_sealed, agreed_by, agreed_at, retired_at, version)
         values ($1, $2, $3, $4, $5, app_now(), case when $6 then app_now() end, 1)`,
        [clinicId, id, clientId, await sealed('early-sign.words', id, words), by, gone],
      );
    const scale = { low: 'a cellar', high: 'a kitchen' };
    for (const [id, name, isShared, isGone] of [
      [shared, 'Marsh', true, false],
      [own, 'Quarry', false, false],
      [old, 'Ferry', true, true],
    ] as const)
      // prettier-ignore
      await at.rows(
        `insert into threads (clinic_id, id, client_id, body_sealed, created_by, created_at, shared_at, archived_at, version)
         values ($1, $2, $3, $4, $5, app_now(), case when $6 then app_now() end, case when $7 then app_now() end, 1)`,
        [clinicId, id, clientId, await sealed('thread.body', id, JSON.stringify({ name, scale })), by, isShared, isGone],
      );
    const asked = await sent('old-returned', '2026-11-12T10:01');
    const signs = asked.choices?.find(({ id }) => id === 'early-signs');
    expect(signs?.options).toEqual([{ id: kept, label: 'Dishes pile up.' }]);
    const review = await sent('thread-review', '2026-11-14T10:01');
    expect(review.choices?.map(({ id, question }) => [id, question])).toEqual([
      [`thread:${shared}`, '“Marsh”: does this still fit?'],
    ]);
    expect(review.ratings).toMatchObject([{ id: `thread:${shared}`, ...scale }]);
  });
});
