import { bookletPdf } from './booklet-pdf.js';
import type { CopyModel } from './copy-model.js';
import { wordsInPdf } from './pdf-words.test-support.js';

const model: CopyModel = {
  locale: 'en-US',
  clinicName: 'Fernhollow Integration',
  country: 'US',
  madeOn: 'Mon 23 Nov 2026',
  madeAt: new Date('2026-11-23T18:00:00Z'),
  span: { first: 'October 2026', last: 'November 2026' },
  months: [],
  starred: [],
  threads: [],
  earlySigns: [],
  since: null,
};

function withWords(text: string, more: Partial<CopyModel> = {}): CopyModel {
  const entry = {
    url: '',
    day: 'Tuesday 10 November',
    time: '8:49 am',
    question: 'What stayed?',
    words: [{ text, isMarked: false }],
    nothing: false,
    lines: [],
    isStarred: false,
    isNotRaised: false,
    isShown: false,
    takenBackOn: null,
  };
  return { ...model, months: [{ name: 'November 2026', entries: [entry] }], ...more };
}

const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\n/g)?.length;
const sizeOf = (pdf: Buffer) => /\/MediaBox \[0 0 ([\d.]+) /.exec(pdf.toString('latin1'))?.[1];

describe('the booklet as a PDF', () => {
  it.each([
    ['Enough — “really”, naïve, Łódź, İstanbul.'],
    ['Слово, йогурт; λόγος; Tiếng Việt, đủ rồi.'],
    ['e\u0301te\u0301, as another keyboard spells it'],
  ])('holds every letter of "%s"', async (text) => {
    const words = wordsInPdf(await bookletPdf(withWords(text)));
    expect(words).toContain(text.normalize('NFC').replaceAll(' ', ''));
    expect(words).not.toContain('notshown');
  });

  it('says so where it has no letters, and loses none of the others', async () => {
    const words = wordsInPdf(await bookletPdf(withWords('Rest 休む today 🌿 and مرحبا again.')));
    expect(words).toContain('Rest[notshown]today[notshown]and[notshown]again.');
    expect(words).toContain('Somesignsorletterscouldnotbeset');
  });

  it('keeps lines as they were written, over as many pages as it takes, each numbered', async () => {
    const text = Array.from({ length: 200 }, (_, line) => `Line ${line}.`).join('\n');
    const pdf = await bookletPdf(withWords(text));
    expect(pagesOf(pdf)).toBeGreaterThan(4);
    const words = wordsInPdf(pdf);
    for (let line = 0; line < 200; line += 1) expect(words).toContain(`Line${line}.`);
  });

  it('is made for the paper of the country, and of nothing too', async () => {
    expect(sizeOf(await bookletPdf(model))).toBe('612');
    expect(sizeOf(await bookletPdf({ ...model, country: 'GB' }))).toBe('595.28');
    const empty = await bookletPdf({ ...model, span: null });
    expect(pagesOf(empty)).toBe(1);
    expect(wordsInPdf(empty)).toContain('Thereisnothinghereyet');
  });

  it('has the lines that were starred, the threads and the early signs', async () => {
    const pdf = await bookletPdf({
      ...model,
      starred: [{ text: 'I stood still.', day: 'Tuesday 10 November' }],
      threads: [{ name: null, said: ['Tuesday 10 November: not quite'] }],
      earlySigns: ['I stop calling my sister.'],
    });
    const words = wordsInPdf(pdf);
    for (const each of [
      'I stood still.',
      'A thread without a name yet',
      'not quite',
      'I stop calling my sister.',
    ])
      expect(words).toContain(each.replaceAll(' ', ''));
  });
});
