import type { Page } from 'playwright-core';
import type { ClientView } from '@app/clients/client.view.js';
import type { PlanTemplateView } from '@app/plans/plan-template.view.js';
import type { PlanView } from '@app/plans/plan.view.js';
import type { PromptView } from '@app/prompts/prompt.view.js';
import type { SenderView } from '@app/clinics/settings/sender.view.js';
import { describeWithChromium } from '../support/chromium.js';
import { aSessionJustHeld } from '../support/product/client-with-plan.js';
import { axeFindings, picture, settled, WatchedContext } from '../support/product/watched-page.js';
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

  it('asks a measure: written, put into a plan, begun with, and there in the rows', async () => {
    const client = await the.desk.post<ClientView>('/clients', {
      name: 'Teodor Lanz',
      email: 'teodor@lanz.example',
      phone: '+1 208 555 0177',
      timeZone: 'America/Boise',
      emailConsent: { givenOn: '2026-10-05', how: 'on paper, at the first visit' },
    });
    await aSessionJustHeld(the.desk, client);
    const prompts = () => the.desk.list<PromptView>(`/clients/${client.id}/prompts`);
    // On the real clock: a clock of the test would put a script into the sandboxed preview, which refuses it.
    await context.close();
    context = await WatchedContext.open(the.browser);
    page = await context.page();
    await the.signIn(page);

    await page.goto(`${the.product.baseUrl}/library/new`);
    await page.getByLabel('Title for staff').fill('Worry, lately');
    await page.getByRole('checkbox', { name: /^The client may keep it as a thread/ }).check();
    await page.getByLabel('A measure', { exact: true }).selectOption({ label: 'GAD-7' });
    await reads('It looks back 14 days.');
    await press('Publish');
    await page.getByRole('link', { name: /^Ask an open question too/ }).click();
    const thread = page.getByRole('checkbox', { name: /^The client may keep it as a thread/ });
    expect(await thread.evaluate('document.activeElement.name')).toBe('namesThread');
    await thread.uncheck();
    await page.getByText('Page 1 of 8').waitFor();
    await settled(page);
    await picture(page, 'prompt-with-a-measure');
    expect(await axeFindings(page)).toEqual([]);
    await press('Publish');
    await page.waitForURL(/\/library\/[0-9a-f-]{36}$/);

    await page.goto(`${the.product.baseUrl}/plan-templates/new`);
    await page.getByLabel('Name of the plan').fill('Ours, with GAD-7');
    await press('Add a step');
    await page.locator('[name="step-prompt"]').selectOption({ label: 'Worry, lately' });
    await reads('It waits until no ketamine session lies within them.');
    await page.getByRole('textbox', { name: 'Days after' }).fill('15');
    await press('Done');
    await press('Publish');
    await page.waitForURL(/\/plan-templates\/[0-9a-f-]{36}$/);
    await reads('It brings GAD-7 on day 15.');
    const template = page.url().split('/').at(-1)!;

    await open(client, 'plan');
    await press('Start a plan');
    await reads('It brings a safety check on days 1 and 7');
    await reads('First, somebody has to be there to answer');
    await page.getByLabel('Template').selectOption({ label: 'Ours, with GAD-7' });
    await reads('1 prompt has a date already.');
    await confirm('Start a plan');
    await page
      .getByRole('cell', { name: 'Worry, lately' })
      .or(page.getByRole('row', { name: /Worry, lately/ }))
      .first()
      .waitFor();
    const [asked] = await prompts();
    expect(asked).toMatchObject({ title: 'Worry, lately', status: 'scheduled' });
    await reads(asked!.localText);

    // A newer version of it: laid out, looked at, live when somebody says so.
    const { steps } = (await the.desk.list<PlanTemplateView>('/plan-templates')).find(
      ({ id }) => id === template,
    )!;
    const { prompt, anchor, localTime, latenessHours, nudgeAfterDays, slowestPace } = steps[0]!;
    const step = { prompt, anchor, localTime, latenessHours, nudgeAfterDays, slowestPace };
    await the.desk.post(`/plan-templates/${template}/versions`, {
      version: 1,
      title: 'Ours, with GAD-7',
      steps: [
        { ...step, days: 15 },
        { ...step, days: 2, prompt: { template: 'small-shift' } },
      ],
    });
    await page.reload();
    await page.getByRole('link', { name: 'Open the plan' }).click();
    await press('Lay out version 2');
    await reads('1 step is added, none changes, none goes.');
    expect(await prompts()).toHaveLength(1);
    await page.getByText('Next out: “One small shift”').waitFor();
    await settled(page);
    await picture(page, 'newer-version');
    expect(await axeFindings(page)).toEqual([]);
    await page
      .locator('.savebar')
      .getByRole('button', { name: /^Make it live/ })
      .click();
    await page.locator('.savebar').waitFor({ state: 'detached' });
    const [plan] = await the.desk.list<PlanView>(`/clients/${client.id}/plans`);
    expect(plan).toMatchObject({ template: { version: 2 }, version: 2 });
    expect((await prompts()).map(({ title }) => title).sort()).toEqual(['One small shift', 'Worry, lately']);
    expect((await prompts()).find(({ title }) => title === 'Worry, lately')?.localText).toBe(
      asked!.localText,
    );
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
