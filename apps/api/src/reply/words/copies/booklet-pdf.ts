import { setImmediate as nextTurn } from 'node:timers/promises';
import type PDFDocument = require('pdfkit');
import { type Say, wordsIn } from '@app/design/words/say.js';
import type { EntryProps, ThreadProps } from '../words-props.js';
import { spanWords } from './copy-page.js';
import type { CopyModel } from './copy-model.js';
import { PdfLetters } from './pdf-letters.js';

/** Paper by country: Letter where it is sold, A4 elsewhere. */
const ON_LETTER = new Set(['US', 'CA', 'MX', 'PH', 'CO', 'CL', 'VE']);
const MARGIN = 72;
const INK = '#1d2520';
const QUIET = '#5f6760';
/** A title stays with so much of what follows it, in points. */
const TOGETHER = 110;

/** The booklet as a PDF, oldest first. */
export async function bookletPdf(model: CopyModel): Promise<Buffer> {
  // Loaded with the first booklet: it takes as much memory as everything else on these pages.
  const { default: Document } = await import('pdfkit');
  return new Book(model, Document).made();
}

class Book {
  private readonly document: InstanceType<typeof PDFDocument>;
  private readonly letters: PdfLetters;
  private readonly say: Say;
  private hasAll = true;

  constructor(
    private readonly model: CopyModel,
    Document: typeof PDFDocument,
  ) {
    this.say = wordsIn(model.locale);
    this.document = new Document({
      size: ON_LETTER.has(model.country) ? 'LETTER' : 'A4',
      margin: MARGIN,
      bufferPages: true,
      lang: model.locale,
      info: { Title: this.say('booklet.title'), CreationDate: model.madeAt },
    });
    this.letters = new PdfLetters(this.document);
  }

  made(): Promise<Buffer> {
    const { document } = this;
    const chunks: Buffer[] = [];
    return new Promise((resolve, reject) => {
      document.on('data', (chunk: Buffer) => chunks.push(chunk));
      document.on('end', () => resolve(Buffer.concat(chunks)));
      document.on('error', reject);
      this.write().then(() => document.end(), reject);
    });
  }

  private async write(): Promise<void> {
    const { document, model, say } = this;
    document.y = document.page.height / 3;
    this.set(say('booklet.title'), 30);
    this.set(spanWords(model, say), 12, QUIET);
    if (model.since) this.set(say('myWords.since', { day: model.since }), 10, QUIET);
    this.starred();
    for (const { name, entries } of model.months) {
      document.addPage();
      this.set(name, 18);
      for (const entry of entries) {
        this.sent(entry);
        // Setting a long one takes a second: others' pages go between.
        await nextTurn();
      }
    }
    this.inView();
    this.colophon();
    this.numbers();
  }

  private starred(): void {
    if (this.model.starred.length === 0) return;
    this.document.addPage();
    this.set(this.say('booklet.starred'), 18);
    for (const { text, day } of this.model.starred) {
      this.space(18);
      this.set(text, 13);
      this.set(day, 10, QUIET);
    }
  }

  private sent({ day, time, question, words, nothing, lines }: EntryProps): void {
    this.space(26);
    this.set(this.say('myWords.sentAt', { day, time }), 10, QUIET);
    this.set(question, 11, QUIET);
    if (words.length > 0) {
      this.space(4);
      this.set(words.map(({ text }) => text).join(''), 13);
    }
    if (nothing) this.set(this.say('myWords.nothing'), 11, QUIET);
    for (const line of lines) {
      this.set(line.question, 10, QUIET, 6);
      this.set(line.answer, 11);
    }
  }

  private inView(): void {
    const { threads, earlySigns } = this.model;
    if (threads.length + earlySigns.length > 0) this.document.addPage();
    if (threads.length > 0) this.set(this.say('booklet.threads'), 18);
    threads.forEach((thread) => this.thread(thread));
    if (earlySigns.length === 0) return;
    if (threads.length > 0) this.space(36);
    this.set(this.say('booklet.signs'), 18);
    earlySigns.forEach((sign) => this.set(sign, 13, INK, 10));
  }

  private thread({ name, said }: ThreadProps): void {
    this.set(name ?? this.say('myWords.unnamed'), 13, INK, 14);
    said.forEach((each) => this.set(each, 10, QUIET));
  }

  private colophon(): void {
    const { madeOn: day, clinicName: clinic } = this.model;
    this.space(40);
    this.set(this.say('booklet.made', { day, clinic }), 10, QUIET);
    if (!this.hasAll) this.set(this.say('booklet.notAll'), 10, QUIET);
  }

  /** On every page but the first. */
  private numbers(): void {
    const { document } = this;
    const { count } = document.bufferedPageRange();
    for (let page = 1; page < count; page += 1) {
      document.switchToPage(page);
      const { height, width, margins } = document.page;
      // Below the margin, where text would begin a page of its own.
      const bottom = margins.bottom;
      margins.bottom = 0;
      document
        .font('latin')
        .fontSize(9)
        .fillColor(QUIET)
        .text(String(page + 1), MARGIN, height - 46, { width: width - 2 * MARGIN, align: 'center' });
      margins.bottom = bottom;
    }
  }

  /** Room before what comes next; a new page where little would fit. */
  private space(points: number): void {
    const { document } = this;
    const end = document.page.height - document.page.margins.bottom;
    if (document.y + points + TOGETHER > end) document.addPage();
    else document.y += points;
  }

  private set(text: string, size: number, colour = INK, before = 2): void {
    const { document } = this;
    document.x = MARGIN;
    document.y += before;
    for (const line of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
      if (line.trim() === '') document.y += size * 0.7;
      else this.setLine(line, size, colour);
    }
  }

  private setLine(line: string, size: number, colour: string): void {
    const runs = this.letters.runsOf(line);
    runs.forEach(({ font, text }, index) => {
      if (!font) this.hasAll = false;
      this.document
        .font(font ?? 'latin')
        .fontSize(size)
        .fillColor(colour)
        .text(font ? text : this.say('booklet.missing'), {
          continued: index < runs.length - 1,
          lineGap: size * 0.32,
        });
    });
  }
}
