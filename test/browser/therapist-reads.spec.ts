import type { Locator, Page, Response } from 'playwright-core';
import { describeWithChromium } from '../support/chromium.js';
import { picture, type WatchedContext } from '../support/product/watched-page.js';
import { focusIsOn, tabTo, TherapistWorld } from './therapist-world.js';

jest.setTimeout(180_000);

const NOTICED = 'I noticed it about three sentences in.';

describeWithChromium('a therapist reading before a call', () => {
  let world: TherapistWorld;
  let office: WatchedContext;
  let page: Page;
  let reflections: Locator[];

  beforeAll(async () => {
    world = await TherapistWorld.open();
  });
  afterAll(() => world?.close());
  beforeEach(async () => {
    office = await world.the.context({ viewport: { width: 1280, height: 720 } });
    page = await office.page();
    await world.signInByKeys(page);
    await page.goto(`${world.the.product.baseUrl}/appointments/${world.appointmentId}/brief`);
    await page.locator('.reflection').last().waitFor();
    reflections = await page.locator('.reflection').all();
  });
  afterEach(async () => {
    await office.close();
    // A refusal is told on the page; the browser writes it down as well.
    expect(office.troubles.filter((trouble) => !/status of 409/.test(trouble))).toEqual([]);
  });

  const press = (key: string) => page.keyboard.press(key);
  const again = async () => {
    await page.reload();
    await page.locator('.reflection').last().waitFor();
  };
  const marked = (nth: number) => reflections[nth]!.locator('mark.is-mine').allInnerTexts();
  /** Does it, and waits until the API has taken it: the page shows it before. */
  const kept = async (act: () => Promise<unknown>, answers = 1) => {
    let left = answers;
    const isLast = (answer: Response) =>
      answer.request().method() !== 'GET' && answer.url().includes('/reflections/') && --left === 0;
    await Promise.all([page.waitForResponse(isLast), act()]);
  };

  it('marks all as read by E and takes it back by Z, each told and still so after a reload', async () => {
    await kept(() => press('e'), 2);
    await page.getByText('2 reflections marked as read.').waitFor();
    await again();
    expect(await reflections[1]!.getByText(/^Read by you/).count()).toBe(1);
    expect(await page.getByRole('button', { name: /^Mark \d as read/ }).count()).toBe(0);
    const last = reflections[2]!;
    await kept(() => last.getByRole('button', { name: 'Undo' }).click());
    await last.getByRole('button', { name: /^Mark as read/ }).waitFor();
    await kept(() => press('z'));
    await last.getByText(/^Read by you/).waitFor();
    for (const nth of [1, 2])
      await kept(() => reflections[nth]!.getByRole('button', { name: 'Undo' }).click());
    await again();
    await page.getByRole('button', { name: 'Mark 2 as read' }).waitFor();
    await kept(() => press('e'), 2);
    await kept(() => press('z'), 2);
    await page.getByRole('button', { name: 'Mark 2 as read' }).waitFor();
    await again();
    await page.getByRole('button', { name: 'Mark 2 as read' }).waitFor();
  });

  it('is told kindly to read first, and may not mark or tag what is unread', async () => {
    const unread = reflections[2]!;
    await unread.getByText('Mark it as read first. Then you can highlight and tag it.').waitFor();
    expect(await unread.getByRole('button', { name: /^(Mark|Add a tag)$/ }).count()).toBe(0);
    await drawOver(page, unread, 'the garden');
    expect(await page.evaluate<string>('String(getSelection())')).toContain('garden');
    expect(await page.getByRole('toolbar').count()).toBe(0);
  });

  it('is told when it became unread in another window, and nothing is kept', async () => {
    await world.the.desk.post(`/reflections/${(await world.reflections())[2]!.id}/reading`);
    await again();
    await world.the.desk.delete(`/reflections/${(await world.reflections())[2]!.id}/reading`);
    const reflection = reflections[2]!;
    await reflection.getByRole('button', { name: 'Add a tag' }).click();
    await page.getByRole('menuitem', { name: 'Motivation fading' }).click();
    await reflection.getByText('Read it first, then mark it.', { exact: false }).waitFor();
    await again();
    expect(await reflection.getByText('Motivation fading').count()).toBe(0);
  });

  it('highlights what the mouse selected, and takes it back by Z', async () => {
    const first = reflections[0]!;
    await drawOver(page, first, 'I cried in the car');
    await kept(() => page.getByRole('button', { name: 'Highlight', exact: true }).click());
    await page.getByText('Highlighted.').waitFor();
    expect(await marked(0)).toEqual(['I cried in the car']);
    await again();
    expect(await marked(0)).toEqual(['I cried in the car']);
    await drawOver(page, first, 'cried');
    await kept(() => page.getByRole('button', { name: 'Remove the highlight' }).click());
    expect(await marked(0)).toEqual(['I', 'in the car']);
    await kept(() => press('z'));
    await again();
    expect(await marked(0)).toEqual(['I cried in the car']);
  });

  it('highlights a sentence and single words by keys alone, hears what is taken, and undoes it', async () => {
    await kept(() => press('e'), 2);
    await press('j');
    await press('j');
    await tabTo(page, 'Mark');
    await press('Enter');
    await focusIsOn(page, 'Mum rang.');
    await press('ArrowDown');
    await press('ArrowDown');
    await focusIsOn(page, NOTICED);
    await kept(() => press(' '));
    await page.getByText('Highlighted.').waitFor();
    await press('ArrowUp');
    for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowRight']) await press(key);
    await page.getByRole('status').getByText('guilt thing', { exact: true }).waitFor();
    await picture(page, 'walk-marking-by-keys');
    await kept(() => press('Enter'));
    await page.locator('mark.is-mine', { hasText: 'guilt thing' }).waitFor();
    await press('Escape');
    await focusIsOn(page, 'Mark');
    await again();
    expect(await marked(1)).toEqual(['guilt thing', NOTICED]);
    await press('j');
    await press('j');
    await tabTo(page, 'Mark');
    for (const key of ['Enter', 'ArrowDown', 'ArrowDown']) await press(key);
    await kept(() => press('Enter'));
    await page.getByText('The highlight is gone.').waitFor();
    expect((await world.reflections())[1]!.marks.highlights).toHaveLength(1);
    await kept(() => press('z'));
    await press('Escape');
    await again();
    expect(await marked(1)).toEqual(['guilt thing', NOTICED]);
  });

  it('tags what was read by keys, apart from what the client chose, and undoes it', async () => {
    await press('j');
    await tabTo(page, 'Add a tag');
    await press('Enter');
    await page.getByRole('menuitem', { name: 'Relief, then confusion' }).waitFor();
    await page.keyboard.type('fear');
    await kept(() => press('Enter'));
    await page.getByText('Tagged.').waitFor();
    await again();
    const mine = reflections[0]!.locator('.tag-row', { hasText: 'Your tags' });
    expect(await mine.innerText()).toContain('Fear of losing it');
    const chosen = reflections[0]!.locator('.tag-row', { hasText: 'Chosen by Rowan' });
    expect(await chosen.innerText()).not.toContain('Fear of losing it');
    await kept(() => mine.getByRole('button', { name: 'Remove the tag “Fear of losing it”' }).click());
    await mine.waitFor({ state: 'detached' });
    await kept(() => press('z'));
    await mine.getByText('Fear of losing it').waitFor();
    await again();
    expect(await mine.innerText()).toContain('Fear of losing it');
  });
});

