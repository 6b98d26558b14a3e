import type { ClientView } from '@app/clients/client.view.js';
import type { CaughtMail } from '@app/platform/mail/caught-mail.js';
import { Client } from 'pg';
import { describeWithChromium } from '../support/chromium.js';
import { ClientBrowser } from '../support/product/client-browser.js';
import { BrowserCase } from './browser-case.js';
import { Looking, LOOKS } from './looks.js';

jest.setTimeout(120_000);

const SLUG = 'fernhollow';

/** Opening a page changes nothing, so what is only opened is prepared once and looked at in every window. */
describeWithChromium('every page of a client, for axe, the browser’s console and the window’s width', () => {
  let the: BrowserCase;
  let asked: string;
  let answered: string;
  /** Of a mail that asks whether one agrees, before and after: then a passphrase stands before the page. */
  let optIn: string;
  let locked: string;
  let stopped: string;

  beforeAll(async () => {
    the = await BrowserCase.open();
    asked = (await the.askedClient('Teodor Lanz')).link;
    answered = await anAnswered();
    stopped = await aStopped();
    [optIn, locked] = [await anOptIn('priya@sethi.example'), await aLocked('imani@osei.example')];
    await inDatabase(`update clinics set slug = '${SLUG}'`);
  });
  afterAll(() => the?.close());

  const phone = () => new ClientBrowser(the.product.baseUrl);
  /** The one link of a mail that asks nothing. */
  const linkIn = ({ links }: CaughtMail) => links.find((link) => /\/r\/[\w-]{43}$/.test(link))!;

  async function anAnswered(): Promise<string> {
    const { link } = await the.askedClient();
    const browser = phone();
    await browser.press(await browser.open(link), 'send', { words: 'A field, very wide.' });
    return link;
  }
  async function aStopped(): Promise<string> {
    const { link } = await the.askedClient('Marcus Bell');
    const browser = phone();
    await browser.press(await browser.open(`${link}/pace`), 'stop');
    return `${link}/pace`;
  }
  async function aClient(email: string, emailConsent?: object): Promise<ClientView> {
    const client = { name: 'Priya Sethi', email, phone: '+1 208 555 0177', timeZone: 'America/Boise' };
    return the.desk.post<ClientView>('/clients', { ...client, ...(emailConsent && { emailConsent }) });
  }
  async function anOptIn(email: string): Promise<string> {
    const { id } = await aClient(email);
    await the.desk.post(`/clients/${id}/opt-in`, {}, 202);
    return linkIn(await the.box.mailTo(email, 'May we write to you?'));
  }
  async function aLocked(email: string): Promise<string> {
    const link = await anOptIn(email);
    const browser = phone();
    const agreed = await browser.press(await browser.open(link), 'consent', { shared: 'yes' });
    const fields = { passphrase: 'green lamp', again: 'green lamp' };
    await browser.press(
      await browser.open(agreed.path.replace(/(\/r\/p\/[^/]+).*/, '$1/passphrase')),
      'set-passphrase',
      fields,
    );
    return link;
  }
  async function inDatabase(statement: string): Promise<void> {
    const client = new Client({ connectionString: the.product.database.adminUrl });
    await client.connect();
    await client.query(statement);
    await client.end();
  }
  /** Works once: what was sent, read again from the e-mail that was asked for on the page of thanks. */
  async function ownWords(): Promise<string> {
    const { link, address } = await the.askedClient('Rowan Ellis');
    const browser = phone();
    const thanks = await browser.press(await browser.open(link), 'send', { words: 'A field. Very wide.' });
    await browser.press({ ...thanks, html: thanks.html.replace(/[\s\S]*(?=<form[^>]*words-link)/, '') }, '');
    return linkIn(await the.box.mailTo(address, 'The link you asked for'));
  }
  async function anUnasked(email: string): Promise<string> {
    await aClient(email, { givenOn: '2026-10-05', how: 'on paper, at the first visit' });
    await fetch(`${the.product.baseUrl}/c/${SLUG}`, { method: 'POST', body: new URLSearchParams({ email }) });
    return linkIn(await the.box.mailTo(email));
  }

  describe.each(LOOKS)('at $window.width px, $colorScheme', (wishes) => {
    let looking: Looking;

    beforeEach(async () => {
      looking = await Looking.open(the, wishes);
    });
    afterEach(() => looking?.close());

    const see = async (name: string, path: string, ready = 'h1'): Promise<void> => {
      await looking.at(path);
      await looking.look(name, ready);
    };

    it('finds nothing serious around an answer', async () => {
      const { page } = looking;
      // A draft belongs to one browser.
      await see('reply', (await the.askedClient('Teodor Lanz')).link, '#words');
      const here = page.url();
      await see('reply-who-reads', `${here}/who-reads`);
      await looking.at(here);
      await page.locator('#words').fill('The word enough.');
      await page.getByRole('button', { name: 'Save for later' }).click();
      await looking.look('reply-saved', 'h1');
      await see('reply-thanks', answered);
      await see('reply-help', '/r/help');
      looking.expectNothing();
      await see('reply-not-found', '/r/cut-short');
      // The browser itself notes that the page was a 404, and nothing else.
      expect(looking.context.troubles).toEqual([expect.stringContaining('404')]);
      expect(looking.findings).toEqual({});
    });

    it('finds nothing serious where a client reads what they sent', async () => {
      const { page } = looking;
      await see('my-words-open', await ownWords());
      await page.locator('button[value=open]').click();
      await looking.look('my-words', 'article');
      const list = page.url();
      await page.locator('article a').click();
      await looking.look('my-words-one', 'h1');
      const one = page.url();
      await see('my-words-line', `${one}/line`, '.btn-line');
      await see('my-words-line-again', `${one}/line-again`, '.btn-line');
      await page.locator('.btn-line').first().click();
      await looking.look('my-words-shown', '[role=status]');
      await see('my-words-take-back', `${one}/take-back`);
      await page.locator('button[value=take-back]').click();
      await looking.look('my-words-taken-back', 'h1');
      await see('my-words-copy', `${list}/copy`);
      looking.expectNothing();
      await looking.at(list);
      await page.locator('button[value=close]').first().click();
      await looking.look('my-words-closed', 'h1');
      expect(looking.findings).toEqual({});
    });

    it('finds nothing serious where the pace, the consent and the way in are chosen', async () => {
      const { page } = looking;
      await see('pace', `${asked}/pace`);
      await see('stopped', stopped);
      await see('opt-in', optIn, 'fieldset');
      await see('passphrase', locked, '#passphrase');
      await see('unasked-ask', `/c/${SLUG}`, '#email');
      // Works once.
      const { window, colorScheme } = wishes;
      await see('unasked-open', await anUnasked(`june-${window.width}-${colorScheme}@abara.example`));
      await page.locator('button[value=open]').click();
      await looking.look('unasked', '#words');
      looking.expectNothing();
    });
  });
});
