import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { CaughtMail } from '@app/platform/mail/caught-mail.js';
import type { ReflectionView } from '@app/reflections/reflection.view.js';
import { describeWithChromium } from '../support/chromium.js';
import { WHAT_STAYED } from '../support/product/client-with-plan.js';
import { PHONE, WatchedContext } from '../support/product/watched-page.js';
import { BrowserCase } from './browser-case.js';

const WORDS = 'The heron on the weir. I stood still.';
const LINE = 'I stood still.';

jest.setTimeout(120_000);

describeWithChromium('with JavaScript off, a client', () => {
  let the: BrowserCase;
  let phone: WatchedContext;
  let page: Page;
  let clientId: string;

  beforeAll(async () => {
    the = await BrowserCase.open();
  });
  afterAll(() => the?.close());
  beforeEach(async () => {
    phone = await WatchedContext.open(the.browser, { viewport: PHONE, javaScriptEnabled: false });
    page = await phone.page();
    const asked = await the.askedClient();
    ({ clientId } = asked);
    await page.goto(asked.link);
    await page.getByRole('textbox', { name: WHAT_STAYED.question! }).fill(WORDS);
    await press('Send to Maren');
    await heading('It’s with Maren now.');
    await press('Read what you sent');
    await heading('Look in your mail.');
    await page.goto(linkIn(await the.box.mailTo(asked.address, 'The link you asked for')));
    await heading('What you sent is ready to read.');
    expect(await page.content()).not.toContain(LINE);
    await press('Read it now');
    await heading('What you sent');
  });
  afterEach(() => phone.close());

  const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
  const follow = (name: string | RegExp) => page.getByRole('link', { name }).first().click();
  const linkIn = ({ links }: CaughtMail) => links.find((link) => /\/r\/[\w-]{43}$/.test(link))!;
  const seenByMaren = async () =>
    (await the.desk.list<ReflectionView>(`/clients/${clientId}/reflections`))[0]!;

  it('reads what they sent, stars a line, would rather not talk about it, and closes the page', async () => {
    await page.getByText(WORDS).waitFor();
    await follow(/^Star a line, or take this back: /);
    await follow('Star a line');
    await heading('Which line is for your next call?');
    await press(LINE);
    await page.getByRole('status').getByText('Starred.').waitFor();
    expect((await seenByMaren()).wishes).toMatchObject({
      starred: [{ from: WORDS.indexOf(LINE), to: WORDS.length }],
      dontRaise: false,
    });
    await press('Please don’t raise this');
    await page.getByText('You asked us not to raise this').waitFor();
    expect((await seenByMaren()).wishes).toMatchObject({ dontRaise: true });
    await page.getByRole('button', { name: /^Take the star off/ }).click();
    await page.getByText('The star is off.').waitFor();
    expect((await seenByMaren()).wishes).toMatchObject({ starred: [] });
    const { pathname } = new URL(page.url());
    await follow('Back to all you sent');
    await press('Close this page');
    await heading('Closed.');
    await page.goto(`${the.product.baseUrl}${pathname}`);
    await heading('Closed.');
    expect(await page.content()).not.toContain(LINE);
  });

  it('takes back what they sent, after being told what that means', async () => {
    await follow(/^Star a line, or take this back: /);
    await follow('Take it back');
    await heading('Take this back?');
    await page.getByText('Nobody here can read it any more.').waitFor();
    await press('Yes, take it back');
    await page.getByText(/^You took this back on /).waitFor();
    expect(await page.content()).not.toContain(LINE);
    expect(JSON.stringify(await seenByMaren())).not.toMatch(/heron|stood still/);
  });

  it('keeps copies under names that say nothing, each with every word', async () => {
    await follow('Keep a copy');
    for (const [name, file] of [
      [/^As a page/, 'my-words.html'],
      [/^As data/, 'my-words.json'],
      [/^To print/, 'my-booklet.html'],
      [/^As a PDF/, 'my-booklet.pdf'],
    ] as const) {
      const coming = page.waitForEvent('download');
      await page.getByRole('button', { name }).click();
      const download = await coming;
      expect(download.suggestedFilename()).toBe(file);
      const kept = readFileSync(await download.path());
      if (file.endsWith('.pdf')) expect(kept.subarray(0, 5).toString()).toBe('%PDF-');
      else expect(kept.toString()).toContain(WORDS);
    }
  });
});
