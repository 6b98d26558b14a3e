import type { Page } from 'playwright-core';
import type { ClientView } from '@app/clients/client.view.js';
import type { PromptView } from '@app/prompts/prompt.view.js';
import type { ReflectionView } from '@app/reflections/reflection.view.js';
import type { FlagView } from '@app/safety/flag.view.js';
import type { AppointmentView } from '@app/sessions/appointment.view.js';
import type { ThreadView } from '@app/threads/thread.view.js';
import { aClientWithPlan, aSessionJustHeld } from '../support/product/client-with-plan.js';
import { ClientBrowser } from '../support/product/client-browser.js';
import { replyLinkIn } from '../support/product/letter-box.js';
import { WEDNESDAY_NOON } from '../support/product/product.js';
import { BrowserCase } from './browser-case.js';
import { waitFor } from '../support/wait-for.js';

/** What Rowan sent since the last call, in this order. The first was read. */
export const WORDS = [
  'Relief, mostly. Like somebody turned down a radio. I cried in the car and it was not sad.',
  'Mum rang. The guilt thing started, the usual one. I noticed it about three sentences in.\n\nI said I would call back.',
  'Work is loud again 🌾. I would like to talk about the garden.',
] as const;
export const INSIGHT = 'Like somebody turned down a radio.';
export const THREAD = 'Guilt with Mum';
/** Half an hour ahead. */
const STARTS_AT = WEDNESDAY_NOON.add({ minutes: 30 }).toString();

/** A therapist half an hour before a call: the client wrote, a thread has begun, somebody else asked to be called. */
export class TherapistWorld {
  private constructor(
    readonly the: BrowserCase,
    readonly rowan: ClientView,
    readonly appointmentId: string,
  ) {}

  static async open(): Promise<TherapistWorld> {
    const the = await BrowserCase.open();
    const { client: rowan } = await sentBy(the, 'Rowan Ellis', WORDS);
    const { desk } = the;
    const ago = { startsAt: WEDNESDAY_NOON.subtract({ hours: 49 }).toString(), minutes: 50 };
    const last = await desk.post<AppointmentView>(`/clients/${rowan.id}/appointments`, ago);
    await desk.put(`/appointments/${last.id}/closing-note`, {
      version: last.version,
      text: 'Notice when the guilt starts. No need to change anything yet.',
    });
    const next = { startsAt: STARTS_AT, minutes: 50 };
    const call = await desk.post<AppointmentView>(`/clients/${rowan.id}/appointments`, next);
    const world = new TherapistWorld(the, rowan, call.id);
    await world.beginThread();
    const teodor = await sentBy(the, 'Teodor Lanz', ['It was a hard night.']);
    await teodor.phone.press(teodor.thanks, 'call-me');
    return world;
  }

  /** As the API knows them: oldest first. */
  async reflections(): Promise<ReflectionView[]> {
    const all = await this.the.desk.list<ReflectionView>(`/clients/${this.rowan.id}/reflections`);
    return WORDS.map((words) => all.find((each) => each.words === words)!);
  }

  async thread(): Promise<ThreadView> {
    return (await this.the.desk.list<ThreadView>(`/clients/${this.rowan.id}/threads`))[0]!;
  }

  openFlags(): Promise<FlagView[]> {
    return this.the.desk.list<FlagView>('/safety-flags?state=open');
  }

  /** Signs in without touching the mouse. A recovery code: one of an authenticator is taken once in 30 seconds. */
  async signInByKeys(page: Page): Promise<void> {
    const { email, password, recoveryCodes } = this.the.maren;
    await page.goto(this.the.product.baseUrl);
    await tabTo(page, 'E-mail address');
    await page.keyboard.type(email);
    await tabTo(page, 'Password');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.locator('[name=code]:focus').waitFor();
    await tabTo(page, 'Use a recovery code instead');
    await page.keyboard.press('Enter');
    await page.getByLabel('Recovery code', { exact: true }).and(page.locator(':focus')).waitFor();
    await page.keyboard.type(recoveryCodes.shift()!);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/today');
    await page.locator('.next').waitFor();
  }

  close(): Promise<void> {
    return this.the.close();
  }

  /** What was sent first was read on the day, and is what a thread began with. */
  private async beginThread(): Promise<void> {
    const { desk } = this.the;
    const first = (await this.reflections())[0]!;
    await desk.post(`/reflections/${first.id}/reading`);
    const thread = await desk.post<ThreadView>(`/clients/${this.rowan.id}/threads`, { name: THREAD });
    const from = WORDS[0].indexOf(INSIGHT);
    const span = { reflectionId: first.id, from, to: from + INSIGHT.length, quote: INSIGHT };
    await desk.post(`/threads/${thread.id}/stages`, {
      version: thread.version,
      stage: 'insight',
      evidence: [span],
    });
  }
}

/** Presses Tab until what is in focus has this name. */
export async function tabTo(page: Page, name: string | RegExp, { back = false } = {}): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 90; presses += 1) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    const now = await nameInFocus(page);
    if (typeof name === 'string' ? now === name : name.test(now)) return;
    seen.push(now);
  }
  throw new Error(`Tab never came to ${name}, but to: ${seen.join(' | ')}`);
}

/** The label or the text of what is in focus, without the key cap beside it. */
export const nameInFocus = (page: Page): Promise<string> => page.evaluate<string>(NAME_IN_FOCUS);

const NAME_IN_FOCUS = `(() => {
  const at = document.activeElement.cloneNode(true);
  at.querySelectorAll('kbd').forEach((cap) => cap.remove());
  const label = document.activeElement.labels?.[0]?.textContent ?? at.getAttribute('aria-label');
  return (label ?? at.textContent).replace(/\\s+/g, ' ').trim();
})()`;

/** A client who was sent a question for each of these and answered it. */
async function sentBy(the: BrowserCase, name: string, answers: readonly string[]) {
  const { client, address } = await aClientWithPlan(the.desk, { name });
  const prompts = (await aSessionJustHeld(the.desk, client)).filter(isQuestion);
  const phone = new ClientBrowser(the.product.baseUrl);
  let thanks = await phone.open('/');
  for (const [i, words] of answers.entries()) {
    await the.desk.post(`/prompts/${prompts[i]!.id}/dispatch`);
    const page = await phone.open(replyLinkIn(await the.box.mailTo(address, i + 1)));
    // What they chose of the chips under the first question is apart from what staff make of it.
    thanks = await phone.press(page, 'send', { words, ...(i === 0 && { chips: 'C1' }) });
    expect(thanks.html).toContain('It’s with Maren now.');
  }
  return { client, phone, thanks };
}

const isQuestion = ({ status, question }: PromptView) => status === 'scheduled' && question !== null;

/** The focus is given back a moment after a dialog has gone, and a key is answered a moment after it was pressed. */
export async function focusIsOn(page: Page, name: string | RegExp): Promise<void> {
  const isIt = (now: string) => (typeof name === 'string' ? now === name : name.test(now));
  await waitFor(`the focus on “${String(name)}”`, async () => isIt(await nameInFocus(page)));
}
