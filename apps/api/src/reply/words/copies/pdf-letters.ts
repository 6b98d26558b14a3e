import { readFileSync } from 'node:fs';
import type PDFDocument = require('pdfkit');

/** Serif letters, in files by script: the words are the client's. */
const SCRIPTS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'] as const;
type Script = (typeof SCRIPTS)[number];

/** Letters of one file, in a row. Null: no file has them. */
export interface LetterRun {
  font: Script | null;
  text: string;
}

/** What the library knows of the font that is set, and its types do not tell. */
interface WithFont {
  _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } };
}

/** Which letters can be set in a document, and from which file. */
export class PdfLetters {
  private readonly known = new Map<string, Script | null>();

  constructor(private readonly document: InstanceType<typeof PDFDocument>) {
    for (const script of SCRIPTS) document.registerFont(script, fileOf(script));
  }

  /** The text as runs that one file has each; a run of letters that none has stands between them. */
  runsOf(text: string): LetterRun[] {
    const runs: LetterRun[] = [];
    for (const { segment } of new Intl.Segmenter().segment(text.normalize('NFC'))) {
      const last = runs.at(-1);
      const font = this.fontOf(segment, last?.font ?? 'latin');
      if (last && last.font === font) last.text += segment;
      else runs.push({ font, text: segment });
    }
    return runs;
  }

  /** Spaces and signs that several files have stay with the letters before them. */
  private fontOf(letter: string, before: Script): Script | null {
    const order = [before, ...SCRIPTS.filter((script) => script !== before)];
    return order.find((script) => this.has(script, letter)) ?? null;
  }

  private has(script: Script, letter: string): boolean {
    const key = `${script} ${letter}`;
    const known = this.known.get(key);
    if (known !== undefined) return known !== null;
    this.document.font(script);
    const { font } = (this.document as unknown as WithFont)._font;
    const hasAll = [...letter].every(
      (each) => each === '\t' || font.hasGlyphForCodePoint(each.codePointAt(0)!),
    );
    this.known.set(key, hasAll ? script : null);
    return hasAll;
  }
}

const files = new Map<Script, Buffer>();

function fileOf(script: Script): Buffer {
  const known = files.get(script);
  if (known) return known;
  const path = require.resolve(`@fontsource/source-serif-4/files/source-serif-4-${script}-400-normal.woff`);
  const file = readFileSync(path);
  files.set(script, file);
  return file;
}
