import { Client } from 'pg';
import type { ClientView } from '@app/clients/client.view.js';
import { Temporal } from 'temporal-polyfill';
import type { MadeStaffMember } from '../factories/staff-member.factory.js';
import { ClientBrowser } from '../support/product/client-browser.js';
import {
  aClientWithPlan,
  aSessionJustHeld,
  promptTitled,
  THIS_EVENING,
  WHAT_STAYED,
} from '../support/product/client-with-plan.js';
import { Desk } from '../support/product/desk.js';
import { emptyQueue } from '../support/product/faults.js';
import { foundClinic } from '../support/product/founding.js';
import { type LetterBox, replyLinkIn } from '../support/product/letter-box.js';
import type { Part } from '../support/product/part.js';
import type { Product } from '../support/product/product.js';
import { waitFor } from '../support/wait-for.js';

const NUDGE = 'Still here if you like: a question from Maren';
const SNOOZED = 'You asked for this later: a question from Maren';
const REST = 'Your questions rest now';
const REST_OVER = 'The questions come again';
const STOPPED = 'You stopped these e-mails';
const OPT_IN = 'May we write to you?';
/** For something unasked, and for what the client has sent. */
const ASKED_FOR = 'The link you asked for';
const FRESH = 'Your fresh link';
const CALL = 'Someone asked for a call';
const DIGEST = 'Your day at a glance';
const SAMPLE = 'A short question for you';
const RESET = 'Your link to a new password';
const INVITE = 'You are invited to join a team';
const SENDER = 'Is this the right mailbox?';

/** What must have arrived for a scanner to have met every e-mail. */
export const EVERY_SUBJECT = [
  'A short question from Maren',
  'A short note from Maren',
  ...[NUDGE, SNOOZED, REST, REST_OVER, STOPPED, OPT_IN, ASKED_FOR, FRESH],
  ...[CALL, DIGEST, SAMPLE, RESET, INVITE, SENDER],
];

/** The morning after the Wednesday on which a product starts, and the Saturday: 10:30 am in Boise. */
const THURSDAY = Temporal.Instant.from('2026-11-05T17:30:00Z');
const SATURDAY = Temporal.Instant.from('2026-11-07T17:30:00Z');
/** The digest is looked for once a minute. */
const DIGEST_LIMIT_MS = 90_000;

/**
 * Brings about every kind of mail to a client and to staff. What takes days comes first: some links live 15 minutes.
 * No worker runs before, and none afterwards.
 */
export async function everyMail(product: Product, box: LetterBox): Promise<void> {
  const [maren, colleague] = (await foundClinic(product, [
    { roles: ['practitioner', 'admin'] },
    { name: 'Ines Halvard' },
  ])) as [MadeStaffMember, MadeStaffMember];
  const worker = await whatComesLater(product, box, maren);
  // A sign-in does not last for days.
  const desk = await Desk.signIn(product.baseUrl, maren);
  await toOneClient(product, box, desk, maren);
  await toWhoStops(product, box, desk);
  await toStaff(box, desk, maren);
  await toWhoForgot(product, box, colleague);
  await worker.stop();
}

/**
 * A nudge and what was snoozed on the next day, the staff's morning mail, and the end of a rest two days on. Gives
 * the worker that runs then.
 */
async function whatComesLater(product: Product, box: LetterBox, maren: MadeStaffMember): Promise<Part> {
  const worker = await product.startWorker();
  const desk = await Desk.signIn(product.baseUrl, maren);
  const nudged = await whoWasAsked(box, desk, 'Priya Sethi');
  const snoozes = await whoWasAsked(box, desk, 'Marcus Bell');
  const phone = new ClientBrowser(product.baseUrl);
  await phone.press(await phone.open(replyLinkIn(await box.mailTo(snoozes))), 'tomorrow');
  const { client, address: rests } = await aClientWithPlan(desk, { name: 'June Abara' });
  await desk.post(`/clients/${client.id}/rest`, { length: 'three-days' });
  await box.mailTo(rests, REST);
  await aSessionInAnHour(product, desk, client);
  await worker.stop();
  await product.setClock(THURSDAY);
  // A new worker does at once what comes once a minute, unless the queue remembers when it last did.
  await emptyQueue(product.database);
  const nextWorker = await product.startWorker();
  await box.mailTo(nudged, NUDGE);
  await box.mailTo(snoozes, SNOOZED);
  await waitFor(
    'the morning mail',
    async () => (await box.mails()).some(({ to, subject }) => to === maren.email && subject === DIGEST),
    { limitMs: DIGEST_LIMIT_MS, everyMs: 100 },
  );
  await product.setClock(SATURDAY);
  await box.mailTo(rests, REST_OVER);
  return nextWorker;
}

