import { readFileSync } from 'node:fs';
import { clientFonts } from '@app/design/fonts.js';

const SERIF = clientFonts.find(({ module }) => module.includes('serif'))!;

/** The look of a copy: one file that stands alone, on a screen and on paper. */
export function copyStyle(): string {
  const font = readFileSync(require.resolve(SERIF.module)).toString('base64');
  return `
@font-face { font-family: 'Source Serif 4'; src: url(data:font/woff2;base64,${font}) format('woff2'); }
:root { color-scheme: light dark; }
body { max-width: 34rem; margin: 0 auto; padding: 48px 20px 64px; background: Canvas; color: CanvasText;
  font: 400 17px/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { margin: 0 0 8px; font: 400 32px/1.2 'Source Serif 4', Georgia, serif; }
h2 { margin: 48px 0 0; font-size: 20px; }
h3 { margin: 0 0 6px; font-size: 15px; font-weight: 600; }
p { margin: 6px 0; }
ul { margin: 12px 0 0; padding: 0; list-style: none; }
li { margin-top: 12px; }
.quiet { opacity: 0.78; font-size: 15px; }
.sent { margin-top: 28px; break-inside: avoid-page; }
.words { margin: 8px 0 0; font: 400 19px/1.6 'Source Serif 4', Georgia, serif; white-space: pre-wrap; }
dl { margin: 10px 0 0; font-size: 15px; }
dt { opacity: 0.78; } dd { margin: 0 0 6px; }
footer { margin-top: 48px; }
mark { background: #f5e3a8; color: #1d2520; }
@media print {
  @page { margin: 22mm 20mm; }
  body { max-width: none; padding: 0; background: none; color: #000; font-size: 11pt; }
  .words { font-size: 12.5pt; }
  h2 { break-after: avoid-page; }
  .booklet header { min-height: 60vh; }
  .booklet .month { break-before: page; }
}`;
}
