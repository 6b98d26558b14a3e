import type { Page } from 'playwright-core';
import { describeWithChromium } from '../support/chromium.js';
import { aClientWithPlan, WHAT_STAYED } from '../support/product/client-with-plan.js';
import { replyLinkIn } from '../support/product/letter-box.js';
import { PHONE, picture, sidewaysScroll, WatchedContext } from '../support/product/watched-page.js';
import { bytesOf, weighed } from '../support/product/weighed-page.js';
import { BrowserCase } from './browser-case.js';

jest.setTimeout(120_000);

/** Everything that one page of a client loads, in bytes over the wire. */
const CLIENT_PAGE = 50_000;

const WORDS = 'A field, very wide, and nobody wanting anything.\nI slept “well” – & <b>deep</b> 🌾';

describeWithChromium('in a browser', () => {
  let the: BrowserCase;

  beforeAll(async () => {
    the = await BrowserCase.open();
  });
  afterAll(() => the?.close());

  it('goes from the recorded session by a phone without JavaScript to the words in the brief', async () => {
    const { client, address } = await aClientWithPlan(the.desk);
    const office = await the.context();
    const page = await office.page();
    await the.signIn(page);
    await page.getByRole('link', { name: 'Clients' }).click();
    // Today names the client too: only once it has gone is there one link by this name.
    await page.getByRole('heading', { name: 'Clients', level: 1 }).waitFor();
    await page.getByRole('link', { name: client.name, exact: true }).click();
    await recordSession(page);
    await sendWhatStayed(page);

    const phone = await WatchedContext.open(the.browser, { viewport: PHONE, javaScriptEnabled: false });
    await answer(await phone.page(), replyLinkIn(await the.box.mailTo(address)));

    await bookCall(page);
    await office.close();
    const nextMorning = await the.context();
    const fresh = await nextMorning.page();
    await the.signIn(fresh);
    // One click after the sign-in.
    await fresh.getByRole('link', { name: 'Open brief' }).click();
    const quote = fresh.locator('.reflection .quote');
    await quote.waitFor();
    expect(await quote.innerText()).toBe(WORDS);
    expect(await quote.isVisible()).toBe(true);
    await markReadAndUndo(fresh);
    expect([...office.troubles, ...phone.troubles, ...nextMorning.troubles]).toEqual([]);
    await phone.close();
    await nextMorning.close();
  });

  it('shows a client a page of less than 50 kB in at most six requests, all of them to us', async () => {
    const { link } = await the.askedClient('Teodor Lanz');
    const phone = await WatchedContext.open(the.browser, { viewport: PHONE });
    const page = await phone.page();
    const loaded = weighed(page, the.product.baseUrl);
    await page.goto(link, { waitUntil: 'networkidle' });
    const files = await loaded();
    expect(files.filter(({ kind }) => kind === 'font')).not.toEqual([]);
    expect(files.filter(({ isOurs }) => !isOurs)).toEqual([]);
    expect(files.length).toBeLessThanOrEqual(6);
    expect(bytesOf(files)).toBeLessThan(CLIENT_PAGE);
    await phone.close();
  });
});

async function recordSession(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Record a session' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Held' }).check();
  await typeWhen(page, '11042026', '1100A');
  await picture(page, 'record-session');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('cell', { name: 'Completed' }).waitFor();
}

async function sendWhatStayed(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Plan and prompts' }).click();
  const row = page.getByRole('row', { name: WHAT_STAYED.title });
  await row.getByRole('button', { name: 'Send now' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Send now' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function bookCall(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Calls', exact: true }).click();
  await page.getByRole('button', { name: 'Book a call' }).click();
  const dialog = page.getByRole('dialog');
  await typeWhen(page, '11042026', '0400P');
  await dialog.getByRole('button', { name: 'Book a call' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Types a date and a time into the fields of a dialog, digit by digit as on a keyboard. */
async function typeWhen(page: Page, date: string, time: string): Promise<void> {
  const fields = page.getByRole('dialog').locator('.segments');
  await fields.nth(0).getByRole('spinbutton').first().focus();
  await page.keyboard.type(date, { delay: 10 });
  await fields.nth(1).getByRole('spinbutton').first().focus();
  await page.keyboard.type(time, { delay: 10 });
}

async function answer(page: Page, link: string): Promise<void> {
  await page.goto(link);
  expect(new URL(page.url()).pathname).toMatch(/^\/r\/p\/[0-9a-f-]{36}$/);
  expect(await sidewaysScroll(page)).toBe(0);
  await page.getByRole('textbox', { name: WHAT_STAYED.question! }).fill(WORDS);
  await page.getByRole('radio', { name: 'fairly light' }).check();
  await page.getByRole('button', { name: 'Send to Maren' }).click();
  await page.getByRole('heading', { name: 'It’s with Maren now.' }).waitFor();
  await picture(page, 'thanks-390');
}

async function markReadAndUndo(page: Page): Promise<void> {
  const reflection = page.locator('.reflection');
  await reflection.getByRole('button', { name: 'Mark as read' }).click();
  const undo = reflection.getByRole('button', { name: 'Undo' });
  await undo.click();
  await reflection.getByRole('button', { name: 'Mark as read' }).waitFor();
}
