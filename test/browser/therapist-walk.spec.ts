import type { Page } from 'playwright-core';
import { describeWithChromium } from '../support/chromium.js';
import { picture, type WatchedContext } from '../support/product/watched-page.js';
import { idInFocus, readsEverything, seesFocus, standsAbove, walksTo } from './therapist-eyes.js';
import { focusIsOn, tabTo, TherapistWorld, THREAD } from './therapist-world.js';

jest.setTimeout(180_000);

/** Every key that writes a sign, and those that press and leave. */
const KEYS = [...'abcdefghijklmnopqrstuvwxyz0123456789.,/;[]-=', 'Enter', 'Space', 'Escape', 'Delete'];

describeWithChromium('half an hour before a call, a therapist', () => {
  let world: TherapistWorld;
  let office: WatchedContext;
  let page: Page;

  beforeAll(async () => {
    world = await TherapistWorld.open();
  });
  afterAll(() => world?.close());
  beforeEach(async () => {
    office = await world.the.context({ viewport: { width: 1280, height: 720 } });
    page = await office.page();
  });
  afterEach(async () => {
    await office.close();
    expect(office.troubles).toEqual([]);
  });

  it('is one click away from every word the client sent, and nothing of it is folded away', async () => {
    await world.the.signIn(page);
    await page.getByRole('link', { name: 'Open brief' }).click();
    await page.getByRole('heading', { name: 'Rowan Ellis', level: 1 }).waitFor();
    await readsEverything(page);
    await page.getByText('Notice when the guilt starts.').waitFor();
    await picture(page, 'walk-brief');
  });

  it('gets there by keyboard alone, and walks from one reflection to the next', async () => {
    await world.signInByKeys(page);
    await press(page, 'b');
    await page.waitForURL('**/brief');
    await readsEverything(page);
    const ids = (await world.reflections()).map(({ id }) => `reflection-${id}`);
    await press(page, 'j');
    expect(await idInFocus(page)).toBe(ids[0]);
    await press(page, 'j');
    await press(page, 'j');
    expect(await idInFocus(page)).toBe(ids[2]);
    await press(page, 'k');
    expect(await idInFocus(page)).toBe(ids[1]);
    await seesFocus(page);
  });

  it('goes to Today, Reflections and Clients by two keys', async () => {
    await world.signInByKeys(page);
    for (const [key, heading] of [
      ['r', 'Reflections'],
      ['c', 'Clients'],
      ['t', /^Wednesday/],
    ] as const) {
      await press(page, 'g');
      await press(page, key);
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    }
    expect(new URL(page.url()).pathname).toBe('/today');
  });

  it('opens a client by Enter, and the brief of the call in focus by B', async () => {
    await world.signInByKeys(page);
    await press(page, 'j');
    await focusIsOn(page, 'Rowan Ellis');
    await press(page, 'Enter');
    await page.waitForURL('**/clients/**');
    await press(page, 'g');
    await press(page, 't');
    await page.locator('.next').waitFor();
    await press(page, 'j');
    await press(page, 'b');
    await page.waitForURL(`**/appointments/${world.appointmentId}/brief`);
  });

  it('comes back to where focus was, by Escape, from whatever opened', async () => {
    await world.signInByKeys(page);
    await tabTo(page, /^Read it/);
    await press(page, 'Enter');
    const flag = page.getByRole('dialog', { name: /call/i });
    await flag.waitFor();
    await escape(page);
    await focusIsOn(page, /^Read it/);

    await press(page, 'b');
    await page.waitForURL('**/brief');
    await readsEverything(page);
    await press(page, 'j');
    const before = await idInFocus(page);
    await press(page, '?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await escape(page);
    expect(await idInFocus(page)).toBe(before);
    await tabTo(page, 'Add a tag');
    await press(page, 'Enter');
    await page.getByRole('menu').waitFor();
    await press(page, 'Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await focusIsOn(page, 'Add a tag');
  });

  it('always sees what is in focus, on Today, in the brief and on the board', async () => {
    await world.signInByKeys(page);
    await walksTo(page, 'Book a call for Teodor Lanz');
    await press(page, 'b');
    await page.waitForURL('**/brief');
    await readsEverything(page);
    await walksTo(page, 'Add a line');
    await page.goto(`${world.the.product.baseUrl}/clients/${world.rowan.id}?section=threads`);
    await page.getByRole('heading', { name: THREAD }).waitFor();
    await walksTo(page, 'Agree a sign');
  });

  it('has switched the single keys off: they do nothing, and no key cap is shown', async () => {
    await world.the.signIn(page);
    await page.goto(`${world.the.product.baseUrl}/me`);
    await page.getByRole('checkbox', { name: 'Use single keys' }).uncheck();
    await page.goto(`${world.the.product.baseUrl}/today`);
    await page.locator('.next').waitFor();
    for (const key of [...'jbgrgcgtez?', 'k']) await press(page, key);
    expect(new URL(page.url()).pathname).toBe('/today');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.locator('kbd').count()).toBe(0);
    await page.goto(`${world.the.product.baseUrl}/appointments/${world.appointmentId}/brief`);
    await readsEverything(page);
    for (const key of [...'jep?']) await press(page, key);
    await page.getByRole('button', { name: 'Mark 2 as read' }).waitFor();
    expect(await idInFocus(page)).not.toMatch(/^reflection-/);
  });

  it('types every letter into a field, and nothing else happens', async () => {
    await world.signInByKeys(page);
    await press(page, 'b');
    await page.waitForURL('**/brief');
    await readsEverything(page);
    const typed = 'gt gr gc bjkepz?';
    const box = page.getByRole('textbox').last();
    for (const field of [page.getByLabel('What to bring'), box]) {
      await field.focus();
      await page.keyboard.type(typed);
      expect(await field.inputValue()).toBe(typed);
    }
    await page.getByRole('button', { name: 'Mark 2 as read' }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(new URL(page.url()).pathname).toMatch(/\/brief$/);
    await box.fill('');
  });

  describe.each([
    { width: 1280, height: 720 },
    { width: 390, height: 844 },
  ])('with a window of $width by $height', (viewport) => {
    beforeEach(() => page.setViewportSize(viewport));

    it('sees an open flag without scrolling, and no single key claims it', async () => {
      await world.signInByKeys(page);
      const card = page.getByRole('region', { name: '1 flag needs a person' });
      await standsAbove(card, viewport.height);
      await picture(page, `walk-today-${viewport.width}`);
      for (const key of KEYS) {
        await page.evaluate('document.activeElement.blur()');
        await press(page, key);
        if (key === 'b') {
          await page.waitForURL('**/brief');
          await page.goto(`${world.the.product.baseUrl}/today`);
        }
        await card.waitFor();
      }
      await card.getByRole('button', { name: /^Read it/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog
        .getByRole('button', { name: 'I will call' })
        .or(dialog.locator('form button'))
        .first()
        .waitFor();
      for (const key of KEYS.slice(0, -4)) await press(page, key);
      expect(await world.openFlags()).toMatchObject([
        { client: { name: 'Teodor Lanz' }, acknowledged: null },
      ]);
    });

    it('sees it above everything else of the client it is about', async () => {
      await world.signInByKeys(page);
      const [flag] = await world.openFlags();
      await page.goto(`${world.the.product.baseUrl}/clients/${flag!.client.id}?section=details`);
      await standsAbove(page.getByRole('region', { name: '1 flag needs a person' }), viewport.height);
      await page.goto(`${world.the.product.baseUrl}/clients/${world.rowan.id}`);
      await page.getByRole('heading', { name: 'Rowan Ellis', level: 1 }).waitFor();
      expect(await page.getByRole('region', { name: /flag/ }).count()).toBe(0);
    });
  });
});

const press = (page: Page, key: string) => page.keyboard.press(key);

async function escape(page: Page): Promise<void> {
  await press(page, 'Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}
