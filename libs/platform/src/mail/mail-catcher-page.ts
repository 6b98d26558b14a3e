import type { CaughtMail } from './caught-mail.js';
import { codesSection, secondsLeft, type SignInCode } from './sign-in-codes-page.js';

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const esc = (value: string): string => value.replace(/[&<>"']/g, (sign) => entities[sign] ?? '');

/** For the developer's eyes only, so not in the catalogue of what clients and staff read. */
const words = {
  title: 'Mail catcher',
  intro: 'Everything sent from here ends here. Nothing reaches a real mailbox.',
  none: 'No mail yet. What is sent appears here; reload the page to see it.',
  all: 'All mail',
  noSubject: '(no subject)',
  missing: 'There is no such mail. Perhaps it was cleared, or it is older than the last 200.',
};

const when = (date: string): string =>
  `<time datetime="${esc(date)}">${esc(date.slice(0, 10))} ${esc(date.slice(11, 19))} UTC</time>`;

function page(title: string, body: string, head = ''): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${esc(title)}</title>
<link rel="stylesheet" href="/style.css">
${head}</head>
<body>
${body}
</body>
</html>
`;
}

/** With codes it asks for itself anew when they change. */
export function listPage(
  mails: readonly CaughtMail[],
  codes: readonly SignInCode[] = [],
  epochMs = Date.now(),
): string {
  const rows = mails.map(
    (mail) => `<li><a href="/messages/${mail.id}">
<span class="subject">${esc(mail.subject || words.noSubject)}</span>
<span class="who">to ${esc(mail.to)}</span>
<span class="when">${when(mail.date)}</span>
</a></li>`,
  );
  const list = rows.length
    ? `<ul class="mails">${rows.join('\n')}</ul>`
    : `<p class="none">${words.none}</p>`;
  return page(
    words.title,
    `<header><h1>${words.title}</h1><p>${words.intro}</p></header>
<main>${codesSection(codes, epochMs, esc)}${list}</main>`,
    codes.length ? `<meta http-equiv="refresh" content="${secondsLeft(epochMs)}">\n` : '',
  );
}

export function mailPage(mail: CaughtMail): string {
  const facts: [string, string][] = [
    ['From', esc(mail.from)],
    ['To', esc(mail.to)],
    ['Caught', when(mail.date)],
  ];
  const links = mail.links
    .filter((link) => /^https?:\/\//i.test(link))
    .map(
      (link) => `<li><a href="${esc(link)}" target="_blank" rel="noreferrer noopener">${esc(link)}</a></li>`,
    );
  const headers = Object.entries(mail.headers).map(
    ([name, value]) => `<div><dt>${esc(name)}</dt><dd>${esc(value)}</dd></div>`,
  );
  const html = mail.html
    ? `<section><h2>As it looks</h2><iframe title="The HTML part of this mail" src="/messages/${mail.id}/html" ` +
      `sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe></section>`
    : '';
  return page(
    mail.subject || words.noSubject,
    `<nav><a href="/">${words.all}</a></nav>
<main>
<h1>${esc(mail.subject || words.noSubject)}</h1>
<dl class="facts">${facts.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl>
${links.length ? `<section><h2>Links</h2><ul class="links">${links.join('\n')}</ul></section>` : ''}
${html}
<section><h2>As text</h2><pre>${esc(mail.text)}</pre></section>
<details><summary>Headers</summary><dl class="headers">${headers.join('\n')}</dl></details>
</main>`,
  );
}

/** The HTML part itself, for the sandboxed frame: its links open outside of the frame. */
export function framedHtml(mail: CaughtMail): string {
  const base = '<base target="_blank">';
  const head = /<head[^>]*>/i.exec(mail.html);
  if (!head) return base + mail.html;
  const after = head.index + head[0].length;
  return mail.html.slice(0, after) + base + mail.html.slice(after);
}

export function missingPage(): string {
  return page(
    words.title,
    `<nav><a href="/">${words.all}</a></nav>\n<main><p class="none">${words.missing}</p></main>`,
  );
}

export const style = `:root {
  color-scheme: light dark;
  --paper: #faf8f3; --raised: #ffffff; --ink: #1d2520; --quiet: #5b655e; --line: #e2ddd0; --spruce: #1e5a4c;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #161b18; --raised: #1f2622; --ink: #ecebe4; --quiet: #a3ada6; --line: #343d37; --spruce: #8cc9b5;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 46rem; padding: 2.5rem 1.25rem 4rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.55 Figtree, system-ui, sans-serif; overflow-wrap: anywhere;
}
h1 { font-family: "Source Serif 4", Georgia, serif; font-weight: 500; font-size: 1.75rem; line-height: 1.25; margin: 0 0 .35rem; }
h2 { font-size: .9rem; font-weight: 600; color: var(--quiet); margin: 2rem 0 .5rem; }
header p, .none { color: var(--quiet); margin: 0; }
a { color: var(--spruce); text-underline-offset: .2em; }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--spruce); outline-offset: 3px; border-radius: 4px; }
nav { margin-bottom: 1.5rem; }
.mails { list-style: none; margin: 1.75rem 0 0; padding: 0; background: var(--raised); border: 1px solid var(--line); border-radius: 12px; }
.mails li + li { border-top: 1px solid var(--line); }
.mails a { display: grid; grid-template-columns: 1fr auto; gap: .1rem 1rem; padding: .85rem 1.1rem; color: inherit; text-decoration: none; }
.mails a:hover .subject { text-decoration: underline; }
.subject { grid-column: 1 / -1; font-weight: 600; }
.who, .when { color: var(--quiet); font-size: .9rem; }
time { font-variant-numeric: tabular-nums; }
dl { margin: .75rem 0 0; }
dl div { display: grid; grid-template-columns: 6rem 1fr; gap: 1rem; padding: .15rem 0; }
dt { color: var(--quiet); }
dd { margin: 0; }
.headers { font-size: .85rem; }
.headers div { grid-template-columns: 12rem 1fr; }
.codes div { grid-template-columns: 1fr auto; align-items: center; padding: .5rem 0; border-top: 1px solid var(--line); }
.codes dd { font: 600 1.35rem/1.3 ui-monospace, monospace; font-variant-numeric: tabular-nums; color: var(--ink); }
.codes + p { margin-top: .5rem; }
.links { margin: 0; padding-left: 1.1rem; }
.links li { padding: .2rem 0; }
iframe { width: 100%; height: 36rem; border: 1px solid var(--line); border-radius: 12px; background: #fff; color-scheme: light; }
pre { margin: 0; padding: 1.1rem; background: var(--raised); border: 1px solid var(--line); border-radius: 12px; white-space: pre-wrap; font: .9rem/1.6 ui-monospace, monospace; }
summary { cursor: pointer; color: var(--quiet); margin-top: 2rem; }
@media (max-width: 34rem) { .mails a { grid-template-columns: 1fr; } .headers div { grid-template-columns: 1fr; gap: 0; padding: .4rem 0; } }
`;
