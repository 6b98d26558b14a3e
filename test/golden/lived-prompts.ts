import type { AskedQuestion } from '@app/plans/prompt-template.types.js';
import { say } from '@app/design/words/say.js';
import { newestMeasure } from '@app/measures/measures.data.js';
import { promptTemplate } from '@app/plans/prompt-templates.data.js';
import { type AgreedSign, withExtras } from '@app/prompts/asked-extras.js';
import { newId } from '@app/platform/ids/ids.js';
import type { PromptHouse } from '@app/prompts/prompts.test-support.js';
import type { Answer } from '@app/reflections/answer.types.js';
import { GOLDEN_ZONE, instantOn, localOn, OPEN_DAYS, SENT_AT } from './golden-clock.js';
import type { GoldenAnswer } from './golden.types.js';

/** Beneath the prompts of a golden client: a plan that has ended, so that it plans nothing of its own. */
export interface GoldenPlan {
  clientId: string;
  planId: string;
  stepId: string;
}

export async function aGoldenPlan(at: PromptHouse, clientId: string): Promise<GoldenPlan> {
  const [planId, stepId] = [newId(), newId()];
  const { clinicId } = at.clinic;
  await at.rows(
    `insert into integration_plans (clinic_id, id, client_id, template_code, template_version, status, live_from, ended_at, version)
     values ($1, $2, $3, 'steady', 1, 'ended', '2026-08-01T12:00Z', '2026-08-01T12:01Z', 1)`,
    [clinicId, planId, clientId],
  );
  await at.rows(
    `insert into plan_steps (clinic_id, plan_id, id, client_id, position, prompt_template_code, prompt_template_version, spec)
     values ($1, $2, $3, $4, 1, 'keeps-coming-back', 1, '{}')`,
    [clinicId, planId, stepId, clientId],
  );
  return { clientId, planId, stepId };
}

/** A prompt as it stands once its e-mail has left at ten: in no other way does a course depend on the schedule. */
export async function aSentPrompt(at: PromptHouse, plan: GoldenPlan, sentOn: number): Promise<SentPrompt> {
  const [promptId, mailingId] = [newId(), newId()];
  const { clinicId } = at.clinic;
  const sentAt = instantOn(sentOn, SENT_AT);
  const closesAt = sentAt.toZonedDateTimeISO(GOLDEN_ZONE).add({ days: OPEN_DAYS }).toInstant();
  await at.rows(
    `insert into prompts (clinic_id, id, client_id, plan_id, step_id, anchor_id, occurrence, template_code,
       template_version, status, held, priority, nominal_at, send_at, send_until, limit_at, local_time, reasons,
       sent_at, closes_at, version)
     values ($1, $2, $3, $4, $5, $2, 0, 'keeps-coming-back', 1, 'sent', false, 'arc', $6, $6, $7, $7, $8, '[]',
       $6, $7, 1)`,
    [
      clinicId,
      promptId,
      plan.clientId,
      plan.planId,
      plan.stepId,
      ...[sentAt, closesAt].map(String),
      localOn(sentOn, SENT_AT),
    ],
  );
  await at.rows(
    `insert into mailings (clinic_id, id, client_id, prompt_id, kind, status, send_at, send_until, counts_for_day,
       message_id, attempts, retried, sent_at)
     values ($1, $2, $3, $4, 'first', 'sent', $5, $6, false, $7, 1, false, $5)`,
    [
      clinicId,
      mailingId,
      plan.clientId,
      promptId,
      String(sentAt),
      String(closesAt),
      `<${mailingId}@throughline.example>`,
    ],
  );
  return { promptId, mailingId };
}

export interface SentPrompt {
  promptId: string;
  mailingId: string;
}

/** The mail server says that it could not be delivered. */
export async function bounce(at: PromptHouse, clientId: string, { mailingId }: SentPrompt): Promise<void> {
  await at.rows(
    `insert into delivery_events (clinic_id, id, client_id, mailing_id, kind, status_code, at)
     values ($1, $2, $3, $4, 'bounced', '5.1.1', app_now())`,
    [at.clinic.clinicId, newId(), clientId, mailingId],
  );
}

/** What is asked, so that everything of the answer was asked. */
export function askedFor(answer: GoldenAnswer, signs: readonly AgreedSign[]): AskedQuestion {
  const asksBack = answer.returned !== undefined || answer.signs !== undefined;
  const content = asksBack ? promptTemplate('old-returned', 2) : promptTemplate('keeps-coming-back', 1);
  const { title, question, hint, chips, choices } = content;
  const asked: AskedQuestion = {
    ...{ title, question, hint, chips },
    checkIns: ['ease', 'energy', 'sleep', 'crowded'],
    ...(choices && { choices }),
    ...(asksBack && { asksEarlySigns: true as const }),
    ...(answer.safetySigns && { safetyCheck: true as const }),
    ...(answer.measure && {
      measure: { code: answer.measure.code, version: newestMeasure(answer.measure.code)!.version },
    }),
  };
  return withExtras(asked, { signs, threads: [] }, say);
}

/** What the client's page posts for it. */
export function answerOf(answer: GoldenAnswer, signs: readonly AgreedSign[]): Answer {
  const { ease, energy, sleep, crowded, returned, measure, feelsSafe, safetySigns, shift } = answer;
  const choices = {
    ...(returned && { returned: [returned] }),
    ...(answer.signs && { 'early-signs': answer.signs.map((sign) => signs[sign - 1]!.id) }),
  };
  return {
    words: answer.words ?? '',
    checkIns: {
      ...(ease && { ease }),
      ...(energy && { energy }),
      ...(sleep && { sleep }),
      ...(crowded && { crowded }),
    },
    chips: answer.chips ?? [],
    choices,
    ...(measure && { measure: measure.items }),
    ...(feelsSafe && { feelsSafe }),
    ...(safetySigns && { safetySigns }),
    ...(shift && { shift }),
  };
}
