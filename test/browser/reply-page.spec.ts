import type { Page } from 'playwright-core';
import type { ReflectionView } from '@app/reflections/reflection.view.js';
import { databaseOutage } from '../support/api/outage.js';
import { describeWithChromium } from '../support/chromium.js';
import { WHAT_STAYED } from '../support/product/client-with-plan.js';
import { fingerprint, tableContents } from '../support/product/table-contents.js';
import { PHONE, WatchedContext } from '../support/product/watched-page.js';
import { BrowserCase } from './browser-case.js';

jest.setTimeout(120_000);

const WORDS = 'The word “enough”.\nIt came back in the supermarket.';

describeWithChromium('the reply page on a phone', () => {
  let the: BrowserCase;
  let phone: WatchedContext;

  beforeAll(async () => {
    the = await BrowserCase.open();
  });
  afterAll(() => the?.close());
  afterEach(() => phone?.close());

  const open = async (link: string, javaScriptEnabled = true): Promise<Page> => {
    phone = await WatchedContext.open(the.browser, { viewport: PHONE, javaScriptEnabled });
    const page = await phone.page();
    await page.goto(link);
    return page;
  };
  const box = (page: Page) => page.getByRole('textbox', { name: WHAT_STAYED.question! });
  const send = (page: Page) => page.getByRole('button', { name: 'Send to Maren' });
  const reflectionsOf = (clientId: string) =>
    the.desk.list<ReflectionView>(`/clients/${clientId}/reflections`);

  it('keeps a draft for the browser it was saved in, without JavaScript', async () => {
    const { link } = await the.askedClient();
    const page = await open(link, false);
    await box(page).fill(WORDS);
    await page.getByRole('button', { name: 'Save for later' }).click();
    await page.getByRole('heading', { name: 'Saved. Not sent. Nobody has seen this.' }).waitFor();
    await page.close();
    const later = await phone.page();
    await later.goto(link);
    expect(await box(later).inputValue()).toBe(WORDS);

    const other = await WatchedContext.open(the.browser, { viewport: PHONE, javaScriptEnabled: false });
    const elsewhere = await other.page();
    await elsewhere.goto(link);
    expect(await elsewhere.content()).not.toContain('supermarket');
    expect([...phone.troubles, ...other.troubles]).toEqual([]);
    await other.close();
  });

  it('saves while a person types, and has it after the tab was closed', async () => {
    const { link } = await the.askedClient();
    const page = await open(link);
    await box(page).pressSequentially('The word');
    await page.getByText(/^Saved at /).waitFor();
    await box(page).pressSequentially(' enough');
    await page.close({ runBeforeUnload: true });
    const later = await phone.page();
    await later.goto(link);
    expect(await box(later).inputValue()).toBe('The word enough');
    expect(phone.troubles).toEqual([]);
  });

  it('sends one reflection when the button is pressed twice', async () => {
    const { clientId, link } = await the.askedClient();
    const page = await open(link);
    await box(page).fill(WORDS);
    await send(page).dblclick();
    await page.getByRole('heading', { name: 'It’s with Maren now.' }).waitFor();
    expect((await reflectionsOf(clientId)).map(({ words }) => words)).toEqual([WORDS]);
    expect(phone.troubles).toEqual([]);
  });

  it('keeps the words when the phone is offline, and sends them after', async () => {
    const { clientId, link } = await the.askedClient();
    const page = await open(link);
    await box(page).fill(WORDS);
    await phone.context.setOffline(true);
    await send(page).click();
    await page.getByText('You seem to be offline. Your words are still here.').waitFor();
    expect(await box(page).inputValue()).toBe(WORDS);
    await phone.context.setOffline(false);
    await send(page).click();
    await page.getByRole('heading', { name: 'It’s with Maren now.' }).waitFor();
    expect(await reflectionsOf(clientId)).toMatchObject([{ words: WORDS }]);
  });

  it('shows the words back when the server cannot take them, and sends them after', async () => {
    const { clientId, link } = await the.askedClient();
    const page = await open(link);
    await box(page).fill(WORDS);
    const end = await databaseOutage(the.product.database);
    await send(page).click();
    await page.getByRole('heading', { name: 'We can’t open this just now.' }).waitFor();
    expect(await page.getByRole('textbox').inputValue()).toBe(WORDS);
    await page.getByText('If today feels like too much').waitFor();
    await end();
    await page.goto(link);
    await box(page).fill(WORDS);
    await send(page).click();
    await page.getByRole('heading', { name: 'It’s with Maren now.' }).waitFor();
    expect(await reflectionsOf(clientId)).toMatchObject([{ words: WORDS }]);
  });

  it('changes no row when a scanner opens it and runs its script', async () => {
    const { link } = await the.askedClient();
    const before = fingerprint(await tableContents(the.product.database));
    const page = await open(link);
    await page.waitForLoadState('networkidle');
    await page.goto(`${the.product.baseUrl}/r/help`);
    await page.close({ runBeforeUnload: true });
    expect(fingerprint(await tableContents(the.product.database))).toEqual(before);
    expect(phone.troubles).toEqual([]);
  });
});
