import { SessionCourseService } from '@app/course/session-course.service.js';
import { aClient } from '../../../test/factories/client.factory.js';
import { aKetamineSession } from '../../../test/factories/ketamine-session.factory.js';
import { aPlan } from '../../../test/factories/plan.factory.js';
import {
  boise,
  type PromptHouse,
  standingPrompts,
  type StandingPrompt,
  ZONE,
} from './prompts.test-support.js';

/** Tuesday 10 November, 10:01 in Boise: "what stayed?" is due, of the session on Monday the 9th. */
export const DUE = '2026-11-10T10:01';

/** One more client of Maren's, whose first question is due now. Nothing was mailed yet. */
export async function aDueQuestion(at: PromptHouse): Promise<{ clientId: string; sessionId: string }> {
  at.farEnd.forget();
  await at.setClock('2026-11-02T10:00');
  const { id: clientId } = await aClient(at.house, { by: at.maren, timeZone: ZONE });
  const heldAt = boise('2026-11-09T14:00');
  const { id: sessionId } = await aKetamineSession(at.house, { by: at.maren, clientId, heldAt });
  await aPlan(at.house, { by: at.maren, clientId });
  await at.setClock('2026-11-09T15:00');
  await at.get(SessionCourseService).completeSession(at.maren, sessionId);
  await at.setClock(DUE);
  return { clientId, sessionId };
}

/** Their prompt with this code. */
export async function promptOf(
  at: Pick<PromptHouse, 'rows'>,
  clientId: string,
  code = 'what-stayed',
): Promise<StandingPrompt> {
  return (await standingPrompts(at, clientId)).find((row) => row.code === code)!;
}
