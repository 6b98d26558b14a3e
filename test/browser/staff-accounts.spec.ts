import type { Page } from 'playwright-core';
import { totpCode } from '@app/clinics/factors/totp.rules.js';
import { describeWithChromium } from '../support/chromium.js';
import type { CaughtMail } from '@app/platform/mail/caught-mail.js';
import { axeFindings, picture, settled } from '../support/product/watched-page.js';
import { BrowserCase } from './browser-case.js';

jest.setTimeout(180_000);

const DANA = {
  name: 'Dana Reyes',
  email: 'dana@alderbrook.example',
  password: 'nine herons over slow water',
};
const LENA = {
  name: 'Lena Brandt',
  email: 'lena@alderbrook.example',
  password: 'a kettle, a window, some rain',
};
const CLIENT = 'Priya Sethi';

describeWithChromium('an admin, a colleague and their accounts, in a browser', () => {
  let the: BrowserCase;

  beforeAll(async () => {
    the = await BrowserCase.open();
  });
  afterAll(() => the?.close());

  it('starts a clinic, enrols an app and a passkey, invites, seats and suspends a practitioner', async () => {
    const office = await the.context();
    const dana = await office.page();
    await startClinic(dana);
    await enrolApp(dana);
    await addPasskey(dana);
    await signInByPasskey(dana, DANA);
    await invite(dana);

    const home = await the.context();
    const lena = await home.page();
    await join(lena);
    await dana.goto(`${the.product.baseUrl}/clients/new`);
    const client = await addClient(dana);
    // Nobody but the care team finds the client.
    await lena.goto(client);
    await lena.getByRole('heading', { level: 1 }).waitFor();
    expect(await lena.getByText(CLIENT).count()).toBe(0);
    await seat(dana, client);
    await lena.goto(client);
    await lena.getByRole('heading', { name: CLIENT, level: 1 }).waitFor();

    await suspend(dana);
    // The very next request: what was on the page is covered, and the way in is shut.
    await lena.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Clients' }).click();
    await lena.getByText('You have been signed out').waitFor();
    await picture(lena, 'suspended-cover');
    await lena.goto(`${the.product.baseUrl}/sign-in`);
    await givePassword(lena, LENA);
    await lena.getByText('That e-mail address and password do not go together').waitFor();
    expect(await lena.getByText(CLIENT).count()).toBe(0);

    const refused = /status of (401|403|404|422)/;
    expect([...office.troubles, ...home.troubles].filter((trouble) => !refused.test(trouble))).toEqual([]);
    await office.close();
    await home.close();
  });

  async function startClinic(page: Page): Promise<void> {
    await page.goto(`${the.product.baseUrl}/sign-in`);
    await page.getByRole('link', { name: 'Start a clinic' }).click();
    await page.getByRole('heading', { name: 'Start a clinic', level: 1 }).waitFor();
    await page.getByLabel('E-mail address').fill(DANA.email);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await page.getByText('on its way to').waitFor();
    await page.goto(linkIn(await the.box.mailTo(DANA.email), 'start'));
    await page.getByLabel('Your name').fill(DANA.name);
    await page.getByLabel('New password', { exact: true }).fill(DANA.password);
    await page.getByLabel('Name of the clinic').fill('Alderbrook Integration');
    await page.getByLabel('Short name').fill('Alderbrook');
    await page.getByLabel('Phone of the clinic').fill('+1 503 555 0133');
    await look(page, 'start-form');
    await page.getByRole('button', { name: 'Start this clinic' }).click();
    await page.getByRole('heading', { name: 'Alderbrook Integration is there' }).waitFor();
    await page.getByRole('link', { name: 'Sign in' }).click();
    await givePassword(page, DANA);
  }

  /** The key is read off the page, as somebody does who cannot scan the picture. */
  async function enrolApp(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'An authenticator app' }).click();
    const secret = (await page.locator('.secret code').innerText()).replaceAll(/\s/g, '');
    await look(page, 'enrol-totp');
    const code = page.getByLabel('The 6 digits your app shows now');
    await code.fill('000000');
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await code.fill(totpCode(secret, the.product.now));
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor();
    expect(await page.locator('.codes li').count()).toBe(10);
    await look(page, 'recovery-codes');
    await page.getByLabel('I have kept them').check();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.waitForURL('**/welcome');
    await page.getByRole('heading', { name: /^Welcome to/, level: 1 }).waitFor();
    await look(page, 'welcome');
  }

  async function addPasskey(page: Page): Promise<void> {
    await plugInAuthenticator(page);
    await page.goto(`${the.product.baseUrl}/me`);
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByLabel('A name for it').fill('Blue key');
    await page.getByRole('button', { name: 'Make the passkey' }).click();
    await page.getByText('Blue key is added.').waitFor();
    await look(page, 'me');
    await page.getByRole('button', { name: 'Sign out' }).first().click();
    await page.waitForURL('**/sign-in**');
  }

  async function signInByPasskey(page: Page, person: typeof DANA): Promise<void> {
    await givePassword(page, person);
    await look(page, 'second-factor');
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await page.waitForURL('**/welcome');
  }

  async function invite(page: Page): Promise<void> {
    await page.goto(`${the.product.baseUrl}/staff`);
    await page.getByRole('button', { name: 'Invite somebody' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('E-mail address').fill(LENA.email);
    await dialog.getByLabel('Name', { exact: true }).fill(LENA.name);
    await dialog.getByRole('button', { name: 'Send the invitation' }).click();
    await dialog.waitFor({ state: 'detached' });
    await look(page, 'staff-invited');
  }

  /** By the link in the received mail; the first factor is a passkey. */
  async function join(page: Page): Promise<void> {
    await page.goto(linkIn(await the.box.mailTo(LENA.email), 'invite'));
    await page.getByRole('heading', { name: 'Join Alderbrook Integration' }).waitFor();
    expect(new URL(page.url()).hash).toBe('');
    await page.getByLabel('New password', { exact: true }).fill(LENA.password);
    await look(page, 'invite');
    await page.getByRole('button', { name: 'Join' }).click();
    await page.getByRole('link', { name: 'Sign in' }).click();
    await givePassword(page, LENA);
    await plugInAuthenticator(page);
    await page.getByRole('button', { name: 'A passkey' }).click();
    await page.getByLabel('A name for it').fill('Laptop');
    await page.getByRole('button', { name: 'Make the passkey' }).click();
    await page.getByLabel('I have kept them').check();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.waitForURL('**/today');
  }

  async function addClient(page: Page): Promise<string> {
    await page.getByLabel('Name', { exact: true }).fill(CLIENT);
    await page.getByRole('button', { name: 'Add this client' }).click();
    await page.waitForURL(/\/clients\/[0-9a-f-]{36}/);
    return page.url().split('?')[0]!;
  }

  async function seat(page: Page, client: string): Promise<void> {
    await page.goto(`${client}?section=team`);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('radio', { name: /Reads along|reads all|words/i })
      .first()
      .check();
    await look(page, 'seat');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(LENA.name).first().waitFor();
  }

  async function suspend(page: Page): Promise<void> {
    await page.goto(`${the.product.baseUrl}/staff`);
    await page
      .getByRole('row', { name: LENA.name })
      .getByRole('button', { name: /Change/ })
      .click();
    const dialog = page.getByRole('dialog');
    await look(page, 'staff-member');
    await dialog.getByRole('button', { name: 'Suspend…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Suspend', exact: true }).click();
    await page.getByText(`${LENA.name} is suspended.`).waitFor();
    await look(page, 'staff-suspended');
  }

  async function givePassword(page: Page, { email, password }: typeof DANA): Promise<void> {
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  }

  /** Nothing serious for axe where somebody stands; a picture where pictures are wanted. */
  async function look(page: Page, name: string): Promise<void> {
    await settled(page);
    await picture(page, name);
    expect({ [name]: await axeFindings(page) }).toEqual({ [name]: [] });
  }
});

/** A security key that is touched and unlocked whenever it is asked (WebAuthn Automation). */
async function plugInAuthenticator(page: Page): Promise<void> {
  const protocol = await page.context().newCDPSession(page);
  await protocol.send('WebAuthn.enable');
  await protocol.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

function linkIn({ links }: CaughtMail, page: 'start' | 'invite'): string {
  const link = links.find((each) => new URL(each).pathname === `/${page}`);
  if (!link) throw new Error(`no link to /${page} among ${links.length}`);
  return link;
}
