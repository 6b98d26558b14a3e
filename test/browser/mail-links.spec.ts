import { Client } from 'pg';
import type { Page } from 'playwright-core';
import type { CaughtMail } from '@app/platform/mail/caught-mail.js';
import type { MadeStaffMember } from '../factories/staff-member.factory.js';
import { describeWithChromium, launchChromium } from '../support/chromium.js';
import { ClientBrowser } from '../support/product/client-browser.js';
import {
  aClientWithPlan,
  aSessionJustHeld,
  promptTitled,
  THIS_EVENING,
  WHAT_STAYED,
} from '../support/product/client-with-plan.js';
import { Desk } from '../support/product/desk.js';
import { foundClinic } from '../support/product/founding.js';
import { LetterBox, replyLinkIn } from '../support/product/letter-box.js';
import { Product } from '../support/product/product.js';
import { fingerprint, tableContents } from '../support/product/table-contents.js';
import { WatchedContext } from '../support/product/watched-page.js';

/** What a client is written of the pace, by its subject. */
const REST = 'Your questions rest now';
const STOPPED = 'You stopped these e-mails';
const OPT_IN = 'May we write to you?';
const UNASKED = 'The link you asked for';
const RESET = 'Your link to a new password';
const INVITE = 'You are invited to join a team';
const SENDER = 'Is this the right mailbox?';

describeWithChromium('a scanner that opens and clicks every link of every e-mail, scripts running', () => {
  let box: LetterBox;
  let product: Product;
  let mails: CaughtMail[];
  let scanner: WatchedContext;
  let close: () => Promise<void>;

  beforeAll(async () => {
    box = await LetterBox.open();
    product = await Product.start({ smtpUrl: box.smtpUrl });
    const worker = await product.startWorker();
    await everyMail();
    // Nothing but the scanner is at work now.
    await worker.stop();
    mails = await box.mails();
    const browser = await launchChromium();
    scanner = await WatchedContext.open(browser, { at: product.now });
    close = () => browser.close();
  });
  afterAll(async () => {
    await close?.();
    await product?.stop();
    await box?.close();
  });

  it('changes no row, and every link still opens what it opened', async () => {
    const subjects = new Set(mails.map(({ subject }) => subject));
    for (const subject of [REST, STOPPED, OPT_IN, UNASKED, RESET, INVITE, SENDER])
      expect(subjects).toContain(subject);
    const links = [...new Set(mails.flatMap(linksOf))];
    expect(links.length).toBeGreaterThanOrEqual(12);
    const before = fingerprint(await tableContents(product.database));
    const first = await openAll(links);
    expect(fingerprint(await tableContents(product.database))).toEqual(before);
    expect(await openAll(links)).toEqual(first);
    // Whoever stopped closed that one question.
    expect(first.filter(([, status]) => status !== 200)).toEqual([['This question has closed.', 410]]);
  });

  it('finds in each of them both parts, the headers of an honest mail, and no address but ours', () => {
    const toClients = mails.filter(({ to }) => to.endsWith('@ellis.example'));
    expect(toClients.length).toBeGreaterThanOrEqual(6);
    for (const { headers, messageId, text, html, links } of mails) {
      expect(messageId).toMatch(/^<[\w.-]+@[\w.-]+>$/);
      expect(headers).toMatchObject({ 'auto-submitted': 'auto-generated', 'mime-version': '1.0' });
      expect([text, html].every((part) => part.length > 100)).toBe(true);
      expect(links.filter((link) => !link.startsWith(`${product.baseUrl}/`))).toEqual([]);
    }
    for (const { headers } of toClients) {
      expect(headers['list-unsubscribe']).toMatch(/^<https?:\/\/[^>]+\/r\/stop\/[\w-]{43}>$/);
      expect(headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    }
  });

  /** Opens each link and clicks every link on its page; gives the address it came to and the answer there. */
  async function openAll(links: readonly string[]): Promise<[heading: string, status: number][]> {
    const found: [string, number][] = [];
    for (const link of links) {
      const page = await scanner.page();
      const status = await open(page, link);
      found.push([(await page.locator('h1').first().textContent()) ?? '', status]);
      const onward = await page
        .locator('a[href]')
        .evaluateAll((all) => all.map((a) => (a as unknown as { href: string }).href));
      for (const next of new Set(onward))
        if (next.startsWith(product.baseUrl)) await open(page, next, 'load');
      await page.close();
    }
    return found;
  }

  async function open(
    page: Page,
    link: string,
    waitUntil: 'load' | 'networkidle' = 'networkidle',
  ): Promise<number> {
    const answer = await page.goto(link, { waitUntil });
    // A change of the fragment alone loads nothing.
    return answer?.status() ?? 200;
  }

  /** Every kind of mail to a client and to staff that can be brought about here. */
  async function everyMail(): Promise<void> {
    const [maren, colleague] = (await foundClinic(product, [
      { roles: ['practitioner', 'admin'] },
      { name: 'Ines Halvard' },
    ])) as [MadeStaffMember, MadeStaffMember];
    const desk = await Desk.signIn(product.baseUrl, maren);
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
    await box.mailTo(maren.email, 'Someone asked for a call');
    await phone.press(await phone.open(`${link}/pace`), 'rest-week');
    await box.mailTo(address, REST);
    await fetch(`${product.baseUrl}/c/${await aSlug()}`, {
      method: 'POST',
      body: new URLSearchParams({ email: address }),
    });
    await box.mailTo(address, UNASKED);
    await whoStops(desk);
    await toStaff(desk);
    await fetch(`${product.baseUrl}/api/password-resets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-throughline': '1' },
      body: JSON.stringify({ email: colleague.email }),
    });
    await box.mailTo(colleague.email, RESET);
  }

  async function toStaff(desk: Desk): Promise<void> {
    const [location] = await desk.list<{ id: string }>('/locations');
    const email = 'sol.ferrin@fernhollow.example';
    const roles = ['practitioner'];
    await desk.post('/invitations', { email, name: 'Sol Ferrin', roles, locationId: location!.id });
    await box.mailTo(email, INVITE);
    const { replyTo } = await desk.get<{ replyTo: string }>('/clinic/sender');
    await desk.post('/clinic/sender/verification', {}, 202);
    await box.mailTo(replyTo, SENDER);
  }

  /** The address under which the clinic's clients may leave something unasked. */
  async function aSlug(): Promise<string> {
    const admin = new Client({ connectionString: product.database.adminUrl });
    await admin.connect();
    await admin.query("update clinics set slug = 'fernhollow'");
    await admin.end();
    return 'fernhollow';
  }

  /** Somebody else: whoever stops closes what they were asked. */
  async function whoStops(desk: Desk): Promise<void> {
    const { client, address } = await aClientWithPlan(desk, { name: 'Teodor Lanz' });
    const { id } = promptTitled(await aSessionJustHeld(desk, client), WHAT_STAYED.title);
    await desk.post(`/prompts/${id}/dispatch`);
    const phone = new ClientBrowser(product.baseUrl);
    const link = replyLinkIn(await box.mailTo(address));
    await phone.press(await phone.open(`${link}/pace`), 'stop');
    const stopped = await box.mailTo(address, STOPPED);
    await phone.press(await phone.open(replyLinkIn(stopped)), 'start-again');
    await box.mailTo(address, OPT_IN);
  }
});

function linksOf(mail: CaughtMail): string[] {
  const unsubscribe = [...(mail.headers['list-unsubscribe'] ?? '').matchAll(/<(https?:[^>]+)>/g)];
  return [...mail.links, ...unsubscribe.map(([, link]) => link!)].filter((link) => link.startsWith('http'));
}
