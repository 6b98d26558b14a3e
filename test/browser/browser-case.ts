import type { Browser, Page } from 'playwright-core';
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

/** The whole product and a browser to look at it with. */
export class BrowserCase {
  private constructor(
    readonly browser: Browser,
    readonly box: LetterBox,
    readonly product: Product,
    readonly maren: MadeStaffMember,
    readonly desk: Desk,
  ) {}

  static async open(): Promise<BrowserCase> {
    const box = await LetterBox.open();
    const product = await Product.start({ smtpUrl: box.smtpUrl });
    await product.startWorker();
    const [maren] = (await foundClinic(product)) as [MadeStaffMember];
    const desk = await Desk.signIn(product.baseUrl, maren);
    return new BrowserCase(await launchChromium(), box, product, maren, desk);
  }

  /** A client whose question of the morning after is in their letter box. */
  async askedClient(name = 'Rowan Ellis'): Promise<{ clientId: string; prompt: PromptView; link: string }> {
    const { client, address } = await aClientWithPlan(this.desk, { name });
    const prompt = promptTitled(await aSessionJustHeld(this.desk, client), WHAT_STAYED.title);
    await this.desk.post(`/prompts/${prompt.id}/dispatch`);
    return { clientId: client.id, prompt, link: replyLinkIn(await this.box.mailTo(address)) };
  }

  /** Signs in on the page as a person does. */
  async signIn(page: Page): Promise<void> {
    await page.goto(this.product.baseUrl);
    await page.getByLabel('E-mail address').fill(this.maren.email);
    await page.getByLabel('Password').fill(this.maren.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/today');
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.product.stop();
    await this.box.close();
  }
}