/** A client with a question in the mailbox; gives their address. */
async function whoWasAsked(box: LetterBox, desk: Desk, name: string): Promise<string> {
  const { client, address } = await aClientWithPlan(desk, { name });
  const { id } = promptTitled(await aSessionJustHeld(desk, client), WHAT_STAYED.title);
  await desk.post(`/prompts/${id}/dispatch`);
  await box.mailTo(address);
  return address;
}

/** Tomorrow nobody will have said whether it happened: something for the morning mail to count. */
async function aSessionInAnHour({ now }: Product, desk: Desk, { id }: ClientView): Promise<void> {
  const heldAt = now.add({ hours: 1 }).toString();
  await desk.post(`/clients/${id}/ketamine-sessions`, { heldAt, route: 'im', status: 'planned' });
}

async function toOneClient(
  product: Product,
  box: LetterBox,
  desk: Desk,
  maren: MadeStaffMember,
): Promise<void> {
  const { client, address } = await aClientWithPlan(desk);
  const prompts = await aSessionJustHeld(desk, client);
  for (const [nth, { title }] of [WHAT_STAYED, THIS_EVENING].entries()) {
    await desk.post(`/prompts/${promptTitled(prompts, title).id}/dispatch`);
    await box.mailTo(address, nth + 1);
  }
  const phone = new ClientBrowser(product.baseUrl);
  const link = replyLinkIn(await box.mailTo(address, 1));
  const page = await phone.open(link);
  await phone.press(page, 'save', { words: 'The word enough.' });
  await phone.press(page, 'call-me');
  await fetch(`${product.baseUrl}${page.path}/fresh-link`, { method: 'POST', body: new URLSearchParams() });
  await box.mailTo(maren.email, CALL);
  await box.mailTo(address, FRESH);
  // Its subject is that of the link for something unasked: nothing of the mail tells them apart.
  const pace = await phone.open(`${link}/pace`);
  const asking = pace.html.slice(pace.html.search(/<form[^>]*words-link/));
  await phone.press({ ...pace, html: asking }, '');
  await box.mailTo(address, ASKED_FOR);
  await phone.press(await phone.open(`${link}/pace`), 'rest-week');
  await box.mailTo(address, REST);
  await fetch(`${product.baseUrl}/c/${await aSlug(product)}`, {
    method: 'POST',
    body: new URLSearchParams({ email: address }),
  });
  await waitFor('both links', async () => (await linksAskedFor(box, address)) === 2, { limitMs: 20_000 });
}

async function linksAskedFor(box: LetterBox, address: string): Promise<number> {
  return (await box.mails()).filter(({ to, subject }) => to === address && subject === ASKED_FOR).length;
}

/** The address under which the clinic's clients may leave something unasked. */
async function aSlug({ database }: Product): Promise<string> {
  const admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
  await admin.query("update clinics set slug = 'fernhollow'");
  await admin.end();
  return 'fernhollow';
}

/** Somebody else: whoever stops closes what they were asked. */
async function toWhoStops(product: Product, box: LetterBox, desk: Desk): Promise<void> {
  const address = await whoWasAsked(box, desk, 'Teodor Lanz');
  const phone = new ClientBrowser(product.baseUrl);
  const link = replyLinkIn(await box.mailTo(address));
  await phone.press(await phone.open(`${link}/pace`), 'stop');
  const stopped = await box.mailTo(address, STOPPED);
  await phone.press(await phone.open(replyLinkIn(stopped)), 'start-again');
  await box.mailTo(address, OPT_IN);
}

async function toStaff(box: LetterBox, desk: Desk, maren: MadeStaffMember): Promise<void> {
  const [location] = await desk.list<{ id: string }>('/locations');
  const email = 'sol.ferrin@fernhollow.example';
  const roles = ['practitioner'];
  await desk.post('/invitations', { email, name: 'Sol Ferrin', roles, locationId: location!.id });
  await box.mailTo(email, INVITE);
  const { replyTo } = await desk.get<{ replyTo: string }>('/clinic/sender');
  await desk.post('/clinic/sender/verification', {}, 202);
  await box.mailTo(replyTo, SENDER);
  await desk.post('/clinic/test-mail', {}, 202);
  await box.mailTo(maren.email, SAMPLE);
}

async function toWhoForgot(product: Product, box: LetterBox, { email }: MadeStaffMember): Promise<void> {
  await fetch(`${product.baseUrl}/api/password-resets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-throughline': '1' },
    body: JSON.stringify({ email }),
  });
  await box.mailTo(email, RESET);
}
