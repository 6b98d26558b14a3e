import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountChangeEmail } from './account-change-email.js';
import { inviteEmail, resetEmail, startEmail, startKnownEmail } from './account-link-emails.js';
import { callRequestEmail } from './call-request-email.js';
import {
  optInEmail,
  restBegunEmail,
  restOverEmail,
  stoppedEmail,
  unaskedEmail,
} from './client-notice-emails.js';
import { digestEmail } from './digest-email.js';
import type { Mail } from './email-frame.js';
import { flagEmail } from './flag-email.js';
import { freshLinkEmail } from './fresh-link-email.js';
import { mailColours } from './mail-colours.js';
import { myWordsEmail } from './my-words-email.js';
import { isTelling, senderName } from './neutral-sender.js';
import { promptEmail, type PromptEmailProps } from './prompt-email.js';
import { staffNoticeEmail } from './staff-notice-email.js';
import { say } from '../words/say.js';

const help = {
  crisisLabel: 'Call or text 988',
  crisisNumber: '988',
  clinicPhone: '208 555 0142',
  emergencyNumber: '911',
};
const props: PromptEmailProps = {
  kind: 'first',
  locale: 'en-US',
  reader: 'Maren',
  clinicName: 'Fernhollow Integration',
  firstName: 'Rowan',
  url: 'https://throughline.example/r/token',
  paceUrl: 'https://throughline.example/r/token/pace',
  openUntil: 'Thursday 19 November',
  help,
};

const link = {
  locale: 'en-US',
  url: 'https://throughline.example/invite#token',
  expiresAt: '2026-11-20T20:05:00Z',
  timeZone: 'America/Boise',
};
const console = { locale: 'en-US', url: 'https://throughline.example/' };
const changes = [
  'password-changed',
  'factor-added',
  'factor-removed',
  'factors-reset',
  'recovery-code-used',
] as const;
const flagKinds = ['now', 'today', 'further', 'late', 'outside'] as const;
const notices = [
  'roles-changed',
  'admin-changed-own-roles',
  'suspended',
  'restored',
  'break-glass',
  'care-team-changed',
  'cover',
  'away-planned',
  'factors-reset-asked',
] as const;

const aDay = { callRequests: 1, toRead: 2, calls: 3, toConfirm: 4, delivery: 5 };

const mails: [string, Mail][] = [
  ...(['first', 'nudge', 'snoozed', 'note'] as const).map((kind): [string, Mail] => [
    kind,
    promptEmail({ ...props, kind }),
  ]),
  ['without a reader or a name', promptEmail({ ...props, reader: null, firstName: null })],
  ['fresh link', freshLinkEmail({ ...props, minutes: 15 })],
  ...(
    [
      { kind: 'until', day: 'Thursday 5 November' },
      { kind: 'after-call', day: 'Tuesday 10 November' },
      { kind: 'no-call', day: null },
      { kind: 'open', day: null },
    ] as const
  ).map((end): [string, Mail] => [`rest begun: ${end.kind}`, restBegunEmail({ ...props, end })]),
  ['rest over', restOverEmail(props)],
  ['stopped', stoppedEmail(props)],
  ['opt-in', optInEmail({ ...props, clinicName: 'Boise Ketamine Therapy' })],
  ['opt-in without a reader', optInEmail({ ...props, clinicName: 'Boise Ketamine Therapy', reader: null })],
  ['unasked', unaskedEmail({ ...props, minutes: 15 })],
  ['my words', myWordsEmail({ ...props, minutes: 15 })],
  ['digest', digestEmail({ ...console, clinicName: 'Boise Ketamine Therapy', figures: aDay })],
  ['call request', callRequestEmail({ locale: 'en-US', todayUrl: 'https://throughline.example/today' })],
  ['invitation', inviteEmail({ ...link, clinicName: 'Fernhollow Integration' })],
  ['new password', resetEmail(link)],
  ['start of a clinic', startEmail(link)],
  ['start with an account', startKnownEmail(console)],
  ...flagKinds.map((kind): [string, Mail] => [
    `flag: ${kind}`,
    flagEmail({ locale: 'en-US', kind, todayUrl: 'https://throughline.example/today' }),
  ]),
  ...changes.map((kind): [string, Mail] => [kind, accountChangeEmail({ ...console, kind })]),
  ...notices.map((kind): [string, Mail] => [
    kind,
    staffNoticeEmail({ ...console, kind, clinicName: 'Fernhollow Integration' }),
  ]),
];

