import type { ClientView } from '@app/clients/client.view.js';
import type { PromptView } from '@app/prompts/prompt.view.js';
import type { Page } from 'playwright-core';
import { describeWithChromium } from '../support/chromium.js';
import { aClientWithPlan, aSessionJustHeld } from '../support/product/client-with-plan.js';
import {
  axeFindings,
  picture,
  settled,
  sidewaysScroll,
  WatchedContext,
} from '../support/product/watched-page.js';
import { BrowserCase } from './browser-case.js';

jest.setTimeout(180_000);

const SHIFT = 'One small shift';
const TAKEN = 'Has life taken over?';

describeWithChromium('the plan editor in a browser', () => {
  let the: BrowserCase;
  let office: WatchedContext;
  let client: ClientView;
  let page: Page;

  beforeAll(async () => {
    the = await BrowserCase.open();
    ({ client } = await aClientWithPlan(the.desk, { name: 'Teodor Lanz' }));
    await aSessionJustHeld(the.desk, client);
    // On the real clock: a clock of the test would put a script into the sandboxed preview, which refuses it.
    office = await WatchedContext.open(the.browser, { viewport: { width: 1440, height: 900 } });
    page = await office.page();
    await the.signIn(page);
    await openPlan(page);
  });
  afterAll(async () => {
    await office?.close();
    await the?.close();
  });

  it('moves a prompt by the keyboard alone, and what is live then is what was shown', async () => {
    const before = await prompts();
    await page.locator('[data-node][tabindex="0"]').focus();
    for (let i = 0; i < 20 && !(await focusedLabel(page)).includes(SHIFT); i++)
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await bar(page).getByText('Next out:').waitFor();
    expect(await bar(page).innerText()).toContain('1 change is not live. Nothing already sent will change.');
    expect(await page.getByText('Changed, not live').count()).toBeGreaterThan(0);
    // Nothing of it is live yet.
    expect(await prompts()).toEqual(before);

    await page.keyboard.press('Enter');
    const open = page.locator('tr.is-open');
    await open.locator('.row-open:focus', { hasText: SHIFT }).waitFor();
    const shown = (await open.locator('.arrives').innerText()).split('\n')[0];
    await picture(page, 'plan-editor');
    await page.keyboard.press('Control+s');
    await bar(page).waitFor({ state: 'detached' });

    const moved = (await prompts()).find(({ title }) => title === SHIFT);
    expect(moved?.localText).toBe(shown);
    expect(moved?.localText).not.toBe(before.find(({ title }) => title === SHIFT)?.localText);
  });

  it('keeps what was edited when somebody else makes a change live first, and puts both together', async () => {
    const other = await office.page();
    await other.goto(page.url());
    await addDay(other, TAKEN);
    await addDay(page, SHIFT);
    await other.keyboard.press('Control+s');
    await bar(other).waitFor({ state: 'detached' });
    const [theirs] = await dated(TAKEN);

    await page.keyboard.press('Control+s');
    await page.getByText('Somebody else changed this plan while you were editing.').waitFor();
    expect(await bar(page).innerText()).toContain('1 change is not live.');
    const [before] = await dated(SHIFT);
    await page.keyboard.press('Control+s');
    await bar(page).waitFor({ state: 'detached' });
    expect((await dated(SHIFT))[0]).not.toBe(before);
    expect((await dated(TAKEN))[0]).toBe(theirs);
    await other.close();
  });

  it('asks before edits are left behind, and brings discarded ones back', async () => {
    await addDay(page, TAKEN);
    const asked = page.waitForEvent('dialog').then((dialog) => dialog.dismiss());
    await page.getByRole('link', { name: 'Clients' }).first().click();
    await asked;
    expect(page.url()).toContain('/plans/');
    await page.getByRole('button', { name: 'Discard' }).click();
    await bar(page).waitFor({ state: 'detached' });
    await page.keyboard.press('z');
    await bar(page).waitFor();
    await page.getByRole('button', { name: 'Discard' }).click();
    await bar(page).waitFor({ state: 'detached' });
  });

  it.each(['Page', 'E-mail', 'Large text'])(
    'shows the client’s %s in its own clothes, and lets nothing in it act',
    async (tab) => {
      await page.getByRole('tab', { name: tab }).click();
      const inside = page.frameLocator('.plan-preview iframe').locator('body');
      const colour = await inside.evaluate('getComputedStyle(document.body).backgroundColor');
      expect(colour).not.toBe('rgba(0, 0, 0, 0)');
      expect(await inside.locator('script, a[href]').count()).toBe(0);
      await picture(page, `plan-preview-${tab}`);
    },
  );

  it.each([320, 390, 1440])(
    'fits a screen of %i pixels, with nothing serious for axe to find',
    async (width) => {
      await page.setViewportSize({ width, height: 900 });
      await page.getByRole('button', { name: SHIFT, exact: true }).last().click();
      await settled(page);
      expect(await sidewaysScroll(page)).toBe(0);
      expect(await axeFindings(page)).toEqual([]);
      await picture(page, `plan-editor-${width}`);
    },
  );

  it('gives the browser nothing to complain of', () => {
    // A plan that was changed meanwhile is told by a 409, and a browser notes each.
    expect(office.troubles.filter((trouble) => !trouble.includes('409'))).toEqual([]);
  });

  async function openPlan(on: Page): Promise<void> {
    await on.goto(`${the.product.baseUrl}/clients/${client.id}?section=plan`);
    await on.getByRole('link', { name: 'Open the plan' }).click();
    await on.locator('.plan-rows').waitFor();
  }

  const prompts = () => the.desk.list<PromptView>(`/clients/${client.id}/prompts`);
  const dated = async (of: string) =>
    (await prompts()).filter(({ title }) => title === of).map(({ localText }) => localText);
});

const bar = (page: Page) => page.locator('.savebar');

const focusedLabel = (page: Page) =>
  page.evaluate<string>('document.activeElement.getAttribute("aria-label") ?? ""');

async function addDay(page: Page, title: string): Promise<void> {
  const row = page.locator('.plan-rows .row-open', { hasText: title }).last();
  await row.waitFor();
  if ((await row.getAttribute('aria-expanded')) !== 'true') await row.click();
  await page.getByRole('button', { name: 'One day later' }).click();
  await bar(page).getByText('Next out:').waitFor();
}
