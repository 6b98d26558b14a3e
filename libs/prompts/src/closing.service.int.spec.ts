import { ClosingService } from './closing.service.js';
import { aDueQuestion, promptOf } from './due-question.test-support.js';
import { openPromptHouse, type PromptHouse, standingPrompts } from './prompts.test-support.js';
import { SendingService } from './sending.service.js';

describe('what time closes', () => {
  let at: PromptHouse;
  let clientId: string;

  beforeAll(async () => {
    at = await openPromptHouse();
  });
  beforeEach(async () => {
    ({ clientId } = await aDueQuestion(at));
    await at.get(SendingService).send(at.worker, (await prompt()).mailing_id);
  });
  afterAll(() => at.close());

  const prompt = () => promptOf(at, clientId);
  const expire = async () => at.get(ClosingService).expire(at.worker, (await prompt()).id);
  const found = async () =>
    (
      await at.house.db.acrossClinics<{ prompt_id: string }>(
        'select prompt_id from find_prompts_to_close_across_clinics()',
      )
    ).map(({ prompt_id }) => prompt_id);

  it('leaves a prompt open for its 14 days', async () => {
    await at.setClock('2026-11-24T10:00');
    const { id } = await prompt();
    expect(await found()).not.toContain(id);
    await expire();
    expect((await prompt()).status).toBe('sent');
  });

  it('expires it then, once, and takes its nudge back', async () => {
    await at.setClock('2026-11-24T10:05');
    const { id } = await prompt();
    expect(await found()).toContain(id);
    await expire();
    const expired = await prompt();
    expect(expired.status).toBe('expired');
    await expire();
    expect(await prompt()).toEqual(expired);
    expect(await found()).not.toContain(id);
    const open = await at.rows("select 1 from mailings where prompt_id = $1 and status = 'scheduled'", [id]);
    expect(open).toHaveLength(0);
  });

  it('leaves what was answered in time as it is', async () => {
    await at.rows("update prompts set status = 'answered', closed_at = app_now() where id = $1", [
      (await prompt()).id,
    ]);
    await at.setClock('2026-11-24T10:05');
    await expire();
    expect((await prompt()).status).toBe('answered');
  });

  it('does not reach into another clinic', async () => {
    await at.setClock('2026-11-24T10:05');
    await at
      .get(ClosingService)
      .expire({ ...at.worker, clinicId: at.stranger.clinicId }, (await prompt()).id);
    expect((await prompt()).status).toBe('sent');
  });

  it('finds clients whose windows passed, and those with a live plan', async () => {
    await at.setClock('2026-11-13T12:00');
    const clients = async (finder: string) =>
      (await at.house.db.acrossClinics<{ client_id: string }>(`select client_id from ${finder}`)).map(
        (row) => row.client_id,
      );
    expect(await clients('find_clients_with_live_plans_across_clinics()')).toContain(clientId);
    const late = 'find_clients_to_reschedule_across_clinics()';
    expect(await clients(late)).toContain(clientId);
    await at.get(ClosingService).planAgain(at.worker, clientId);
    expect(await clients(late)).not.toContain(clientId);
  });

  it('moves the horizon of rhythms on', async () => {
    const rhythms = async () =>
      (await standingPrompts(at, clientId)).filter((row) => row.code === 'with-yourself').length;
    const before = await rhythms();
    await at.setClock('2026-12-31T10:00');
    await at.get(ClosingService).planAgain(at.worker, clientId);
    expect(await rhythms()).toBeGreaterThan(before);
  });
});