describe.each(mails)('the e-mail "%s"', (_kind, mail) => {
  it('loads nothing and runs nothing', () => {
    expect(mail.html).not.toMatch(/<img|<script|<link|<iframe|@import|url\(|background=|src=/i);
  });

  it('links only to the addresses it was given', () => {
    const links = [...mail.html.matchAll(/href="([^"]*)"/g)].map(([, url]) => url);
    for (const url of links) {
      expect(url).toMatch(/^https:\/\/throughline\.example\//);
      expect(mail.text).toContain(url);
    }
    expect(links.length).toBeLessThanOrEqual(2);
  });

  it('says in text what it says in HTML', () => {
    const lines = [...mail.html.matchAll(/<p[^>]*>(?:<a[^>]*>)?([^<]*)/g)].map(([, line = '']) => line);
    for (const line of lines) expect(mail.text).toContain(line);
  });

  it('is neutral from sender to last line', () => {
    expect([mail.subject, mail.fromName, mail.text].filter(isTelling)).toEqual([]);
  });

  it('has a subject and a sender of one line', () => {
    expect(`${mail.subject}${mail.fromName}`).not.toMatch(/[\r\n]/);
  });
});

describe('the e-mail of a prompt', () => {
  it('comes from the person who reads', () => {
    const mail = promptEmail(props);
    expect(mail.subject).toBe('A short question from Maren');
    expect(mail.fromName).toBe('Maren at Fernhollow Integration');
  });

  it('says that nobody watches, where help is, and how to rest or stop', () => {
    const { text } = promptEmail(props);
    expect(text).toContain('Nobody watches this mailbox around the clock.');
    expect(text).toContain('Call or text 988');
    expect(text).toContain('In danger now? Call 911.');
    expect(text).toContain('Rest, pace or stop: https://throughline.example/r/token/pace');
  });

  it('escapes a name', () => {
    expect(promptEmail({ ...props, firstName: '<b>Rowan</b>' }).html).toContain('&lt;b&gt;Rowan&lt;/b&gt;');
  });
});

it('leaves a clinic that is named after what it does out of the sender', () => {
  expect(senderName(say, 'Maren', 'Boise Ketamine Therapy')).toBe('Maren');
  expect(senderName(say, null, 'Boise Ketamine Therapy')).toBe('Your care team');
  expect(senderName(say, null, 'Harrow Lane Clinic')).toBe('Harrow Lane Clinic');
});

it('tells staff of a call request without a name', () => {
  const mail = callRequestEmail({ locale: 'en-US', todayUrl: 'https://throughline.example/today' });
  expect(mail.subject).toBe('Someone asked for a call');
  expect(mail.text).toContain('Someone asked for a call. Open Today.');
});

it('tells a backup outside the clinic that they are needed, with nothing to open', () => {
  const mail = flagEmail({ locale: 'en-US', kind: 'outside', todayUrl: 'https://throughline.example/today' });
  expect(mail.subject).toBe('A colleague may need you');
  expect(mail.text).not.toContain('https://');
});

describe('the morning e-mail', () => {
  const at = { ...console, clinicName: 'Fernhollow Integration' };

  it('is counts in words, what is most urgent first, and how to turn it off', () => {
    const { subject, text } = digestEmail({ ...at, figures: aDay });
    expect(subject).toBe('Your day at a glance');
    expect(text).toContain(
      [
        'This is what waits for you today at Fernhollow Integration.',
        '1 person asked for a call',
        '2 answers to read by tomorrow',
        '3 calls today',
        '4 dates in the past to confirm: did it happen?',
        '5 e-mails that need a look',
      ].join('\n\n'),
    );
    expect(text).toContain('You can turn this e-mail off under your name in Throughline.');
  });

  it('leaves out what there is none of', () => {
    const figures = { callRequests: 0, toRead: 0, calls: 1, toConfirm: 0, delivery: 0 };
    const { text } = digestEmail({ ...at, figures });
    expect(text).toContain('1 call today');
    expect(text).not.toMatch(/\b0\b|answers|e-mails that/);
  });
});

describe('the e-mail with a link to an account', () => {
  it.each([
    ['invitation', inviteEmail({ ...link, clinicName: 'Fernhollow Integration' })],
    ['new password', resetEmail(link)],
    ['start', startEmail(link)],
  ])('says once, until when, on whose clock, and what to do if it was not you: %s', (_kind, { text }) => {
    expect(text).toContain('The link works once, until Fri 20 Nov 2026, 1:05 pm, Mountain time.');
    expect(text).toMatch(/leave (this e-mail|the link) be/);
  });

  it('tells the time of day of a person whose clock nobody knows in UTC', () => {
    const { text } = resetEmail({ ...link, timeZone: 'UTC' });
    expect(text).toContain('until Fri 20 Nov 2026, 8:05 pm UTC.');
  });

  it('names the clinic inside, and neither in the subject nor in the sender', () => {
    const { subject, fromName, text } = inviteEmail({ ...link, clinicName: 'Boise Ketamine Therapy' });
    expect([subject, fromName]).toEqual(['You are invited to join a team', 'Throughline']);
    expect(text).toContain('Boise Ketamine Therapy invites you');
  });
});

it('has nothing to open for who may no longer sign in', () => {
  const mail = staffNoticeEmail({ ...console, kind: 'suspended', clinicName: 'Fernhollow Integration' });
  expect(`${mail.html}${mail.text}`).not.toContain('https://');
});

it.each(['light', 'dark'] as const)('draws e-mails in the %s colours of tokens.css', (theme) => {
  const css = readFileSync(join(__dirname, '..', 'tokens.css'), 'utf8').split('@media screen')[
    theme === 'light' ? 0 : 1
  ];
  for (const [name, hex] of Object.entries(mailColours[theme])) expect(css).toContain(`--${name}: ${hex};`);
});
