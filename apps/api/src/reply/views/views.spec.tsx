import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { ReactElement } from 'react';
import { clientFonts } from '@app/design/fonts.js';
import { AnswerPage } from './answer-page.js';
import { CheckInPage, ChoicePage, RatingPage } from './tap-pages.js';
import { PassphrasePage } from './passphrase-page.js';
import {
  UnaskedAskedPage,
  UnaskedAskPage,
  UnaskedLapsedPage,
  UnaskedOpenPage,
} from './unasked-link-pages.js';
import { UnaskedPage } from './unasked-page.js';
import { CallMePage } from './call-me-page.js';
import { ClosedPage } from './closed-page.js';
import { ErrorPage } from './error-page.js';
import { FreshLinkSentPage } from './fresh-link-sent-page.js';
import { HelpPage } from './help-page.js';
import { InformationPage } from './information-page.js';
import { NoCookiePage } from './no-cookie-page.js';
import { OpenFreshLinkPage } from './open-fresh-link-page.js';
import { renderPage } from './render-page.js';
import { sampleAnswer, sampleFrame as frame } from './sample-props.js';
import { SavedPage } from './saved-page.js';
import { SetAsidePage } from './set-aside-page.js';
import { ShiftNotedPage, ShiftPage } from '../shift/shift-page.js';
import { MeasureItemPage, SafetyCheckPage } from './measure-page.js';
import { FeelsSafePage, SafetyHelpPage } from './safety-help-page.js';
import { StopPage } from './stop-page.js';
import { ThanksPage } from './thanks-page.js';
import { WhoReadsPage } from './who-reads-page.js';

const form = { action: '/r/p/1', nonce: 'nonce-1' };
const hostile = '</textarea><script>alert(1)</script>" onfocus="x';
const thanks = { frame, kind: 'sent', sentTime: '8:49 am', reading: 'R.', nextOn: null } as const;

