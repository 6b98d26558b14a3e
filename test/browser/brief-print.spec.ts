import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { BriefView } from '@app/briefs/brief.view.js';
import type { AppointmentView } from '@app/sessions/appointment.view.js';
import { describeWithChromium } from '../support/chromium.js';
import { inOneLine, pagesOfPdf } from '../support/pdf-text.js';
import { aClientWithPlan, aSessionJustHeld } from '../support/product/client-with-plan.js';
import { tableContents } from '../support/product/table-contents.js';
import { WEDNESDAY_NOON } from '../support/product/product.js';
import { settled, type WatchedContext } from '../support/product/watched-page.js';
import { BrowserCase } from './browser-case.js';
import { Looking, LOOKS } from './looks.js';
import { said } from './said.js';
import { reflectionsSent } from './sent-reflections.js';

jest.setTimeout(180_000);

const NAMES = /Rowan|Ellis|Priya|Sethi|Imani|Osei/;

describeWithChromium('a brief on paper', () => {
  let the: BrowserCase;
  let office: WatchedContext;
  let page: Page;
  /** 900 words in ten reflections; 2,500 in twelve; one of 3,000. */
  let rowan: string;
  let priya: string;
  let imani: string;

  beforeAll(async () => {
    the = await BrowserCase.open();
    rowan = await callWith(
      'Rowan Ellis',
      1,
      Array.from({ length: 10 }, (_, nth) => said(nth, 90)),
    );
    priya = await callWith(
      'Priya Sethi',
      2,
      Array.from({ length: 12 }, (_, nth) => said(20 + nth, 208)),
    );
    imani = await callWith('Imani Osei', 3, [said(40, 3_000), said(41, 40)]);
    office = await the.context();
    page = await office.page();
    await the.signIn(page);
  });
  afterAll(() => the?.close());

  /** A call today with a client who sent these since the session this morning. */
  async function callWith(name: string, hour: number, answers: readonly string[]): Promise<string> {
    const { client } = await aClientWithPlan(the.desk, { name });
    await aSessionJustHeld(the.desk, client);
    const sender = { clinicId: the.maren.actor.clinicId, clientId: client.id };
    const taps = { checkIns: { ease: 4, sleep: 2 }, chips: ['C1', 'C4'] } as const;
    await reflectionsSent(
      the.product,
      sender,
      answers.map((words, nth) => ({ words, ...(nth % 3 === 0 && taps) })),
    );
    const call = { startsAt: WEDNESDAY_NOON.add({ hours: hour }).toString(), minutes: 50 };
    return (await the.desk.post<AppointmentView>(`/clients/${client.id}/appointments`, call)).id;
  }

  async function open(path: string): Promise<void> {
    await page.goto(`${the.product.baseUrl}${path}`);
    await page.getByRole('button', { name: /^Print/ }).waitFor();
    await settled(page);
  }

  /** How often the log says that somebody opened a brief. */
  async function opened(): Promise<number> {
    const log = (await tableContents(the.product.database)).get('public.audit_events') ?? [];
    return log.filter((row) => row.includes('brief.read')).length;
  }

  const brief = (id: string) => the.desk.get<BriefView>(`/appointments/${id}/brief`);
  const wordsOf = async (id: string) => (await brief(id)).reflections.map(({ words }) => inOneLine(words));

  async function printed(name: string, format: string): Promise<string[]> {
    const pdf = await page.pdf({ format });
    const folder = process.env.TEST_SCREENSHOTS;
    if (folder) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `browser-${name}-${format}.pdf`), pdf);
    }
    return pagesOfPdf(pdf);
  }

  describe.each(['Letter', 'A4'])('(%s)', (format) => {
    it('has 900 words on one page, each of them, in their order', async () => {
      await open(`/appointments/${rowan}/brief`);
      const pages = await printed('brief-900', format);
      const words = await wordsOf(rowan);
      expect(words.join(' ').split(' ')).toHaveLength(900);
      expect(pages).toHaveLength(1);
      expect(placesOf(words, pages)).toEqual(words.map(() => 0));
      expect(pages[0]).toMatch(/^Rowan Ellis /);
      expect(pages[0]).toContain('Keep it where you keep your notes.');
      expect(pages[0]).toMatch(/1 of 1$/);
      // Nothing of what can be pressed, nor of the frame around it.
      expect(pages[0]).not.toMatch(/Mark as read|Copy chart note|Hide name|Add a line|Call 1 of/);
    });

    it('goes on over numbered pages, and splits no reflection', async () => {
      await open(`/appointments/${priya}/brief`);
      const pages = await printed('brief-2500', format);
      const words = await wordsOf(priya);
      expect(words.join(' ').split(' ')).toHaveLength(2_496);
      expect(pages).toHaveLength(3);
      const places = placesOf(words, pages);
      expect(places).toEqual([...places].sort());
      expect(new Set(places)).toEqual(new Set([0, 1, 2]));
      pages.forEach((text, nth) => {
        expect(text).toMatch(/^Priya Sethi /);
        if (nth > 0)
          expect(text).toMatch(/^Priya Sethi Brief for the call Wed 4 Nov, 3:00 pm, \w+ time \d of 3 /);
        expect(text).toContain('Keep it where you keep your notes.');
        expect(text.endsWith(` ${nth + 1} of 3`)).toBe(true);
      });
    });

    it('goes on with a reflection that is longer than a page, and loses no word of it', async () => {
      await open(`/appointments/${imani}/brief`);
      const pages = await printed('brief-3000', format);
      const [long, short] = (await wordsOf(imani)) as [string, string];
      expect(pages.length).toBeGreaterThan(2);
      expect(pages.reduce(withoutWhatStandsOn, long)).toBe('');
      expect(pages.filter((text) => text.includes(short))).toHaveLength(1);
    });

    it('stands with all of today’s, each beginning on a page of its own, and without a name where that is wished', async () => {
      await open('/briefs/today');
      const ids = await page.evaluate<string[]>(`[...document.querySelectorAll('[id]')].map(({ id }) => id)`);
      expect(ids).toEqual([...new Set(ids)]);
      const pages = await printed('briefs-today', format);
      const begun = pages.flatMap((text) => (/ 1 of \d+$/.exec(text) ? [text.slice(0, 11)] : []));
      expect(begun).toEqual(['Rowan Ellis', 'Priya Sethi', 'Imani Osei ']);
      for (const id of [rowan, priya]) placesOf(await wordsOf(id), pages);

      await page.keyboard.press('Shift+P');
      await page.getByRole('button', { name: 'Show names' }).waitFor();
      const nameless = await printed('briefs-today-nameless', format);
      expect(nameless).toHaveLength(pages.length);
      expect(nameless.join(' ')).not.toMatch(NAMES);
      await page.keyboard.press('Shift+P');
      await page.getByRole('heading', { name: 'Rowan Ellis' }).waitFor();
    });
  });

  it('is opened from Today; the log names every brief that was opened, once', async () => {
    const before = await opened();
    await page.goto(`${the.product.baseUrl}/today`);
    await page.getByRole('link', { name: 'Print today’s briefs' }).click();
    await page.getByRole('heading', { level: 1, name: 'Today’s briefs' }).waitFor();
    await page.getByRole('heading', { name: 'Imani Osei' }).waitFor();
    await printed('briefs-today-again', 'A4');
    expect((await opened()) - before).toBe(3);
    expect(office.troubles).toEqual([]);
  });

  it('reads well on a screen, wide and light as narrow and dark', async () => {
    for (const wishes of [LOOKS[0], LOOKS[3]]) {
      const looking = await Looking.open(the, wishes);
      await the.signIn(looking.page);
      await looking.at('/briefs/today');
      await looking.look('briefs-today', '.printed');
      looking.expectNothing();
      await looking.close();
    }
  });

  it('says so where no brief is for one to read', async () => {
    const elsewhere = await the.context();
    const desk = await elsewhere.page();
    await the.signIn(desk, the.dana);
    await desk.goto(`${the.product.baseUrl}/briefs/today`);
    await desk.getByText('Briefs are for practitioners').waitFor();
    await elsewhere.close();
  });
});

/** On which page each of these texts stands whole; fails where one stands on none, or on two. */
function placesOf(texts: readonly string[], pages: readonly string[]): number[] {
  return texts.map((text) => {
    const found = pages.flatMap((page, nth) => (page.includes(text) ? [nth] : []));
    expect({ text, found }).toEqual({ text, found: [expect.any(Number)] });
    return found[0]!;
  });
}

/** What is left of a text once it has gone on as far as this page has it. */
function withoutWhatStandsOn(text: string, page: string): string {
  const words = text.split(' ');
  let n = 0;
  while (n < words.length && page.includes(words.slice(0, n + 1).join(' '))) n += 1;
  return words.slice(n).join(' ');
}
