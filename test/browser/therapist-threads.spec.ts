import type { Page } from 'playwright-core';
import { describeWithChromium } from '../support/chromium.js';
import { picture, type WatchedContext } from '../support/product/watched-page.js';
import { focusIsOn, INSIGHT, tabTo, TherapistWorld, THREAD } from './therapist-world.js';

jest.setTimeout(120_000);

const MOVE = `Move to… ${THREAD}`;

describeWithChromium('a therapist with a thread in hand, by keys alone', () => {
  let world: TherapistWorld;
  let office: WatchedContext;
  let page: Page;

  beforeAll(async () => {
    world = await TherapistWorld.open();
  });
  afterAll(() => world?.close());
  beforeEach(async () => {
    office = await world.the.context();
    page = await office.page();
    await world.signInByKeys(page);
    await page.goto(`${world.the.product.baseUrl}/clients/${world.rowan.id}?section=threads`);
    await card('Insight').waitFor();
  });
  afterEach(async () => {
    await office.close();
    expect(office.troubles).toEqual([]);
  });

  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const card = (stage: string) =>
    page.getByRole('region', { name: stage, exact: true }).getByRole('article').filter({ hasText: THREAD });
  const dialog = () => page.getByRole('dialog');

  async function openMove(): Promise<void> {
    await tabTo(page, MOVE);
    await press('Enter');
    await page.getByRole('menuitem', { name: 'Awareness' }).waitFor();
    await page.keyboard.type('awa');
    await press('Enter');
    await dialog().waitFor();
  }

  async function history(): Promise<string[]> {
    await tabTo(page, `More ${THREAD}`);
    await press('Enter');
    await page.keyboard.type('his');
    await press('Enter');
    const moves = dialog().locator('.thread-history > li');
    await moves.first().waitFor();
    const said = await moves.allInnerTexts();
    await press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await focusIsOn(page, `More ${THREAD}`);
    return said.map((text) => text.replace(/\s+/g, ' '));
  }

  it('moves nothing without words it rests on, and is back at the card by Escape', async () => {
    await openMove();
    expect(await dialog().getByRole('button', { name: 'Move to Awareness' }).isDisabled()).toBe(true);
    await press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await focusIsOn(page, MOVE);
    expect((await world.thread()).stage).toMatchObject({ stage: 'insight' });
  });

  it('moves it on two words of a sentence, and undoes that by Z', async () => {
    await openMove();
    await tabTo(page, 'Relief, mostly.');
    await press('ArrowDown', 'ArrowRight', 'Shift+ArrowRight', 'Enter');
    await dialog().getByText('“Like somebody”').waitFor();
    await picture(page, 'walk-move-thread');
    await tabTo(page, 'Move to Awareness');
    await press('Enter');
    await page.getByText('Moved to Awareness.').waitFor();
    await card('Awareness').getByText('“Like somebody”').waitFor();
    // Focus went along.
    await page.locator('article.thread:focus', { hasText: THREAD }).waitFor();
    await press('z');
    await page.getByText('The move is undone.').waitFor();
    await card('Insight').waitFor();
    await page.reload();
    await card('Insight').waitFor();
    expect(await history()).toEqual([expect.stringContaining(INSIGHT)]);
  });

  it('finds the move in the history once it stays, and may undo it by its button for a while', async () => {
    await openMove();
    await tabTo(page, 'Relief, mostly.');
    await press('Enter');
    await tabTo(page, 'Move to Awareness');
    await press('Enter');
    await card('Awareness').waitFor();
    await page.reload();
    await card('Awareness').waitFor();
    expect(await history()).toEqual([
      expect.stringMatching(/^Insight .*Maren Okoye “Like somebody turned down a radio.”/),
      expect.stringMatching(/^Awareness .*Maren Okoye “Relief, mostly.”/),
    ]);
    await tabTo(page, 'Undo this move');
    await press('Enter');
    await card('Insight').waitFor();
    expect((await world.thread()).stage).toMatchObject({ stage: 'insight', setByInitials: 'MO' });
  });
});
