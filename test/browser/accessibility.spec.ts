import type { PlanView } from '@app/plans/plan.view.js';
import type { AppointmentView } from '@app/sessions/appointment.view.js';
import { describeWithChromium } from '../support/chromium.js';
import { ClientBrowser } from '../support/product/client-browser.js';
import { WEDNESDAY_NOON } from '../support/product/product.js';
import { BrowserCase } from './browser-case.js';
import { Looking, LOOKS } from './looks.js';

jest.setTimeout(120_000);

const CLIENT_SECTIONS = [
  'sessions',
  'calls',
  'plan',
  'reflections',
  'threads',
  'course',
  'asked',
  'team',
  'details',
];
const SETTINGS = ['clinic', 'locations', 'hours', 'crisis', 'rosters', 'emails', 'measures', 'security'];

describeWithChromium('every screen, for axe, the console of the browser and the width of the window', () => {
  let the: BrowserCase;
  let clientId: string;
  let planId: string;
  let appointmentId: string;

  beforeAll(async () => {
    the = await BrowserCase.open();
    const asked = await the.askedClient();
    clientId = asked.clientId;
    planId = (await the.desk.list<PlanView>(`/clients/${clientId}/plans`))[0]!.id;
    const phone = new ClientBrowser(the.product.baseUrl);
    const words = 'A field, very wide, and nobody wanting anything from me.';
    const answer = { words, ease: '4', chips: 'C1' };
    await phone.press(await phone.press(await phone.open(asked.link), 'send', answer), 'call-me');
    const startsAt = WEDNESDAY_NOON.add({ hours: 3 }).toString();
    const call = { startsAt, minutes: 50 };
    appointmentId = (await the.desk.post<AppointmentView>(`/clients/${clientId}/appointments`, call)).id;
  });
  afterAll(() => the?.close());

  describe.each(LOOKS)('at $window.width px, $colorScheme', (wishes) => {
    let looking: Looking;

    beforeEach(async () => {
      looking = await Looking.open(the, wishes);
    });
    afterEach(() => looking?.close());

    const see = async (name: string, path: string, ready: string): Promise<void> => {
      await looking.at(path);
      await looking.look(name, ready);
    };

    it('finds nothing serious in the console of the clinic', async () => {
      const { page } = looking;
      await see('sign-in', '/sign-in', 'form button');
      await the.signIn(page);
      await looking.look('today', '.today');
      await see('clients', '/clients', 'table');
      await see('new-client', '/clients/new', 'form');
      for (const section of CLIENT_SECTIONS) {
        await see(`client-${section}`, `/clients/${clientId}?section=${section}`, '.sections + *');
      }
      await looking.at(`/clients/${clientId}?section=sessions`);
      await page.getByRole('button', { name: 'Record a session' }).click();
      await looking.look('record-session', '[role=dialog] form');
      await see('brief', `/appointments/${appointmentId}/brief`, '.reflection .quote');
      await see('reflections', '/reflections', 'main h1');
      for (const view of ['open', 'closed', 'log'])
        await see(`safety-${view}`, `/safety?view=${view}`, '.tabs + *');
      await see('me', '/me', 'main h1');
      await see('not-found', '/nowhere', 'h1');
      looking.expectNothing();
    });

    it('finds nothing serious in the library and the plans', async () => {
      await looking.close();
      looking = await Looking.open(the, wishes, { isOnRealClock: true });
      await the.signIn(looking.page);
      await see('library', '/library', 'main table');
      await see('library-new', '/library/new', 'main form');
      await see('library-starter', '/library/what-stayed', 'main h1');
      await see('plan-templates', '/plan-templates', 'main table');
      await see('plan-template-new', '/plan-templates/new', 'main form');
      await see('plan-editor', `/clients/${clientId}/plans/${planId}`, '[data-node]');
      looking.expectNothing();
    });

    it('finds nothing serious in what an admin looks after', async () => {
      const { page } = looking;
      for (const path of ['forgot', 'start', 'invite', 'reset', 'confirm-sender']) {
        await see(path, `/${path}`, 'main h1');
      }
      await the.signIn(page, the.dana);
      await see('staff', '/staff', 'table');
      await page.getByRole('button', { name: 'Invite somebody' }).first().click();
      await looking.look('invite-somebody', '[role=dialog] form');
      await see('audit', '/audit', 'table');
      for (const section of SETTINGS) {
        await see(`settings-${section}`, `/settings/${section}`, 'main h1');
      }
      await see('safety-log-of-admin', '/safety?view=log', '.tabs + *');
      await see('welcome', '/welcome', 'main h1');
      looking.expectNothing();
    });
  });
});
