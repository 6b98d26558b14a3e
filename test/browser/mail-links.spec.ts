import type { Page } from 'playwright-core';
import type { CaughtMail } from '@app/platform/mail/caught-mail.js';
import { describeWithChromium, launchChromium } from '../support/chromium.js';
import { LetterBox } from '../support/product/letter-box.js';
import { Product } from '../support/product/product.js';
import { fingerprint, tableContents } from '../support/product/table-contents.js';
import { WatchedContext } from '../support/product/watched-page.js';
import { EVERY_SUBJECT, everyMail } from './every-mail.js';

/** Pages a scanner has open at once. */
const AT_ONCE = 4;

// Every link is opened twice, with all that is linked from there.
jest.setTimeout(400_000);

describeWithChromium('a scanner that opens and clicks every link of every e-mail, scripts running', () => {
  let box: LetterBox;
  let product: Product;
  let mails: CaughtMail[];
  let scanner: WatchedContext;
  let close: () => Promise<void>;

  beforeAll(async () => {
    box = await LetterBox.open();
    product = await Product.start({ smtpUrl: box.smtpUrl });
    // Nothing but the scanner is at work afterwards.
    await everyMail(product, box);
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
    expect(EVERY_SUBJECT.filter((subject) => !subjects.has(subject))).toEqual([]);
    const links = [...new Set(mails.flatMap(linksOf))];
    expect(links.length).toBeGreaterThanOrEqual(12);
    const before = fingerprint(await tableContents(product.database));
    const first = await openAll(links);
    expect(fingerprint(await tableContents(product.database))).toEqual(before);
    expect(await openAll(links)).toEqual(first);
    // Whoever stopped closed that one question; a sample is about nobody, and its two links lead nowhere.
    const unopened = first.filter(([, status]) => status !== 200).map(([heading]) => heading);
    const nowhere = 'We can’t find this page.';
    expect(unopened.toSorted()).toEqual(['This question has closed.', nowhere, nowhere]);
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

  /** Opens each link and clicks every link on its page; gives the heading it came to and the answer there. */
  async function openAll(links: readonly string[]): Promise<[heading: string, status: number][]> {
    const found: [string, number][] = [];
    const clicked = new Set<string>();
    for (let from = 0; from < links.length; from += AT_ONCE) {
      const some = links.slice(from, from + AT_ONCE);
      found.push(...(await Promise.all(some.map((link) => openOne(link, clicked)))));
    }
    return found;
  }

  async function openOne(link: string, clicked: Set<string>): Promise<[heading: string, status: number]> {
    const page = await scanner.page();
    const status = await open(page, link);
    // Some pages ask first whether the link still opens something.
    const heading = page
      .locator('h1')
      .filter({ hasNotText: /^One moment/ })
      .first();
    const words = (await heading.textContent()) ?? '';
    const onward = await page
      .locator('a[href]')
      .evaluateAll((all) => all.map((a) => (a as unknown as { href: string }).href));
    for (const next of onward) {
      if (!next.startsWith(product.baseUrl) || clicked.has(next)) continue;
      clicked.add(next);
      await open(page, next, 'load');
    }
    await page.close();
    return [words, status];
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
});

function linksOf(mail: CaughtMail): string[] {
  const unsubscribe = [...(mail.headers['list-unsubscribe'] ?? '').matchAll(/<(https?:[^>]+)>/g)];
  return [...mail.links, ...unsubscribe.map(([, link]) => link!)].filter((link) => link.startsWith('http'));
}
