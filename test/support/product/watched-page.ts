import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** A phone in a client's hand, and a screen on a practitioner's desk. */
export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 800 };

/** What a signed-out browser may see: that it is. */
const SIGNED_OUT = /\/api\/me$/;

/** A browser profile whose every page is watched: errors, and what the content security policy refused. */
export class WatchedContext {
  readonly troubles: string[] = [];

  private constructor(readonly context: BrowserContext) {
    context.on('page', (page) => this.watch(page));
  }

  /** `at`: what the clock of the browser shows now, which then goes on; the real time unless given. */
  static async open(
    browser: Browser,
    { at, ...options }: BrowserContextOptions & { at?: Temporal.Instant } = {},
  ): Promise<WatchedContext> {
    const usual = { viewport: DESKTOP, reducedMotion: 'reduce', locale: 'en-US' } as const;
    const context = await browser.newContext({ ...usual, ...options });
    if (at) await context.clock.install({ time: at.epochMilliseconds });
    return new WatchedContext(context);
  }

  page(): Promise<Page> {
    return this.context.newPage();
  }

  close(): Promise<void> {
    return this.context.close();
  }

  private watch(page: Page): void {
    const at = () => new URL(page.url()).pathname;
    page.on('pageerror', (error) => this.troubles.push(`${at()}: ${error.message}`));
    page.on('console', (message) => {
      const isBad = message.type() === 'error' || message.type() === 'warning';
      if (isBad && !SIGNED_OUT.test(message.location().url)) {
        this.troubles.push(`${at()}: ${message.text()} ${message.location().url}`);
      }
    });
  }
}

/** Waits until nothing on the page is still being read, and it stands in its own letters. */
export async function settled(page: Page): Promise<void> {
  await page.locator('.skeleton, .skeleton-space').first().waitFor({ state: 'detached' });
  await page.evaluate('document.fonts.ready.then(() => null)');
}

/** What axe-core finds serious or critical on the page as it is, one line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    interface Axe {
      run(options: object): Promise<{
        violations: { id: string; impact: string; nodes: { target: unknown[] }[] }[];
      }>;
    }
    // Every rule runs; where each passed is not written down.
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run({
      resultTypes: ['violations'],
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(
        ({ id, impact, nodes }) =>
          `${impact} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      );
  });
}

/** How many pixels the page is wider than the window; 0 when nobody has to scroll sideways. */
export function sidewaysScroll(page: Page): Promise<number> {
  const root = 'document.documentElement';
  return page.evaluate<number>(`${root}.scrollWidth - ${root}.clientWidth`);
}

/** Keeps a picture in the folder TEST_SCREENSHOTS names; without it, nothing. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.TEST_SCREENSHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `browser-${name}.png`), fullPage: true });
}
