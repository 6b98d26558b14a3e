import type { Page } from 'playwright-core';
import type { AppointmentView } from '@app/sessions/appointment.view.js';
import { describeWithChromium } from '../support/chromium.js';
import { ClientBrowser } from '../support/product/client-browser.js';
import { WEDNESDAY_NOON } from '../support/product/product.js';
import {
  axeFindings,
  DESKTOP,
  PHONE,
  picture,
  settled,
  sidewaysScroll,
  type WatchedContext,
} from '../support/product/watched-page.js';
import { BrowserCase } from './browser-case.js';

jest.setTimeout(120_000);

const LOOKS = [
  { window: DESKTOP, colorScheme: 'light' },
  { window: DESKTOP, colorScheme: 'dark' },
  { window: PHONE, colorScheme: 'light' },
  { window: PHONE, colorScheme: 'dark' },
] as const;

describeWithChromium('every screen, for axe, the console of the browser and the width of the window', () => {
  let the: BrowserCase;
  let clientId: string;
  let appointmentId: string;
  let answered: string;

  beforeAll(async () => {
    the = await BrowserCase.open();
    ({ clientId, link: answered } = await the.askedClient());
    const phone = new ClientBrowser(the.product.baseUrl);
    const words = 'A field, very wide, and nobody wanting anything from me.';
    const thanks = await phone.press(await phone.open(answered), 'send', { words, ease: '4', chips: 'C1' });
    await phone.press(thanks, 'call-me');
    const startsAt = WEDNESDAY_NOON.add({ hours: 3 }).toString();
    const call = { startsAt, minutes: 50 };
    appointmentId = (await the.desk.post<AppointmentView>(`/clients/${clientId}/appointments`, call)).id;
  });
  afterAll(() => the?.close());

  describe.each(LOOKS)('at $window.width px, $colorScheme', ({ window, colorScheme }) => {
    let context: WatchedContext;
    let page: Page;
    let findings: Record<string, string[]>;

    beforeEach(async () => {
      findings = {};
      context = await the.context({ viewport: window, colorScheme });
      page = await context.page();
    });
    afterEach(() => context?.close());

    /** Looks at the page once what makes it whole is there. */
    const look = async (name: string, ready: string): Promise<void> => {
      await page.locator(ready).first().waitFor();
      await settled(page);
      const found = await axeFindings(page);
      const over = await sidewaysScroll(page);
      if (over > 0) found.push(`${over} px wider than the window`);
      if (found.length > 0) findings[name] = found;
      await picture(page, `${name}-${window.width}-${colorScheme}`);
    };

    it('finds nothing serious in the console of the clinic', async () => {
      const at = (path: string) => page.goto(`${the.product.baseUrl}${path}`);
      await at('/sign-in');
      await look('sign-in', 'form button');
      await the.signIn(page);
      await look('today', '.today');
      await at('/clients');
      await look('clients', 'table');
      await at('/clients/new');
      await look('new-client', 'form');
      for (const section of ['sessions', 'calls', 'plan', 'reflections', 'team', 'details']) {
        await at(`/clients/${clientId}?section=${section}`);
        await look(`client-${section}`, '.sections + *');
      }
      await at(`/clients/${clientId}?section=sessions`);
      await page.getByRole('button', { name: 'Record a session' }).click();
      await look('record-session', '[role=dialog] form');
      await at(`/appointments/${appointmentId}/brief`);
      await look('brief', '.reflection .quote');
      await at('/me');
      await look('me', 'main h1');
      await at('/nowhere');
      await look('not-found', 'h1');
      expect({ findings, troubles: context.troubles }).toEqual({ findings: {}, troubles: [] });
    });

    it('finds nothing serious in what an admin looks after', async () => {
      const at = (path: string) => page.goto(`${the.product.baseUrl}${path}`);
      for (const path of ['forgot', 'start', 'invite', 'reset']) {
        await at(`/${path}`);
        await look(path, 'main h1');
      }
      await the.signIn(page, the.dana);
      await at('/staff');
      await look('staff', 'table');
      await page.getByRole('button', { name: 'Invite somebody' }).first().click();
      await look('invite-somebody', '[role=dialog] form');
      await at('/audit');
      await look('audit', 'table');
      for (const section of ['clinic', 'locations', 'hours', 'crisis', 'rosters', 'security']) {
        await at(`/settings/${section}`);
        await look(`settings-${section}`, 'main h1');
      }
      await at('/welcome');
      await look('welcome', 'main h1');
      expect({ findings, troubles: context.troubles }).toEqual({ findings: {}, troubles: [] });
    });

    it('finds nothing serious on the pages of a client', async () => {
      const { link } = await the.askedClient('Teodor Lanz');
      await page.goto(link);
      await look('reply', '#words');
      await page.locator('#words').fill('The word enough.');
      await page.getByRole('button', { name: 'Save for later' }).click();
      await look('reply-saved', 'h1');
      await page.goto(new URL(page.url()).href.replace('/saved', '/who-reads'));
      await look('reply-who-reads', 'h1');
      await page.goto(answered);
      await look('reply-thanks', 'h1');
      await page.goto(`${the.product.baseUrl}/r/help`);
      await look('reply-help', 'h1');
      expect({ findings, troubles: context.troubles }).toEqual({ findings: {}, troubles: [] });
      await page.goto(`${the.product.baseUrl}/r/cut-short`);
      await look('reply-not-found', 'h1');
      // The browser itself notes that the page was a 404, and nothing else.
      expect(context.troubles).toEqual([expect.stringContaining('404')]);
      expect(findings).toEqual({});
    });
  });
});
