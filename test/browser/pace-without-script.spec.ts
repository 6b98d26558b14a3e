import type { Page } from 'playwright-core';
import type { ClientView } from '@app/clients/client.view.js';
import type { CaughtMail } from '@app/platform/mail/caught-mail.js';
import type { PromptView } from '@app/prompts/prompt.view.js';
import { describeWithChromium } from '../support/chromium.js';
import { WHAT_STAYED } from '../support/product/client-with-plan.js';
import { replyLinkIn } from '../support/product/letter-box.js';
import { PHONE, WatchedContext } from '../support/product/watched-page.js';
import { BrowserCase } from './browser-case.js';

const WORDS = 'The word enough.';

/** From an e-mail: opening its link is one tap, a button the second. */
describeWithChromium('with JavaScript off, and two taps from an e-mail, a client', () => {
  let the: BrowserCase;
  let phone: WatchedContext;
  let page: Page;

  beforeAll(async () => {
    the = await BrowserCase.open();
  });
  afterAll(() => the?.close());
  beforeEach(async () => {
    phone = await WatchedContext.open(the.browser, { viewport: PHONE, javaScriptEnabled: false });
    page = await phone.page();
  });
  afterEach(async () => {
    expect(phone.troubles).toEqual([]);
    await phone.close();
  });

  const client = (id: string) => the.desk.get<ClientView>(`/clients/${id}`);
  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
  const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
  const statusOf = async (clientId: string, promptId: string) =>
    (await the.desk.list<PromptView>(`/clients/${clientId}/prompts`)).find(({ id }) => id === promptId)!
      .status;
  const mailed = (address: string, subject: string): Promise<CaughtMail> => the.box.mailTo(address, subject);
  /** The one link of a mail about the pace. */
  const linkIn = ({ links }: CaughtMail) => links.find((link) => /\/r\/[\w-]{43}$/.test(link))!;
  const asked = () => the.askedClient();

  it('answers', async () => {
    const { clientId, prompt, link } = await asked();
    await page.goto(link);
    await page.getByRole('textbox', { name: WHAT_STAYED.question! }).fill(WORDS);
    await press('Send to Maren');
    await heading('It’s with Maren now.');
    expect(await statusOf(clientId, prompt.id)).toBe('answered');
  });

  it('saves, and returns to what was written', async () => {
    const { link } = await asked();
    await page.goto(link);
    await page.getByRole('textbox', { name: WHAT_STAYED.question! }).fill(WORDS);
    await press('Save for later');
    await heading('Saved. Not sent. Nobody has seen this.');
    await page.goto(link);
    expect(await page.getByRole('textbox', { name: WHAT_STAYED.question! }).inputValue()).toBe(WORDS);
  });

  it('snoozes, and skips', async () => {
    const snoozed = await asked();
    await page.goto(snoozed.link);
    await press(/^Ask me tomorrow/);
    await heading('That’s fine. We will ask again.');
    const skipped = await asked();
    await page.goto(skipped.link);
    await press(/^Skip/i);
    await heading('Skipped, and that’s fine.');
    expect(await statusOf(skipped.clientId, skipped.prompt.id)).toBe('skipped');
  });

  it('rests, and starts again from the e-mail about it', async () => {
    const { clientId, link, address } = await asked();
    await page.goto(`${link}/pace`);
    await press(/^Rest for a week/);
    await heading('Your questions rest now.');
    expect((await client(clientId)).rest).toMatchObject({ by: 'client' });
    await page.goto(linkIn(await mailed(address, 'Your questions rest now')));
    await press(/^Start again/);
    await heading('Your questions come again.');
    expect((await client(clientId)).rest).toBeNull();
  });

  it('changes the pace', async () => {
    const { clientId, link } = await asked();
    await page.goto(`${link}/pace`);
    await press(/^Gentler/);
    await heading('We ask you less often now.');
    expect((await client(clientId)).pace).toBe('gentle');
  });

  it('stops, and starts again with a yes to one more e-mail', async () => {
    const { clientId, link, address } = await asked();
    await page.goto(`${link}/pace`);
    await press('Stop these e-mails for good');
    await heading('Stopped. You get no more of these e-mails.');
    expect((await client(clientId)).stoppedAt).not.toBeNull();
    await page.goto(linkIn(await mailed(address, 'You stopped these e-mails')));
    await press('Start again');
    await heading('An e-mail is on its way to you.');
    expect((await client(clientId)).stoppedAt).not.toBeNull();
    await page.goto(linkIn(await mailed(address, 'May we write to you?')));
    await press('Yes, write to me');
    await heading('Thank you. We write to you from now on.');
    expect(await client(clientId)).toMatchObject({ stoppedAt: null, consent: { how: 'by-link' } });
  });

  it('finds the way to rest, pace and stop in every e-mail with a question', async () => {
    const { link, address } = await asked();
    const mail = (await the.box.mails()).find(({ to }) => to === address)!;
    expect(replyLinkIn(mail)).toBe(link);
    expect(mail.links).toContain(`${link}/pace`);
  });
});
