import type { TodayView } from '@app/briefs/today.view.js';
import type { ClientView } from '@app/clients/client.view.js';
import { promptTemplate } from '@app/plans/prompt-templates.data.js';
import type { PromptView } from '@app/prompts/prompt.view.js';
import { Temporal } from 'temporal-polyfill';
import type { Desk } from './desk.js';

/** What `steady` asks on the morning after a ketamine session. */
export const WHAT_STAYED = promptTemplate('what-stayed', 1);
export const THIS_EVENING = promptTemplate('evening-help', 1);

let made = 0;

/** A client as a practitioner adds one, with consent to e-mail, and the plan `steady` live; no session yet. */
export async function aClientWithPlan(
  desk: Desk,
  wishes: { name?: string } = {},
): Promise<{ client: ClientView; address: string }> {
  made += 1;
  const address = `client-${made}@ellis.example`;
  const client = await desk.post<ClientView>('/clients', {
    name: 'Rowan Ellis',
    email: address,
    phone: '+1 208 555 0177',
    timeZone: 'America/Boise',
    emailConsent: { givenOn: '2026-10-05', how: 'on paper, at the first visit' },
    ...wishes,
  });
  await desk.post(`/clients/${client.id}/plans`, { template: 'steady', number: 2 });
  return { client, address };
}

/** Records a ketamine session that was completed two hours ago. Gives the prompts that follow. */
export async function aSessionJustHeld(desk: Desk, { id }: ClientView): Promise<PromptView[]> {
  const { now } = await desk.get<TodayView>('/today');
  const heldAt = Temporal.Instant.from(now).subtract({ hours: 2 }).toString();
  await desk.post(`/clients/${id}/ketamine-sessions`, { heldAt, route: 'im', status: 'completed' });
  return desk.list<PromptView>(`/clients/${id}/prompts`);
}

/** @throws TypeError when there is none by that title */
export function promptTitled(prompts: readonly PromptView[], title: string): PromptView {
  const found = prompts.find((prompt) => prompt.title === title);
  if (!found) throw new TypeError(`no prompt “${title}”`);
  return found;
}
