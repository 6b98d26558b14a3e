import type { CaughtMail } from '@app/platform/mail/caught-mail.js';
import { promptTemplate } from '@app/plans/prompt-templates.data.js';
import type { PromptView } from '@app/prompts/prompt.view.js';
import type { MadeStaffMember } from '../factories/staff-member.factory.js';
import { ClientBrowser, textOf, wordsIn } from '../support/product/client-browser.js';
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

jest.setTimeout(120_000);

const DRAFT = 'The word enough.';

describe('a mail scanner that opens every link of every e-mail', () => {
  let box: LetterBox;
  let product: Product;
  let maren: MadeStaffMember;
  let desk: Desk;
  let address: string;
  let prompts: PromptView[];
  let browser: ClientBrowser;
  /** The question, the note, the fresh link, the notice to staff. */
  let mails: CaughtMail[];

  beforeAll(async () => {
    box = await LetterBox.open();
    product = await Product.start({ smtpUrl: box.smtpUrl });
    [maren] = (await foundClinic(product)) as [MadeStaffMember];
    desk = await Desk.signIn(product.baseUrl, maren);
    const made = await aClientWithPlan(desk);
    address = made.address;
    prompts = await aSessionJustHeld(desk, made.client);
    const worker = await product.startWorker();
    mails = await everyKindOfMail();
    // Nothing but the scanner is at work now.
    await worker.stop();
  });
  afterAll(async () => {
    await product?.stop();
    await box?.close();
  });

  it('changes no row, by GET or by HEAD, with cookies or without', async () => {
    const before = fingerprint(await tableContents(product.database));
    const links = [...new Set(mails.flatMap(linksOf))];
    expect(links.length).toBeGreaterThanOrEqual(6);
    const scanner = new ClientBrowser(product.baseUrl);
    for (const link of links) {
      for (const method of ['HEAD', 'GET']) {
        const answer = await fetch(link, { method, headers: { accept: 'text/html' } });
        expect({ link, method, status: answer.status }).toEqual({ link, method, status: 200 });
      }
      expect((await scanner.open(link)).status).toBe(200);
    }
    expect(fingerprint(await tableContents(product.database))).toEqual(before);
  });

  it('spends no link: the draft, the fresh link and stopping work as before', async () => {
    const [question, note, fresh] = mails as [CaughtMail, CaughtMail, CaughtMail];
    expect(wordsIn(await browser.open(replyLinkIn(question)))).toBe(DRAFT);
    expect(textOf(await browser.open(replyLinkIn(note)))).toContain(THIS_EVENING.hint);
    const phone = new ClientBrowser(product.baseUrl);
    const opened = await phone.press(await phone.open(replyLinkIn(fresh)), 'open');
    expect(wordsIn(opened)).toBe(DRAFT);
    const again = await new ClientBrowser(product.baseUrl).open(replyLinkIn(fresh));
    expect(again.html).not.toContain(DRAFT);

    const [stop] = listUnsubscribeOf(question);
    const oneClick = await fetch(stop!, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    });
    expect(oneClick.status).toBe(200);
    const { id } = promptTitled(prompts, promptTemplate('keeps-coming-back', 1).title);
    const refusal = await desk.post<{ type: string }>(`/prompts/${id}/dispatch`, {}, 409);
    expect(refusal.type).toContain('stopped');
  });

  async function everyKindOfMail(): Promise<CaughtMail[]> {
    for (const title of [WHAT_STAYED.title, THIS_EVENING.title]) {
      const { id } = promptTitled(prompts, title);
      await desk.post(`/prompts/${id}/dispatch`);
      await box.mailTo(address, title === WHAT_STAYED.title ? 1 : 2);
    }
    const [question, note] = [await box.mailTo(address, 1), await box.mailTo(address, 2)];
    browser = new ClientBrowser(product.baseUrl);
    const page = await browser.open(replyLinkIn(question));
    await browser.press(page, 'save', { words: DRAFT });
    await browser.press(page, 'call-me');
    await fetch(`${product.baseUrl}${page.path}/fresh-link`, { method: 'POST', body: new URLSearchParams() });
    return [
      question,
      note,
      await box.mailTo(address, 3),
      await box.mailTo(maren.email, 'Someone asked for a call'),
    ];
  }
});

function linksOf(mail: CaughtMail): string[] {
  return [...mail.links, ...listUnsubscribeOf(mail)].filter((link) => link.startsWith('http'));
}

function listUnsubscribeOf({ headers }: CaughtMail): string[] {
  return [...(headers['list-unsubscribe'] ?? '').matchAll(/<(https?:[^>]+)>/g)].map(([, link]) => link!);
}
