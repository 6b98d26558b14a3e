import { inflateSync } from 'node:zlib';

/** Every letter that a PDF of ours sets, in order, without space: by the tables that let it be searched and read aloud. */
export function wordsInPdf(pdf: Buffer): string {
  const objects = objectsOf(pdf);
  const letters = new Map<string, Map<string, string>>();
  for (const [name, reference] of fontsOf(objects)) {
    const font = objects.get(reference)?.head ?? '';
    const table = /\/ToUnicode (\d+) 0 R/.exec(font)?.[1];
    if (table) letters.set(name, lettersOf(objects.get(table)?.stream ?? ''));
  }
  return [...objects.values()]
    .map(({ stream }) => setIn(stream, letters))
    .join('')
    .replace(/\s/g, '');
}

interface PdfObject {
  head: string;
  stream: string;
}

function objectsOf(pdf: Buffer): Map<string, PdfObject> {
  const found = new Map<string, PdfObject>();
  const text = pdf.toString('latin1');
  for (const [, id, body] of text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [head = '', raw] = body!.split(/\nstream\r?\n/);
    const packed = raw && Buffer.from(raw.replace(/\r?\nendstream$/, ''), 'latin1');
    const isPacked = head.includes('/FlateDecode');
    found.set(id!, { head, stream: packed ? (isPacked ? unpacked(packed) : packed.toString('latin1')) : '' });
  }
  return found;
}

function unpacked(packed: Buffer): string {
  try {
    return inflateSync(packed).toString('latin1');
  } catch {
    return '';
  }
}

function fontsOf(objects: Map<string, PdfObject>): Map<string, string> {
  const fonts = new Map<string, string>();
  for (const { head } of objects.values()) {
    for (const [, name, reference] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) fonts.set(name!, reference!);
  }
  return fonts;
}

function lettersOf(table: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, first, row] of table.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)) {
    [...row!.matchAll(/<([0-9a-f]*)>/gi)].forEach(([, code], index) => {
      const units = code!.match(/.{4}/g)?.map((unit) => parseInt(unit, 16)) ?? [];
      const key = (parseInt(first!, 16) + index).toString(16).padStart(4, '0');
      letters.set(key, String.fromCharCode(...units));
    });
  }
  return letters;
}

function setIn(stream: string, letters: Map<string, Map<string, string>>): string {
  let text = '';
  let font: Map<string, string> | undefined;
  for (const [, name, shown] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name) font = letters.get(name);
    else
      for (const [, codes] of shown!.matchAll(/<([0-9a-f]+)>/gi))
        for (const code of codes!.match(/.{4}/g) ?? []) text += font?.get(code.toLowerCase()) ?? '�';
  }
  return text;
}
