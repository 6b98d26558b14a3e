import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * The text of each page of a PDF, in the order in which it was set, one space between words. In Source Serif the
 * apostrophe is one glyph with U+02BC, and the PDF says by `ActualText` which is meant: the reader does not know that.
 */
export function pagesOfPdf(pdf: Buffer): string[] {
  const pages = execFileSync(process.execPath, [join(__dirname, 'pdf-pages.cjs')], { input: pdf });
  return (JSON.parse(pages.toString()) as string[]).map((page) => inOneLine(page).replaceAll('ʼ', '’'));
}

export const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
