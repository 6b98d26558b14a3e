import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { clientFonts } from '@app/design/fonts.js';
import { AnswerPage } from './answer-page.js';
import { renderPage } from './render-page.js';
import { sampleAnswer } from './sample-props.js';
import { ThanksPage } from './thanks-page.js';
import { pages, thanks } from './pages.test-support.js';

describe.each(pages)('the page "%s"', (_name, page) => {
  const html = renderPage(page);

  it('is a whole document with help in its header and help to hand', () => {
    expect(html).toMatch(/^<!doctype html><html lang="en-US">/);
    expect(html).toMatch(/<header.*href="#help".*Help now.*<\/header>/s);
    expect(html).toMatch(/<section class="help" id="help"/);
  });

  it('lists help in the same order', () => {
    const rows = [
      'Call or text 988',
      'Ask the clinic to call me',
      'Call the clinic, 208',
      'In danger now? Call 911',
    ];
    const help = html.slice(html.indexOf('id="help"'));
    const places = rows.map((row) => help.indexOf(row));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('has no inline style, script or handler', () => {
    const withoutValues = html.replace(/="[^"]*"/g, '=');
    expect(withoutValues).not.toMatch(/<[^>]*\s(?:style|on[a-z]+)=/i);
    expect(html).not.toMatch(/<style|<script(?! src="\/)|javascript:/);
  });

  it('asks for nothing from elsewhere, and stays out of indexes and histories', () => {
    const fetched = [...html.matchAll(/<(?:link|script|img|iframe)[^>]*(?:href|src)="([^"]*)"/g)].map(
      ([, url]) => url,
    );
    for (const url of fetched) expect(url).toMatch(/^(?:\/r\/assets\/|data:,$)/);
    expect(html).toContain('<meta name="robots" content="noindex, nofollow"/>');
    expect(/<title>([^<]*)/.exec(html)?.[1]).not.toMatch(/fernhollow|ketamine|therapy|session/i);
  });

  it('puts a nonce into every form, and changes nothing by a link', () => {
    const forms = [...html.matchAll(/<form .*?<\/form>/gs)].map(([each]) => each);
    for (const each of forms) {
      expect(each).toContain('method="post"');
      // The public page knows nobody whom a foreign page could speak for.
      if (!each.includes('action="/c/')) expect(each).toContain('name="nonce" value="nonce-1"');
    }
  });

  it('has one first heading', () => {
    expect(html.match(/<h1/g)).toHaveLength(1);
  });
});

describe('the thanks page', () => {
  it('shows none of the words unless they are handed over', () => {
    expect(renderPage(<ThanksPage {...thanks} ownWords={null} changeUrl="/r/p/1" />)).not.toContain(
      'What you wrote',
    );
    expect(renderPage(<ThanksPage {...thanks} ownWords="Oh, hello." changeUrl={null} />)).toContain(
      'Oh, hello.',
    );
  });
});

it('takes every word of a view from the catalogue', () => {
  const views = [
    'answer-form',
    'answer-page',
    'call-me-page',
    'closed-page',
    'error-page',
    'fresh-link-sent-page',
    'help-page',
    'information-page',
    'no-cookie-page',
    'open-fresh-link-page',
    'parts',
    'passphrase-page',
    'saved-page',
    'set-aside-page',
    'stop-page',
    'tap-pages',
    'thanks-page',
    'unasked-link-pages',
    'unasked-page',
    'who-reads-page',
  ];
  for (const view of views) {
    const source = readFileSync(join(__dirname, `${view}.tsx`), 'utf8').replace(
      /\/\*\*?.*?\*\/|\/\/.*$/gms,
      '',
    );
    // Text between tags that is neither an expression nor a space; attributes that are read aloud.
    expect([view, source.match(/>\s*[A-Za-z][^<>{}=;()]*</g)]).toEqual([view, null]);
    expect([view, source.match(/(?:aria-label|title|alt|placeholder)="[^"]*"/g)]).toEqual([view, null]);
  }
});

it('weighs less than 50 kB with fonts, style and script, and the script less than 4 kB', () => {
  const design = join(process.cwd(), 'libs/design/src');
  const read = (path: string) => readFileSync(path);
  const script = read(join(__dirname, '../assets/autosave.js'));
  const style = Buffer.concat([read(join(design, 'tokens.css')), read(join(design, 'client.css'))]);
  const texts = [Buffer.from(renderPage(<AnswerPage {...sampleAnswer} />)), style, script];
  const fonts = clientFonts.map(({ module }) => read(require.resolve(module)).length);
  const weight = [...fonts, ...texts.map((text) => gzipSync(text).length)].reduce(
    (sum, each) => sum + each,
    0,
  );
  expect(script.length).toBeLessThan(4000);
  expect(weight).toBeLessThan(50_000);
});