const pages: [string, ReactElement][] = [
  ['answer', <AnswerPage {...sampleAnswer} />],
  [
    'answer with everything',
    <AnswerPage
      {...sampleAnswer}
      words={hostile}
      question={hostile}
      hint={hostile}
      firstName={hostile}
      lastReadOn="Sunday"
      chips={[{ value: hostile, label: hostile, chosen: true }]}
      thread={{ kept: true, name: hostile }}
      shownBack={{ quote: hostile, days: 12, day: 'Wednesday 11 November' }}
      shiftUrl="/r/p/1/shift"
      problem={{ code: 'tooLong', max: 10_000 }}
      nothingWritten
    />,
  ],
  [
    'an item of a measure',
    <MeasureItemPage
      {...sampleAnswer}
      itemId="9"
      stem={hostile}
      text={hostile}
      options={[{ value: '0', label: hostile, chosen: true }]}
      toldUnless={hostile}
      intro={hostile}
      state={{ kind: 'told', least: hostile }}
    />,
  ],
  [
    'a safety check',
    <SafetyCheckPage
      {...sampleAnswer}
      body={[{ value: 'breathing', label: hostile, chosen: true }]}
      mind={[{ value: 'voices', label: hostile, chosen: false }]}
      none
      intro={hostile}
      state={{ kind: 'told', least: null }}
    />,
  ],
  [
    'feeling safe',
    <FeelsSafePage
      frame={frame}
      form={form}
      fields={[['item-9', hostile]]}
      nextCallDay="Tuesday 10 November"
    />,
  ],
  ...(['emergency', 'crisis', 'today'] as const).map((kind): [string, ReactElement] => [
    `help first: ${kind}`,
    <SafetyHelpPage
      frame={frame}
      kind={kind}
      seenBy={{ day: 'Tuesday 10 November', time: '5:00 pm' }}
      isOpenNow={false}
      onward={{ kind: 'form', form, fields: [['words', hostile]] }}
    />,
  ]),
  [
    'asks if safe',
    <ThanksPage {...thanks} ownWords={hostile} changeUrl={null} asksSafe={{ form, yesUrl: '/r/p/1' }} />,
  ],
  [
    'a tap about a shift',
    <ShiftPage
      frame={frame}
      tap={3}
      heading={hostile}
      hint={hostile}
      links={[{ url: '/r/p/1/shift?t=1', label: hostile }]}
      sends={{ form, fields: [['once', hostile]], choices: [{ value: 'S1', label: hostile }] }}
      backUrl="/r/p/1"
    />,
  ],
  ['a shift, noted', <ShiftNotedPage frame={frame} againUrl="/r/p/1/shift" backUrl="/r/p/1" />],
  [
    'choice',
    <ChoicePage
      {...sampleAnswer}
      id="where"
      question={hostile}
      hint={hostile}
      many
      options={[{ value: hostile, label: hostile, chosen: true }]}
      step={{ page: 2, of: 3 }}
      carried={[['words', hostile]]}
      paceUrl="/r/p/1/pace"
    />,
  ],
  [
    'rating',
    <RatingPage
      {...sampleAnswer}
      id="steady"
      question={hostile}
      low={hostile}
      high={hostile}
      chosen={7}
      step={{ page: 3, of: 3 }}
      wait={{ chosen: 'next-working-day', soonDay: 'Tuesday 10 November' }}
      problem={{ code: 'notOffered' }}
      callAsked
    />,
  ],
  [
    'check-in',
    <CheckInPage {...sampleAnswer} checkIn={{ kind: 'sleep', chosen: 2 }} step={{ page: 2, of: 2 }} />,
  ],
  [
    'passphrase',
    <PassphrasePage
      frame={frame}
      form={form}
      to="pace"
      problem={{ code: 'wait', minutes: 2 }}
      unsentWords={hostile}
    />,
  ],
  [
    'unasked ask',
    <UnaskedAskPage frame={frame} action="/c/x" email={hostile} minutes={15} problem="notAnAddress" />,
  ],
  ['unasked asked', <UnaskedAskedPage frame={frame} minutes={15} />],
  ['unasked open', <UnaskedOpenPage frame={frame} form={form} hours={2} />],
  ['unasked lapsed', <UnaskedLapsedPage frame={frame} againUrl="/c/x" unsentWords={hostile} />],
  [
    'unasked',
    <UnaskedPage
      frame={frame}
      form={form}
      firstName={hostile}
      question="What would you like us to know?"
      hint="h"
      words={hostile}
      reading="R."
      wait={{ chosen: 'can-wait', soonDay: null }}
      problem={{ code: 'unreadable' }}
      nothingWritten
      callAsked
    />,
  ],
  [
    'information',
    <InformationPage frame={frame} firstName={null} heading={hostile} text={`a\n\n${hostile}`} />,
  ],
  ['thanks', <ThanksPage {...thanks} ownWords={hostile} changeUrl="/r/p/1" />],
  ['thanks for nothing', <ThanksPage {...thanks} kind="nothing" ownWords={null} changeUrl={null} />],
  [
    'saved',
    <SavedPage frame={frame} savedTime="8:47 am" openUntil="Thursday 19 November" backUrl="/r/p/1" />,
  ],
  [
    'snoozed',
    <SetAsidePage frame={frame} kind="snoozed" when="tonight" nextOn={null} wordsKept backUrl="/r/p/1" />,
  ],
  [
    'skipped',
    <SetAsidePage
      frame={frame}
      kind="skipped"
      when={null}
      nextOn="Friday"
      wordsKept={false}
      backUrl={null}
    />,
  ],
  ...(['expired', 'answered', 'read', 'withdrawn', 'ended', 'link'] as const).map(
    (kind): [string, ReactElement] => [
      `closed: ${kind}`,
      <ClosedPage frame={frame} kind={kind} nextOn={null} unsentWords={hostile} />,
    ],
  ),
  ['no cookie', <NoCookiePage frame={frame} form={form} minutes={15} />],
  ['fresh link sent', <FreshLinkSentPage frame={frame} minutes={15} />],
  ['open fresh link', <OpenFreshLinkPage frame={frame} form={form} />],
  [
    'call me',
    <CallMePage
      frame={frame}
      seenBy={{ day: null, time: '5:00 pm' }}
      already={false}
      hasNumber
      wordsSaved
      backUrl="/r/p/1"
    />,
  ],
  [
    'who reads',
    <WhoReadsPage
      frame={frame}
      readers={[{ name: hostile, seat: 'words' }]}
      covers={[{ name: hostile, awayName: hostile, untilDay: 'Thursday 12 November' }]}
      compared={['Your taps.']}
      looksForPhrases
      backUrl="/r/p/1"
    />,
  ],
  ...(['not-found', 'failed', 'unavailable', 'too-many', 'refused'] as const).map(
    (kind): [string, ReactElement] => [
      `error: ${kind}`,
      <ErrorPage frame={{ ...frame, clinicName: null, reader: null }} kind={kind} />,
    ],
  ),
  ['help', <HelpPage frame={frame} backUrl={null} />],
  ['stop', <StopPage frame={frame} form={form} />],
  ['stopped', <StopPage frame={frame} form={null} />],
  ['nothing to stop', <StopPage frame={frame} form={null} hasEnded />],
];

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
