const { buffer } = require('node:stream/consumers');
const { getDocumentProxy } = require('unpdf');

/** Writes the text of each page of the PDF on stdin, as JSON. A process of its own: what reads PDFs is an ES module. */
async function main() {
  const pdf = await getDocumentProxy(new Uint8Array(await buffer(process.stdin)));
  const pages = Array.from({ length: pdf.numPages }, (_, nth) => textOf(pdf, nth + 1));
  process.stdout.write(JSON.stringify(await Promise.all(pages)));
}

async function textOf(pdf, number) {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  const [left, bottom, right, top] = page.view;
  // What was set beyond the edge of the paper is in the file, and nobody reads it.
  const isOnPaper = ({ transform: [, , , , x, y], width }) =>
    x >= left && x + width <= right && y >= bottom && y <= top;
  return items
    .filter((item) => 'str' in item && isOnPaper(item))
    .map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str))
    .join('');
}

void main();
