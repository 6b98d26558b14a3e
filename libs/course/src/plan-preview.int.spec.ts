import { Temporal } from 'temporal-polyfill';
import type { PlanStepDraft } from '@app/plans/plan-draft.types.js';
import type { PlanView } from '@app/plans/plan.view.js';
import { openPromptHouse, type PromptHouse, standingPrompts } from '@app/prompts/prompts.test-support.js';
import { PromptsService } from '@app/prompts/prompts.service.js';
import { SendingService } from '@app/prompts/sending.service.js';
import { anAppointment } from '../../../test/factories/appointment.factory.js';
import { aClient } from '../../../test/factories/client.factory.js';
import { aKetamineSession } from '../../../test/factories/ketamine-session.factory.js';
import { aPlan } from '../../../test/factories/plan.factory.js';
import { rostersOf } from '../../../test/factories/rosters.factory.js';
import { PlanEditingService } from './plan-editing.service.js';
import { PlanPreviewService } from './plan-preview.service.js';
import type { PreviewRowView } from './plan-preview.view.js';

/** Zone, which way its clocks go, and the day: both changes of a year in four zones, one of them without any. */
const CHANGES = [
  ['America/Boise', 'back', '2026-11-01'],
  ['America/Boise', 'forward', '2027-03-14'],
  ['Europe/Berlin', 'back', '2026-10-25'],
  ['Europe/Berlin', 'forward', '2027-03-28'],
  ['Australia/Lord_Howe', 'forward', '2026-10-04'],
  ['Australia/Lord_Howe', 'back', '2027-04-04'],
  ['Asia/Kolkata', 'nowhere', '2026-11-01'],
  ['Asia/Kolkata', 'nowhere', '2027-03-14'],
] as const;

/** In an hour that is skipped, and in one that comes twice, in each of the zones that change. */
const AT_THE_CHANGE = ['02:15', '01:45'];
const TOLD = { back: 'clock-change-twice', forward: 'clock-change', nowhere: null } as const;

type Told = Pick<PreviewRowView, 'title' | 'status' | 'sendAt' | 'localText'> & { reasons: string[] };

describe('what the preview shows', () => {
  let at: PromptHouse;
  let previews: PlanPreviewService;

  beforeAll(async () => {
    at = await openPromptHouse();
    previews = at.get(PlanPreviewService);
    const people = { responderId: at.maren.staffMemberId, backupId: at.ines.staffMemberId };
    await rostersOf(at.house, { clinic: at.clinic, ...people });
  });
  afterAll(() => at.close());

  describe.each(CHANGES)('in %s, where the clocks go %s on %s', (timeZone, direction, day) => {
    let clientId: string;
    const moment = (days: number, time: string) =>
      Temporal.PlainDate.from(day).add({ days }).toZonedDateTime({ timeZone, plainTime: time }).toInstant();

    beforeEach(async () => {
      await at.clock.set(moment(-6, '09:00'));
      const by = at.maren;
      const quietHours = { from: '12:00', to: '14:00' };
      clientId = (await aClient(at.house, { by, timeZone, quietHours })).id;
      await aKetamineSession(at.house, { by, clientId, status: 'completed', heldAt: moment(-7, '14:00') });
      await aKetamineSession(at.house, { by, clientId, heldAt: moment(25, '10:00') });
      await anAppointment(at.house, { by, clientId, startsAt: moment(2, '09:00') });
    });

    it('of a template is what stands in the rows once it is live', async () => {
      const { rows } = await previews.preview(at.maren, clientId, { template: 'steady' });
      await aPlan(at.house, { by: at.maren, clientId, number: 3 });
      expect(rows.length).toBeGreaterThan(8);
      expect(told(rows)).toEqual(await standing(at, clientId));
    });

    it('of edited steps is what stands in the rows, and then what is sent, to the minute and word for word', async () => {
      const plan = await aPlan(at.house, { by: at.maren, clientId });
      const steps = edited(plan);
      const { rows } = await previews.preview(at.maren, clientId, { planId: plan.id, steps });
      await at.get(PlanEditingService).replaceSteps(at.maren, plan.id, { version: 1, steps });
      const shown = rows.filter(({ change }) => change !== 'removed');
      expect(told(shown)).toEqual(await standing(at, clientId));
      const codes = shown.flatMap(({ reasons }) => reasons.map(({ code }) => code));
      if (TOLD[direction]) expect(codes).toContain(TOLD[direction]);
      else expect(codes.filter((code) => code.startsWith('clock'))).toEqual([]);

      const sent = await sendAll(at, clientId, moment(20, '00:00'));
      expect(sent.length).toBeGreaterThan(5);
      for (const { id, minute } of sent) {
        const row = (await at.get(PromptsService).list(at.maren, clientId, { limit: 200 })).items.find(
          (one) => one.id === id,
        )!;
        const was = shown.find(({ title, sendAt }) => title === row.title && sendAt === row.sendAt);
        expect(was && told([was])).toEqual([{ ...told([row])[0], status: 'scheduled' }]);
        expect(minute).toBe(row.sendAt.slice(0, 16));
      }
    });
  });
});

/** Everything that was taken to the client, as staff read it, without what was taken back. */
async function standing(at: PromptHouse, clientId: string): Promise<Told[]> {
  const { items } = await at.get(PromptsService).list(at.maren, clientId, { limit: 200 });
  return told(items.filter(({ status }) => status !== 'withdrawn'));
}

function told(rows: readonly (Omit<Told, 'reasons'> & { reasons: readonly { text: string }[] })[]): Told[] {
  return rows
    .map(({ title, status, sendAt, localText, reasons }) => ({
      title,
      status,
      sendAt,
      localText,
      reasons: reasons.map(({ text }) => text),
    }))
    .sort((a, b) => (a.sendAt + a.title < b.sendAt + b.title ? -1 : 1));
}

/** One step taken out, one at another time, one with another prompt, and two at the hour of the change. */
function edited({ steps }: PlanView): PlanStepDraft[] {
  const kept = steps
    .filter(({ title }) => title !== 'With yourself')
    .map(({ title, ...step }): PlanStepDraft => {
      if (title === 'What keeps coming back') return { ...step, prompt: { template: 'was-frightening' } };
      return title === 'Has life taken over?' ? { ...step, localTime: '13:00', openDays: 5 } : step;
    });
  const fresh = AT_THE_CHANGE.map((localTime): PlanStepDraft => ({
    prompt: { template: 'took-a-pause' },
    anchor: 'latest-session',
    days: 7,
    localTime,
    latenessHours: 72,
    slowestPace: 'gentle',
  }));
  return [...fresh, ...kept];
}

/** Lives on until `end`: the clock goes to each prompt's time, and it is sent. */
async function sendAll(
  at: PromptHouse,
  clientId: string,
  end: Temporal.Instant,
): Promise<{ id: string; minute: string }[]> {
  const sent: { id: string; minute: string }[] = [];
  for (;;) {
    const next = (await standingPrompts(at, clientId)).find(({ status }) => status === 'scheduled');
    if (!next || next.send_at.getTime() >= end.epochMilliseconds) return sent;
    await at.clock.set(Temporal.Instant.fromEpochMilliseconds(next.send_at.getTime() + 1_000));
    await at.get(SendingService).send(at.worker, next.mailing_id);
    const [row] = await at.rows<{ sent_at: Date }>('select sent_at from prompts where id = $1', [next.id]);
    sent.push({ id: next.id, minute: row!.sent_at.toISOString().slice(0, 16) });
  }
}
