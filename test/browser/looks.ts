import type { Page } from 'playwright-core';
import {
  axeFindings,
  DESKTOP,
  PHONE,
  picture,
  settled,
  sidewaysScroll,
  WatchedContext,
} from '../support/product/watched-page.js';
import type { BrowserCase } from './browser-case.js';

/** Both windows in both themes. */
export const LOOKS = [
  { window: DESKTOP, colorScheme: 'light' },
  { window: DESKTOP, colorScheme: 'dark' },
  { window: PHONE, colorScheme: 'light' },
  { window: PHONE, colorScheme: 'dark' },
] as const;

/** One window in one theme, and what was found wrong on the pages that were looked at in it. */
export class Looking {
  /** By the name of the page. */
  readonly findings: Record<string, string[]> = {};

  private constructor(
    private readonly the: BrowserCase,
    private readonly wishes: (typeof LOOKS)[number],
    readonly context: WatchedContext,
    readonly page: Page,
  ) {}

  /** @param wishes.isOnRealClock the clock of the product is a script, which a sandboxed preview refuses, and says so */
  static async open(
    the: BrowserCase,
    wishes: (typeof LOOKS)[number],
    { isOnRealClock = false } = {},
  ): Promise<Looking> {
    const { window: viewport, colorScheme } = wishes;
    const options = { viewport, colorScheme };
    const context = isOnRealClock
      ? await WatchedContext.open(the.browser, options)
      : await the.context(options);
    return new Looking(the, wishes, context, await context.page());
  }

  /** @param path of the product, or a whole address such as a link of an e-mail */
  async at(path: string): Promise<void> {
    await this.page.goto(new URL(path, this.the.product.baseUrl).href);
  }

  /** Looks at the page once what makes it whole is there. */
  async look(name: string, ready: string): Promise<void> {
    const { window, colorScheme } = this.wishes;
    await this.page.locator(ready).first().waitFor();
    await settled(this.page);
    const found = await axeFindings(this.page);
    const over = await sidewaysScroll(this.page);
    if (over > 0) found.push(`${over} px wider than the window`);
    if (found.length > 0) this.findings[name] = found;
    await picture(this.page, `${name}-${window.width}-${colorScheme}`);
  }

  expectNothing(): void {
    const { findings, context } = this;
    expect({ findings, troubles: context.troubles }).toEqual({ findings: {}, troubles: [] });
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