/** Draws the mouse over these words, as a hand does. */
async function drawOver(page: Page, reflection: Locator, words: string): Promise<void> {
  const of = JSON.stringify([await reflection.getAttribute('id'), words]);
  const [from, to] = await page.evaluate<[Point, Point]>(`(${ENDS_OF})(...${of})`);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, to.y, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

interface Point {
  x: number;
  y: number;
}

/** Where these words begin and end on the screen. */
const ENDS_OF = `(id, words) => {
  const reflection = document.getElementById(id);
  const all = document.createTreeWalker(reflection.querySelector('.words'), NodeFilter.SHOW_TEXT);
  const places = [];
  for (let node = all.nextNode(); node; node = all.nextNode())
    for (let i = 0; i < node.length; i += 1) places.push([node, i]);
  const from = places.map(([node, i]) => node.data[i]).join('').indexOf(words);
  const boxOf = ([node, i]) => {
    const range = document.createRange();
    range.setStart(node, i);
    range.setEnd(node, i + 1);
    return range.getBoundingClientRect();
  };
  reflection.scrollIntoView({ block: 'center' });
  const [first, last] = [boxOf(places[from]), boxOf(places[from + words.length - 1])];
  const at = (x, { top, height }) => ({ x, y: top + height / 2 });
  return [at(first.left + 0.5, first), at(last.right - 0.5, last)];
}`;
