import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { PromptView } from '@app/prompts/prompt.view.js';
import type { MadeStaffMember } from '../factories/staff-member.factory.js';
import { launchChromium } from '../support/chromium.js';
import {
  aClientWithPlan,
  aSessionJustHeld,
  promptTitled,
  WHAT_STAYED,
} from '../support/product/client-with-plan.js';
import { Desk } from '../support/product/desk.js';
import { foundClinic } from '../support/product/founding.js';
import { LetterBox, replyLinkIn } from '../support/product/letter-box.js';
import { Product } from '../support/product/product.js';
import { WatchedContext } from '../support/product/watched-page.js';

/** A client with a question in their letter box. */
interface AskedClient {
  clientId: string;
  address: string;
  prompt: PromptView;
  link: string;
}

/** The whole product and a browser to look at it with. */
export class BrowserCase {
  private constructor(
    readonly browser: Browser,
    readonly box: LetterBox,
    readonly product: Product,
    readonly maren: MadeStaffMember,
    /** Admin, and nothing else. */
    readonly dana: MadeStaffMember,
    readonly desk: Desk,
  ) {}

  static async open(): Promise<BrowserCase> {
    const box = await LetterBox.open();
    const product = await Product.start({ smtpUrl: box.smtpUrl });
    await product.startWorker();
    const staff = [{}, { name: 'Dana Reyes', roles: ['admin' as const] }];
    const [maren, dana] = (await foundClinic(product, staff)) as [MadeStaffMember, MadeStaffMember];
    const desk = await Desk.signIn(product.baseUrl, maren);
    return new BrowserCase(await launchChromium(), box, product, maren, dana, desk);
  }

  /** A client whose question of the morning after is in their letter box. */
  async askedClient(name = 'Rowan Ellis'): Promise<AskedClient> {
    const { client, address } = await aClientWithPlan(this.desk, { name });
    const prompt = promptTitled(await aSessionJustHeld(this.desk, client), WHAT_STAYED.title);
    await this.desk.post(`/prompts/${prompt.id}/dispatch`);
    return { clientId: client.id, address, prompt, link: replyLinkIn(await this.box.mailTo(address)) };
  }

  /** A browser profile of the staff, on a machine whose clock agrees with the product’s. */
  context(options: BrowserContextOptions = {}): Promise<WatchedContext> {
    return WatchedContext.open(this.browser, { at: this.product.now, ...options });
  }

  /** Signs in on the page as a person does, with a recovery code for the second factor. */
  async signIn(page: Page, person: MadeStaffMember = this.maren): Promise<void> {
    await page.goto(this.product.baseUrl);
    await page.getByLabel('E-mail address').fill(person.email);
    await page.getByLabel('Password', { exact: true }).fill(person.password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('button', { name: 'Use a recovery code instead' }).click();
    await page.getByLabel('Recovery code', { exact: true }).fill(person.recoveryCodes.shift()!);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL('**/today');
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.product.stop();
    await this.box.close();
  }
}
