import type { PlanStepDraft } from '@app/plans/plan-draft.types.js';
import { PlansService } from '@app/plans/plans.service.js';
import { PromptTemplatesService } from '@app/plans/prompt-templates.service.js';
import {
  boise,
  openPromptHouse,
  type PromptHouse,
  standingPrompts,
  ZONE,
} from '@app/prompts/prompts.test-support.js';
import { SendingService } from '@app/prompts/sending.service.js';
import { aClient } from '../../../test/factories/client.factory.js';
import { aKetamineSession } from '../../../test/factories/ketamine-session.factory.js';
import { aPlan } from '../../../test/factories/plan.factory.js';
import { PlanEditingService } from './plan-editing.service.js';
import { type PlanTrial, PlanPreviewService } from './plan-preview.service.js';

/** Monday the 2nd at ten; the session was on Sunday at two. */
const TODAY = '2026-11-02T10:00';

describe('editing a live plan', () => {
  let at: PromptHouse;
  let clientId: string;
  let planId: string;
  let steps: (PlanStepDraft & { title: string })[];

  beforeAll(async () => {
    at = await openPromptHouse();
  });
  beforeEach(async () => {
    await at.setClock(TODAY);
    const by = at.maren;
    clientId = (await aClient(at.house, { by, timeZone: ZONE })).id;
    await aKetamineSession(at.house, {
      by,
      clientId,
      status: 'completed',
      heldAt: boise('2026-11-01T14:00'),
    });
    await at.setClock('2026-11-02T09:00');
    const plan = await aPlan(at.house, { by, clientId });
    await at.setClock(TODAY);
    planId = plan.id;
    steps = plan.steps;
  });
  afterAll(() => at.close());

  const replace = (
    edited: readonly (PlanStepDraft & { title?: string })[],
    { version = 1, by = at.maren } = {},
  ) =>
    at.get(PlanEditingService).replaceSteps(by, planId, {
      version,
      steps: edited.map(({ title: _title, ...step }) => step),
    });
  const without = (title: string) => steps.filter((step) => step.title !== title);
  const preview = (trial: PlanTrial) => at.get(PlanPreviewService).preview(at.maren, clientId, trial);
  const prompt = async (code: string) =>
    (await standingPrompts(at, clientId)).find((row) => row.code === code);
  const changes = async (trial: PlanTrial) =>
    (await preview(trial)).rows
      .filter(({ change }) => change !== 'none')
      .map(({ title, change, stepIndex }) => [title, change, stepIndex]);

  it('is live at once, and says when it was changed', async () => {
    const plan = await replace(without('One small shift'));
    expect(plan).toMatchObject({
      id: planId,
      version: 2,
      status: 'live',
      changedAt: expect.stringContaining('2026-11-02'),
    });
    expect(plan.steps.map(({ stepId }) => stepId)).toEqual(
      without('One small shift').map(({ stepId }) => stepId),
    );
  });

  it('withdraws the unsent prompts of a step that is taken out, and its step stays for what it sent', async () => {
    expect(await prompt('small-shift')).toMatchObject({ status: 'scheduled', mailing: 'scheduled' });
    await replace(without('One small shift'));
    expect(await prompt('small-shift')).toMatchObject({ status: 'withdrawn', mailing: 'withdrawn' });
    const rows = await at.rows('select 1 from plan_steps where plan_id = $1 and removed_at is not null', [
      planId,
    ]);
    expect(rows).toHaveLength(1);
    const { items } = await at.get(PlansService).list(at.maren, clientId, { limit: 10 });
    expect(items[0]!.steps).toHaveLength(steps.length - 1);
  });

  it('takes unsent prompts along to another template, its open days and what it is, and leaves what was sent', async () => {
    const sent = (await prompt('what-stayed'))!;
    await at.setClock('2026-11-02T10:05');
    await at.get(SendingService).send(at.worker, sent.mailing_id);
    const swapped = steps.map((step) =>
      step.title === 'One small shift' || step.title === 'What stayed'
        ? { ...step, prompt: { template: 'nothing-needed' }, openDays: 3 }
        : step,
    );
    const before = (await prompt('small-shift'))!;
    await replace(swapped);
    const [row] = await at.rows<object>(
      'select template_code, open_days, informs, priority from prompts where id = $1',
      [before.id],
    );
    expect(row).toEqual({
      template_code: 'nothing-needed',
      open_days: 3,
      informs: true,
      priority: 'safety-check',
    });
    expect(await prompt('what-stayed')).toMatchObject({
      id: sent.id,
      status: 'sent',
      version: sent.version + 1,
    });
  });

  it('keeps a prompt open as long as its step says', async () => {
    const days = 5;
    await replace(steps.map((step) => (step.title === 'What stayed' ? { ...step, openDays: days } : step)));
    await at.setClock('2026-11-02T10:05');
    await at.get(SendingService).send(at.worker, (await prompt('what-stayed'))!.mailing_id);
    const { closes_at: closesAt } = (await prompt('what-stayed'))!;
    const openFor = closesAt!.getTime() - boise('2026-11-02T10:05').epochMilliseconds;
    expect(Math.round(openFor / 3_600_000)).toBe(days * 24);
  });

  it('asks the clinic’s own prompts, in the version that was meant', async () => {
    const content = { title: 'Ours', question: 'How was the walk?', hint: '', checkIns: [], chips: [] };
    const library = at.get(PromptTemplatesService);
    const { id } = await library.add(at.maren, { content });
    await library.publish(at.maren, id, {
      version: 1,
      content: { ...content, question: 'And the next walk?' },
    });
    const ours = (number?: number) =>
      steps.map((step) =>
        step.title === 'What stayed'
          ? { ...step, prompt: { template: id, ...(number && { number }) } }
          : step,
      );
    expect((await replace(ours(1))).steps[4]).toMatchObject({
      title: 'Ours',
      content: { question: 'How was the walk?' },
    });
    expect((await replace(ours(), { version: 2 })).steps[4]).toMatchObject({
      prompt: { template: id, number: 2 },
    });
    await at.setClock('2026-11-02T10:05');
    await at.get(SendingService).send(at.worker, (await prompt(id))!.mailing_id);
    expect(at.farEnd.mails).not.toHaveLength(0);
    await library.setArchived(at.maren, id, { version: 2, archived: true });
    await expect(replace(ours(2), { version: 3 })).resolves.toMatchObject({ version: 4 });
    const elsewhere = [...ours(2), { ...ours(2)[4]!, stepId: undefined, days: 9 }];
    await expect(replace(elsewhere, { version: 4 })).resolves.toMatchObject({ version: 5 });
    await replace(without('What stayed'), { version: 5 });
    await expect(replace([{ ...ours(2)[4]!, stepId: undefined }], { version: 6 })).rejects.toMatchObject({
      errors: [{ field: 'steps.0.prompt.template', code: 'templateArchived' }],
    });
  });

  it('is refused when somebody else was quicker, for an ended plan, and for steps that are none', async () => {
    await expect(replace(steps, { version: 2 })).rejects.toMatchObject({
      status: 409,
      code: 'conflict-version',
    });
    const stray = [{ ...steps[0]!, stepId: crypto.randomUUID() }];
    await expect(replace(stray)).rejects.toMatchObject({ errors: [{ field: 'steps.0.stepId' }] });
    const unknown = [{ ...steps[0]!, prompt: { template: 'constructor' } }];
    await expect(replace(unknown)).rejects.toMatchObject({ errors: [{ field: 'steps.0.prompt.template' }] });
    await aPlan(at.house, { by: at.maren, clientId });
    await expect(replace(steps, { version: 2 })).rejects.toMatchObject({ status: 409, code: 'plan-ended' });
  });

  it('is nobody’s but the care team’s', async () => {
    for (const by of [at.ines, at.stranger]) {
      await expect(replace(steps, { by })).rejects.toMatchObject({ status: 404 });
      const seen = at.get(PlanPreviewService).preview(by, clientId, { planId });
      await expect(seen).rejects.toMatchObject({ status: 404 });
    }
  });

  it('waits until the clinic is ready, and says what is missing', async () => {
    await at.rows('update clinics set reading_days = $2 where clinic_id = $1', [at.clinic.clinicId, []]);
    try {
      const missing = {
        status: 409,
        code: 'clinic-not-ready',
        errors: [{ field: 'reading-days', code: 'missing', params: {} }],
      };
      await expect(replace(steps)).rejects.toMatchObject(missing);
      await expect(aPlan(at.house, { by: at.maren, clientId })).rejects.toMatchObject(missing);
      expect((await preview({})).missing).toEqual(['reading-days']);
    } finally {
      await at.rows('update clinics set reading_days = $2 where clinic_id = $1', [
        at.clinic.clinicId,
        [1, 3, 5],
      ]);
    }
  });

  describe('tried out', () => {
    it('shows no change where nothing is changed, on both clocks, and about how much there is to read', async () => {
      const shown = await preview({ planId });
      expect(shown).toMatchObject({ until: '2027-01-01', timeZone: ZONE, missing: [] });
      expect(
        shown.rows.every(({ change, promptId, version }) => change === 'none' && promptId && version),
      ).toBe(true);
      expect(shown.rows[0]).toMatchObject({
        title: 'What stayed',
        stepIndex: 4,
        localText: 'Mon 2 Nov, 10:00 am',
      });
      expect(shown.minutesAWeek).toBeGreaterThan(0);
    });

    it('marks what comes, what moves and what goes', async () => {
      const fresh = {
        prompt: { template: 'took-a-pause' },
        anchor: 'latest-session' as const,
        days: 5,
        localTime: '11:00',
        latenessHours: 24,
        slowestPace: 'gentle' as const,
      };
      const edited = [
        ...without('One small shift').map((step) =>
          step.title === 'Where it holds' ? { ...step, localTime: '17:00' } : step,
        ),
        fresh,
      ].map(({ title: _title, ...step }: PlanStepDraft & { title?: string }) => step);
      expect(await changes({ planId, steps: edited })).toEqual([
        ['A pause', 'added', steps.length - 1],
        ['One small shift', 'removed', null],
        ['Where it holds', 'changed', expect.any(Number)],
      ]);
    });

    it('shows a slower pace as what it leaves out', async () => {
      const left = await changes({ planId, pace: 'gentle' });
      expect(left.map(([, change]) => change)).not.toContain('added');
      expect(left).toContainEqual(['What keeps coming back', 'removed', null]);
    });

    it('shows what was sent beside what comes, and never as a change', async () => {
      await at.setClock('2026-11-02T10:05');
      await at.get(SendingService).send(at.worker, (await prompt('what-stayed'))!.mailing_id);
      const { rows } = await preview({ planId, steps: [] });
      expect(rows[0]).toMatchObject({
        title: 'What stayed',
        status: 'sent',
        change: 'none',
        stepIndex: null,
      });
      expect(rows[0]!.sentAt).not.toBeNull();
      expect(rows.slice(1).every(({ change }) => change === 'removed')).toBe(true);
    });

    it('writes nothing', async () => {
      const everything = () =>
        Promise.all(
          ['integration_plans', 'plan_steps', 'prompts', 'mailings', 'clients'].map((table) =>
            at.rows(
              `select t.xmin::text as written, t.* from ${table} t where clinic_id = $1 order by 2, 3, 4`,
              [at.clinic.clinicId],
            ),
          ),
        );
      const before = await everything();
      await preview({ template: 'maintenance' });
      await preview({ planId, steps: [], pace: 'often' });
      expect(await everything()).toEqual(before);
    });
  });
});
