import { findMeasure } from '@app/measures/measures.data.js';
import { MeasureResultsService } from '@app/reflections/measure-results.service.js';
import { anOpenPrompt, aPlannedClient, type ReplyTown, TestBrowser } from './reply.test-support.js';
import { guardedTown, hiddenFields, ONLY_PHQ_9 } from './safety.test-support.js';

/** As it stands in the page. */
const escaped = (text: string) =>
  text.replace(
    /[&<>"']/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '&#x27;',
  );

describe('a questionnaire, one item a page', () => {
  let town: ReplyTown;

  beforeAll(async () => {
    town = await guardedTown();
  });
  beforeEach(async () => {
    town = { ...town, clientId: await aPlannedClient(town) };
  });
  afterAll(() => town.close());

  const results = () => {
    const { api, clinic, clientId } = town;
    return api.house.db.inClinic({ kind: 'client', clinicId: clinic.clinicId, clientId }, async (tx) => {
      const key = await api.house.keyring.client(tx, clientId);
      return api.app.get(MeasureResultsService, { strict: false }).ofClient(tx, key, clientId);
    });
  };
  /** Answers page by page as a browser without JavaScript does; null leaves an item out. */
  async function walk(values: readonly (number | null)[], asked = ONLY_PHQ_9) {
    const prompt = await anOpenPrompt(town, undefined, asked);
    const { browser, at } = prompt;
    const measure = findMeasure(asked.measure.code, 1)!;
    const ids = [...measure.items, ...measure.unscored].map(({ id }) => id);
    for (const [index, id] of ids.entries()) {
      const page = await browser.open(`${at}?page=${index + 1}`);
      expect(page.text).toContain(`name="item-${id}"`);
      expect(page.text).toContain('value="leave-out"');
      const value = values[index] ?? null;
      const isLast = index === ids.length - 1;
      const fields = {
        page: String(index + 1),
        ...(value === null ? {} : { [`item-${id}`]: String(value) }),
      };
      const act = isLast ? 'send' : value === null ? 'leave-out' : 'continue';
      const answer = await browser.press(at, act, fields);
      if (answer.text.includes('Do you feel safe')) {
        const form = hiddenFields(answer.text, 'name="feels-safe"');
        await browser
          .post(at)
          .type('form')
          .send({ ...form, 'feels-safe': 'yes' })
          .expect(200);
      } else {
        expect([index, answer.status]).toEqual([index, 303]);
      }
    }
    return prompt;
  }

  it('is listed as it was answered to who just sent it, without a total or a band, and to nobody else', async () => {
    const { browser, at } = await walk([1, 2, 1, 2, 1, 2, 1, 2, 0, 3]);
    const { text } = await browser.open(at);
    const { items, options, unscored } = findMeasure('phq-9', 1)!;
    const answered = (question: string, answer: string) => `${escaped(question)} <b>${escaped(answer)}</b>`;
    expect(text).toContain(answered(items[0]!.text, options[1]!.label));
    expect(text).toContain(answered(items[8]!.text, options[0]!.label));
    expect(text).toContain(answered(unscored[0]!.text, unscored[0]!.options[3]!.label));
    // The hour it was sent at is a number too, and stands elsewhere on the page.
    const card = /<h2>What you wrote<\/h2>.*?<\/section>/s.exec(text)![0];
    expect(card.replaceAll(/<[^>]*>/g, ' ')).not.toMatch(/\b12\b/);
    expect(text).not.toMatch(/moderate|score/i);
    const elsewhere = await new TestBrowser(town).open(at);
    expect(elsewhere.text).not.toContain(escaped(items[0]!.text));
  });

  it('is listed without what was left out', async () => {
    const { browser, at } = await walk([3, null, null, null, null, null, null, null, 0, null]);
    const { text } = await browser.open(at);
    const { items } = findMeasure('phq-9', 1)!;
    expect(items.map(({ text: asked }) => text.includes(`${escaped(asked)} <b>`))).toEqual([
      ...[true, false, false, false, false, false, false, false, true],
    ]);
  });

  it('is scored when it was finished, with its place in the series', async () => {
    await walk([1, 2, 1, 2, 1, 2, 1, 2, 0, 3]);
    expect(await results()).toMatchObject([
      {
        body: {
          code: 'phq-9',
          total: 12,
          bandCode: 'moderate',
          label: 'mid-series',
          items: { 1: 1, difficulty: 3 },
        },
      },
    ]);
  });

  it('counts the item that was told at once like any other, and is sealed', async () => {
    await walk([0, 0, 0, 0, 0, 0, 0, 0, 3, null]);
    expect(await results()).toMatchObject([{ body: { total: 3, bandCode: 'minimal' } }]);
    const [row] = await town.rows<{ sealed: Buffer }>(
      'select body_sealed as sealed from measure_results where client_id = $1',
      [town.clientId],
    );
    expect(row!.sealed.toString('latin1')).not.toMatch(/phq|total/);
  });

  it.each([0, 4, 8])('is not scored with item %i left out, and is kept', async (index) => {
    const { browser, at } = await walk(
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 0].map((value, at) => (at === index ? null : value)),
    );
    expect(await results()).toEqual([]);
    expect(await town.rows('select 1 from measure_results where client_id = $1', [town.clientId])).toEqual(
      [],
    );
    const page = await browser.open(`${at}/change?page=${index === 0 ? 2 : 1}`);
    expect(page.text).toMatch(/checked="" value="0"/);
  });

  it('is scored once a change finishes it, and no more once a change leaves one out', async () => {
    const { browser, at } = await walk([0, 0, 0, 0, 0, 0, 0, null, 0, 0]);
    await browser.open(`${at}/change?page=8`);
    await browser.press(at, 'change', { page: '8', 'item-8': '2' }).expect(303);
    expect(await results()).toMatchObject([{ body: { total: 2 } }]);
    await browser.open(`${at}/change?page=1`);
    await browser.press(at, 'leave-out', { page: '1' }).expect(303);
    await browser.open(`${at}/change?page=2`);
    await browser.press(at, 'change', { page: '2', 'item-2': '3' }).expect(303);
    expect(await results()).toEqual([]);
  });

  it('asks PHQ-8 and GAD-7 without a word about telling', async () => {
    for (const code of ['phq-8', 'gad-7']) {
      town = { ...town, clientId: await aPlannedClient(town) };
      const prompt = await anOpenPrompt(town, undefined, { ...ONLY_PHQ_9, measure: { code, version: 1 } });
      const { items, unscored } = findMeasure(code, 1)!;
      const pages = [...items, ...unscored];
      for (const [index, item] of pages.entries()) {
        const { text } = await prompt.browser.open(`${prompt.at}?page=${index + 1}`);
        expect([item.id, text.includes('we tell the clinic')]).toEqual([item.id, false]);
      }
    }
  });

  it('keeps every page below 50 kB, and what was saved for a later day', async () => {
    const { browser, at } = await anOpenPrompt(town, undefined, ONLY_PHQ_9);
    const { text } = await browser.open(at);
    expect(Buffer.byteLength(text)).toBeLessThan(20_000);
    await browser.press(at, 'save', { page: '1', 'item-1': '2' }).expect('location', `${at}/saved`);
    expect((await browser.open(at)).text).toMatch(/checked="" value="2"/);
  });
});
