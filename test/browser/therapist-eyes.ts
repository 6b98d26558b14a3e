import type { Locator, Page } from 'playwright-core';
import { nameInFocus, WORDS } from './therapist-world.js';

export const idInFocus = (page: Page) => page.evaluate<string>('document.activeElement.id');

/** All of what was sent stands there to the letter, in full height, behind nothing that opens. */
export async function readsEverything(page: Page): Promise<void> {
  const quotes = page.locator('.reflection .quote');
  await quotes.first().waitFor();
  expect(await quotes.allInnerTexts()).toEqual([...WORDS]);
  expect(await page.evaluate(HOW_MANY_ARE_WHOLE)).toBe(WORDS.length);
}

const HOW_MANY_ARE_WHOLE = `[...document.querySelectorAll('.reflection .quote')].filter((quote) =>
  quote.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
  quote.scrollHeight <= quote.clientHeight + 1 && !quote.closest('details, [hidden], [inert]')).length`;

/** All of it in the first window, without scrolling. */
export async function standsAbove(part: Locator, height: number): Promise<void> {
  await part.waitFor();
  const box = (await part.boundingBox())!;
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.y + box.height).toBeLessThanOrEqual(height);
}

/** An outline around what is in focus, and nothing that lies over it. */
export async function seesFocus(page: Page): Promise<void> {
  expect({ [await nameInFocus(page)]: await page.evaluate<string>(HOW_FOCUS_LOOKS) }).toEqual({
    [await nameInFocus(page)]: 'seen',
  });
}

const HOW_FOCUS_LOOKS = `(() => {
  const at = document.activeElement;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
  if ((outlineStyle === 'none' || outlineWidth === '0px') && boxShadow === 'none') return 'no outline';
  const { left, top, width, height } = at.getBoundingClientRect();
  const there = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 40));
  if (!there) return 'out of the window';
  return at.contains(there) || there.contains(at) ? 'seen' : 'under ' + there.className;
})()`;

/** Tab by Tab to the stop of this name, seeing each on the way. */
export async function walksTo(page: Page, last: string): Promise<void> {
  for (let presses = 0; presses < 90; presses += 1) {
    await page.keyboard.press('Tab');
    await seesFocus(page);
    if ((await nameInFocus(page)) === last) return;
  }
  throw new Error(`Tab never came to ${last}`);
}
