import type { Page } from 'playwright-core';
import type { ClientView } from '@app/clients/client.view.js';
import type { SenderView } from '@app/clinics/settings/sender.view.js';
import { describeWithChromium } from '../support/chromium.js';
import { axeFindings, picture, settled, type WatchedContext } from '../support/product/watched-page.js';
import { BrowserCase } from './browser-case.js';

jest.setTimeout(180_000);

describeWithChromium('how a client is asked, and who the e-mails come from, in a browser', () => {
  let the: BrowserCase;
  let context: WatchedContext;
  let page: Page;

  beforeAll(async () => {
    the = await BrowserCase.open();
  });
  beforeEach(async () => {
    context = await the.context();
    page = await context.page();
  });
  afterEach(() => context?.close());
  afterAll(() => the?.close());

  const aClient = (email: string) =>
    the.desk.post<ClientView>('/clients', {
      name: 'Priya Sethi',
      email,
      phone: '+1 208 555 0177',
      timeZone: 'America/Boise',
    });
  const stored = ({ id }: ClientView) => the.desk.get<ClientView>(`/clients/${id}`);
  const open = (client: ClientView, section: string) =>
    page.goto(`${the.product.baseUrl}/clients/${client.id}?section=${section}`);
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const confirm = (name: string) =>
    page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  const reads = (text: string) => page.getByText(text).first().waitFor();

  it('shows and changes what the client chose, and what they agreed to', async () => {
    const client = await aClient('priya@sethi.example');
    await the.signIn(page);
    await open(client, 'asked');
    await reads('Priya has not agreed to e-mail, so nothing goes out.');

    await press('Record consent');
    await reads('Nobody watches what you send around the clock.');
    await confirm('Record it');
    await reads('Say how the consent was given.');
    await page.getByLabel('How it was given').fill('on paper, at the first visit');
    await confirm('Record it');
    await reads('with Maren Okoye.');
    expect((await stored(client)).consent).toMatchObject({ textVersion: 1, how: 'with-staff' });

    await press('Change Pace');
    await page.getByRole('radio', { name: /^Gentle/ }).check();
    await confirm('Save');
    await reads('Only the steps that matter most.');

    await press('Start a rest');
    await page.getByRole('radio', { name: 'Three days' }).check();
    await confirm('Start a rest');
    await reads('Resting. Prompts come back on Sat 7 Nov, Mountain time.');
    await press('End the rest');
    await confirm('End the rest');
    await reads('Not resting.');
    expect(await stored(client)).toMatchObject({ pace: 'gentle', rest: null });

    await press('They took it back');
    await confirm('Take the consent back');
    await press('Ask by e-mail');
    await confirm('Ask by e-mail');
    await the.box.mailTo('priya@sethi.example', 'May we write to you?');
    await page.reload();
    await page.getByRole('row', { name: /Asked to agree Sent/ }).waitFor();
    await settled(page);
    await picture(page, 'how-they-are-asked');
    expect({ findings: await axeFindings(page), troubles: context.troubles }).toEqual({
      findings: [],
      troubles: [],
    });
  });

  it('takes another address after a voice check, and says what a status means before it is saved', async () => {
    const client = await aClient('priya.two@sethi.example');
    await the.signIn(page);
    await open(client, 'details');
    await page.getByLabel('E-mail address').fill('priya.new@sethi.example');
    await press('Save');
    await reads('Ask them first, by phone or in person.');
    expect((await stored(client)).email).toBe('priya.two@sethi.example');
    await page.getByRole('checkbox', { name: /read it back to them/ }).check();
    await press('Save');
    await page.getByText('Not saved yet.').waitFor({ state: 'detached' });
    expect((await stored(client)).email).toBe('priya.new@sethi.example');

    await page.getByLabel('Status').selectOption('died');
    await reads('Everything stops, silently. Nobody is written to.');
    await press('Save');
    expect((await stored(client)).status).toBe('active');
    await confirm('Yes, stop everything');
    await page.getByText('Not saved yet.').waitFor({ state: 'detached' });
    expect((await stored(client)).status).toBe('died');
    expect(context.troubles).toEqual([]);
  });

  it('has the mailbox answers go to checked by a button, not by opening the link', async () => {
    const replyTo = 'answers@fernhollow.example';
    await the.signIn(page, the.dana);
    await page.goto(`${the.product.baseUrl}/settings/emails`);
    await page.getByLabel('Where answers go').fill(replyTo);
    await page.locator('form[aria-labelledby=sender] button[type=submit]').click();
    await press('Send the link');
    const mail = await the.box.mailTo(replyTo);
    const link = mail.links.find((each) => each.includes('/confirm-sender#'));

    const elsewhere = await the.context();
    const reader = await elsewhere.page();
    await reader.goto(link!);
    await reader.getByRole('heading', { name: 'Is this the right mailbox?' }).waitFor();
    expect((await the.desk.get<SenderView>('/clinic/sender')).verifiedAt).toBeNull();
    await reader.getByRole('button', { name: 'Yes, somebody reads it' }).click();
    await reader.getByRole('heading', { name: 'Thank you' }).waitFor();
    expect(await axeFindings(reader)).toEqual([]);
    await elsewhere.close();

    await page.reload();
    await reads('somebody opened the link that went there.');
    await press('Send myself a test');
    // The first said that somebody signed in with a spare code.
    const test = await the.box.mailTo(the.dana.email, 2);
    expect(test.text).toContain('short question');

    await page.getByLabel('Name in the address').fill('Fernhollow Lane');
    await page.locator('form[aria-labelledby=public-address] button[type=submit]').click();
    await reads(`${the.product.baseUrl}/c/fernhollow-lane`);
    await settled(page);
    await picture(page, 'settings-emails');
    expect({ findings: await axeFindings(page), troubles: context.troubles }).toEqual({
      findings: [],
      troubles: [],
    });
  });
});
