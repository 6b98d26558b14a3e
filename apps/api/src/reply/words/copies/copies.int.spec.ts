import { aPlannedClient, type ReplyTown, replyTown } from '../../reply.test-support.js';
import { anOpenedWordsLink, aSentReflection, QUESTION, type WordsVisit } from '../words.test-support.js';
import { wordsInPdf } from './pdf-words.test-support.js';

const FIRST = 'The heron on the weir.\n\n<b>Not bold</b> & still.';
const SECOND = 'Слово “досить”. It was enough.';
const TAKEN = 'The key under the third pot.';

describe('a copy of what a client sent', () => {
  let town: ReplyTown;
  let visit: WordsVisit;

  beforeAll(async () => {
    town = await replyTown();
    town = { ...town, clientId: await aPlannedClient(town) };
    await aSentReflection(town, FIRST, { daysAgo: 40, asked: { chips: ['S1'] }, answer: { chips: ['S1'] } });
    const second = await aSentReflection(town, SECOND, { daysAgo: 3, answer: { checkIns: { ease: 4 } } });
    const taken = await aSentReflection(town, TAKEN, { daysAgo: 2 });
    visit = await anOpenedWordsLink(town);
    await visit.browser.press(visit.at, 'star', { reflection: second, line: '16-30' }).expect(303);
    await visit.browser.press(visit.at, 'take-back', { reflection: taken }).expect(303);
    await visit.browser.open(`${visit.at}/copy`);
  });
  afterAll(() => town.close());

  const copy = (as: string) => visit.browser.press(visit.at, 'copy', { as }).buffer(true);
  const notes = async () =>
    (await town.rows("select 1 from audit_events where action = 'words.downloaded'")).length;

  it.each([
    ['page', 'text/html; charset=utf-8', 'my-words.html'],
    ['data', 'application/json; charset=utf-8', 'my-words.json'],
    ['booklet', 'text/html; charset=utf-8', 'my-booklet.html'],
    ['booklet-pdf', 'application/pdf', 'my-booklet.pdf'],
  ])(
    'as %s is a file under a name that says nothing, written down, and kept nowhere',
    async (as, type, name) => {
      const before = await notes();
      const answer = await copy(as);
      expect(answer.status).toBe(200);
      expect(answer.headers).toMatchObject({
        'content-type': type,
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store',
      });
      expect(await notes()).toBe(before + 1);
    },
  );

  it('as a page stands alone, newest first, and escapes what was written', async () => {
    const { text } = await copy('page');
    expect(text).toContain('&lt;b&gt;Not bold&lt;/b&gt; &amp; still.');
    expect(text.indexOf('The heron')).toBeGreaterThan(text.indexOf('Слово'));
    expect(text).toContain('<mark>It was enough.</mark>');
    expect(text).toContain('fairly light');
    expect(text).not.toMatch(/<script|<link|https?:|src="|third pot/);
    expect(text).toContain('src: url(data:font/woff2;base64,');
  });

  it('as a booklet begins with the starred lines, then the first day', async () => {
    const { text } = await copy('booklet');
    const order = ['What I wrote', 'Lines I starred', 'It was enough.', 'The heron', 'Слово'];
    const places = order.map((words) => text.indexOf(words));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(text).not.toContain('third pot');
  });

  it('as data is everything, verbatim, for another program', async () => {
    const { text } = await copy('data');
    expect(JSON.parse(text)).toMatchObject({
      format: 'throughline/my-words',
      version: 1,
      timeZone: 'America/Boise',
      reflections: [
        { withdrawnAt: expect.stringMatching(/Z$/) },
        {
          question: QUESTION,
          words: SECOND,
          starred: ['It was enough.'],
          answers: [{ question: 'How does right now feel?', answer: 'fairly light' }],
        },
        { words: FIRST, starred: [], pleaseDontRaise: false },
      ],
      threads: [],
      earlySigns: [],
    });
    expect(text).not.toContain('third pot');
  });

  it('as a PDF holds every word that was sent', async () => {
    const { body } = await visit.browser
      .press(visit.at, 'copy', { as: 'booklet-pdf' })
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      });
    const words = wordsInPdf(body as Buffer);
    for (const each of [
      'The heron on the weir.',
      '<b>Not bold</b> & still.',
      'Слово',
      'досить',
      'It was enough.',
    ])
      expect(words).toContain(each.replaceAll(' ', ''));
    expect(words).not.toContain('third');
  });
});
