import { readdirSync, readFileSync } from 'node:fs';
import type { ReactElement } from 'react';
import { renderPage } from '../views/render-page.js';
import { sampleFrame as frame } from '../views/sample-props.js';
import { gonePage } from './gone-pages.js';
import { OptInDonePage, OptInPage, OptInTooOldPage, SetPassphrasePage } from './opt-in-pages.js';
import { PacePage } from './pace-page.js';
import type { PacePageProps } from './pace-props.js';
import { AskedPage, PacedPage, RestingPage, StartedPage, StoppedPage } from './standing-pages.js';

const form = { action: '/r/p/1', nonce: 'nonce-1' };
const hostile = '</textarea><script>alert(1)</script>" onfocus="x';
const pace: PacePageProps = {
  frame,
  form,
  firstName: hostile,
  rest: null,
  rests: [
    { length: 'three-days', note: 'Back on Thursday 5 November' },
    { length: 'week', note: 'Back on Monday 9 November' },
    { length: 'next-call', note: 'Back after Tuesday 10 November' },
    { length: 'open', note: 'No more questions unless you ask' },
  ],
  notNow: [
    { act: 'tonight', when: '7:30 pm' },
    { act: 'tomorrow', when: '10:00 am' },
    { act: 'skip', when: null },
  ],
  pace: 'steady',
  backUrl: '/r/p/1',
};
const standing = { frame, form, paceUrl: '/r/p/1/pace' };

const pages: [string, ReactElement][] = [
  ['pace', <PacePage {...pace} />],
  [
    'pace in a rest',
    <PacePage {...pace} rest={{ kind: 'until', day: hostile }} notNow={[]} backUrl={null} />,
  ],
  ['resting', <RestingPage {...standing} rest={{ kind: 'afterCall', day: 'Tuesday 10 November' }} />],
  ['resting openly', <RestingPage {...standing} rest={{ kind: 'open', day: null }} />],
  [
    'resting until a call that is to be booked',
    <RestingPage {...standing} rest={{ kind: 'noCall', day: null }} />,
  ],
  ['started', <StartedPage {...standing} nextOn="Thursday 5 November" />],
  ...(['gentle', 'steady', 'often'] as const).map((one): [string, ReactElement] => [
    one,
    <PacedPage {...standing} pace={one} />,
  ]),
  ['stopped', <StoppedPage {...standing} />],
  ['asked', <AskedPage frame={frame} />],
  ['opt-in', <OptInPage frame={frame} form={form} firstName={hostile} textVersion={1} shared={null} />],
  ['opted in', <OptInDonePage frame={frame} paceUrl="/r/p/1/pace" passphraseUrl="/r/p/1/passphrase" />],
  ['opt-in that is too old', <OptInTooOldPage frame={frame} form={form} />],
  [
    'a passphrase to set',
    <SetPassphrasePage frame={frame} form={form} problem={{ code: 'passDiffer' }} laterUrl="/r/p/1" />,
  ],
  ...(['died', 'discharged', 'transferred'] as const).map((one): [string, ReactElement] => [
    one,
    gonePage({ ...frame, reader: null, help: { ...frame.help, callMe: null } }, one, hostile),
  ]),
];

describe.each(pages)('the page "%s"', (name, page) => {
  const html = renderPage(page);

  it('is a whole document with one heading, help in its header and help to hand', () => {
    expect(html).toMatch(/^<!doctype html><html lang="en-US">/);
    expect(html).toMatch(/<header.*href="#help".*Help now.*<\/header>/s);
    expect(html).toMatch(/<section class="help" id="help".*Call or text 988.*In danger now\? Call 911/s);
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  it('has no inline style, script or handler, and nothing of what came in is markup', () => {
    expect(html.replace(/="[^"]*"/g, '=')).not.toMatch(/<[^>]*\s(?:style|on[a-z]+)=/i);
    expect(html).not.toMatch(/<style|<script(?! src="\/)|javascript:/);
  });

  it('changes nothing by a link, and proves every act by the nonce', () => {
    const forms = html.match(/<form .*?<\/form>/gs) ?? [];
    for (const each of forms) {
      expect(each).toMatch(/^<form [^>]*method="post"/);
      expect(each).toContain('name="nonce" value="nonce-1"');
    }
    expect(html).not.toMatch(/<a [^>]*(?:act=|rest-|stop\b)/);
  });

  it('names nothing in the history of a browser', () => {
    expect(/<title>([^<]*)/.exec(html)?.[1]).not.toMatch(/fernhollow|ketamine|therapy|session|rowan/i);
  });

  if (name === 'died') {
    it('says nothing of anybody', () => expect(html).not.toMatch(/alert|Maren|Fernhollow/));
  }
});

it('takes every word from the catalogue', () => {
  const views = readdirSync(__dirname).filter((file) => /-pages?\.tsx$/.test(file));
  expect(views.length).toBeGreaterThan(3);
  for (const view of views) {
    const source = readFileSync(`${__dirname}/${view}`, 'utf8').replace(/\/\*\*?.*?\*\/|\/\/.*$/gms, '');
    expect([view, source.match(/>\s*[A-Za-z][^<>{}=;()]*</g)]).toEqual([view, null]);
  }
});
