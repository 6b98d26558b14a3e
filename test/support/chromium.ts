import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const USUAL_PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where Chromium is, undefined when it is not at hand. `npm test` sets TEST_CHROMIUM; '' means none. */
export const chromiumPath =
  process.env.TEST_CHROMIUM === undefined
    ? [process.env.CHROMIUM_PATH ?? '', ...USUAL_PATHS].find((path) => path && existsSync(path))
    : process.env.TEST_CHROMIUM || undefined;

/** `describe` where Chromium is at hand, else `describe.skip`; `npm test` says how to get it. */
export const describeWithChromium = chromiumPath ? describe : describe.skip;

/** A headless browser with a fresh profile. Close it in `afterAll`. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
