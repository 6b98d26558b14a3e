import { randomBytes } from 'node:crypto';
import { bounceAddress, mailingOfReport } from './bounce-address.js';
import type { ReportKind } from './bounce-status.rules.js';
import type { About } from './fixtures/about.js';
import { exchange } from './fixtures/exchange.js';
import { exim, eximWords } from './fixtures/exim.js';
import { gmail } from './fixtures/gmail.js';
import { awayNote, complaint, letter, readReceipt } from './fixtures/others.js';
import { postfix } from './fixtures/postfix.js';
import { readMailReport } from './mail-report.js';

const KEY = randomBytes(32);
const MAILING = '019a6f00-0000-7000-8000-0000000000aa';
const about: About = {
  to: bounceAddress(KEY, MAILING, 'throughline.example'),
  messageId: `<mailing.${MAILING}@throughline.example>`,
};

const unknownUser = '550 5.1.1 <rowan@ellis.example>: Recipient address rejected: User unknown';
const cases: [string, Buffer, ReportKind, string | null][] = [
  [
    'Postfix: there is no such mailbox',
    postfix(about, {
      subject: 'Undelivered Mail Returned to Sender',
      action: 'failed',
      status: '5.1.1',
      diagnostic: unknownUser,
    }),
    'bounced',
    '5.1.1',
  ],
  [
    'Postfix: the mailbox is full',
    postfix(about, {
      subject: 'Undelivered Mail Returned to Sender',
      action: 'failed',
      status: '5.2.2',
      diagnostic: '552 5.2.2 Over quota',
    }),
    'bounced-for-now',
    '5.2.2',
  ],
  [
    'Postfix: full, and given up after days',
    postfix(about, {
      subject: 'Undelivered Mail Returned to Sender',
      action: 'failed',
      status: '4.2.2',
      diagnostic: '452 4.2.2 Mailbox full',
    }),
    'bounced-for-now',
    '4.2.2',
  ],
  [
    'Postfix: still trying',
    postfix(about, {
      subject: 'Delayed Mail (still being retried)',
      action: 'delayed',
      status: '4.4.1',
      diagnostic: 'connect to mx.ellis.example[198.51.100.7]:25: Connection timed out',
      more: 'Will-Retry-Until: Sat, 14 Nov 2026 17:00:02 +0000 (UTC)\n',
    }),
    'delayed',
    '4.4.1',
  ],
  [
    'Postfix: the domain does not exist',
    postfix(about, {
      subject: 'Undelivered Mail Returned to Sender',
      action: 'failed',
      status: '5.4.4',
      diagnostic: 'Host or domain name not found',
    }),
    'bounced',
    '5.4.4',
  ],
  [
    'Exim, in words: no such user',
    eximWords(about, 'host mx.ellis.example [198.51.100.7]:\n    550 5.1.1 User unknown'),
    'bounced',
    '5.1.1',
  ],
  ['Exim, in words: an address without a route', eximWords(about, 'Unrouteable address'), 'bounced', null],
  [
    'Exim, in words: refused for what it holds',
    eximWords(about, 'SMTP error from remote mail server after end of data:\n    550 5.7.1 Rejected'),
    'bounced-for-now',
    '5.7.1',
  ],
  [
    'Exim, in words: nobody answered for days',
    eximWords(about, 'retry timeout exceeded'),
    'bounced-for-now',
    null,
  ],
  [
    'Exim: what the far end answered says more',
    exim(about, { diagnostic: 'smtp; 550-5.1.1 No such user here' }),
    'bounced',
    '5.1.1',
  ],
  [
    'Exim: a reply without an enhanced code',
    exim(about, { diagnostic: 'smtp; 550 No such user here' }),
    'bounced',
    '5.0.0',
  ],
  ['Exim: nothing but that it failed', exim(about), 'bounced-for-now', '5.0.0'],
  ['Exim: still trying', exim(about, { action: 'delayed', status: '4.0.0' }), 'delayed', '4.0.0'],
  [
    'Exchange: no such recipient',
    exchange(about, {
      status: '5.1.10',
      diagnostic:
        'smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
    }),
    'bounced',
    '5.1.10',
  ],
  [
    'Exchange: its edge knows no such address',
    exchange(about, {
      status: '5.4.1',
      diagnostic: 'smtp;550 5.4.1 Recipient address rejected: Access denied',
    }),
    'bounced',
    '5.4.1',
  ],
  [
    'Exchange: given up',
    exchange(about, { status: '4.4.7', diagnostic: 'smtp;550 4.4.7 QUEUE.Expired; message expired' }),
    'bounced-for-now',
    '4.4.7',
  ],
  [
    'Exchange: a rule of the house',
    exchange(about, { status: '5.7.1', diagnostic: 'smtp;550 5.7.1 TRANSPORT.RULES.RejectMessage; policy' }),
    'bounced-for-now',
    '5.7.1',
  ],
  [
    'Gmail: no such mailbox',
    gmail(about, { diagnostic: 'smtp; 550-5.1.1 The email account does not exist.\n 550 5.1.1 learn more' }),
    'bounced',
    '5.1.1',
  ],
  [
    'Gmail: out of room',
    gmail(about, { status: '4.2.2', diagnostic: 'smtp; 452-4.2.2 The recipient has no room' }),
    'bounced-for-now',
    '4.2.2',
  ],
  [
    'Gmail: still trying',
    gmail(about, { action: 'delayed', status: '4.4.1', diagnostic: '' }),
    'delayed',
    '4.4.1',
  ],
  ['a feedback loop: this is spam', complaint(about), 'complained', null],
  [
    'a feedback loop that leaves out where it came from',
    complaint(about, { mailFrom: false }),
    'complained',
    null,
  ],
];

describe('a report about one of our mails', () => {
  it.each(cases)('is read: %s', async (_, raw, kind, statusCode) => {
    const report = await readMailReport(raw);
    expect(report).toMatchObject({ kind, statusCode });
    expect(mailingOfReport(KEY, report!)).toBe(MAILING);
  });

  it.each([
    ['a note that somebody is away', awayNote(about)],
    ['a letter', letter(about)],
    ['a receipt that it was read', readReceipt(about)],
    ['a complaint taken back', complaint(about, { type: 'not-spam' })],
    [
      'good news',
      postfix(about, { subject: 'Successful', action: 'relayed', status: '2.0.0', diagnostic: '250 ok' }),
    ],
    ['nothing', Buffer.alloc(0)],
    ['noise', randomBytes(2_000)],
    [
      'a report without its status',
      Buffer.from('Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\n\r\n--x--\r\n'),
    ],
    [
      'more parts than any report has',
      Buffer.from(
        `Content-Type: multipart/mixed; boundary=x\r\n\r\n${'--x\r\n\r\na\r\n'.repeat(2_000)}--x--`,
      ),
    ],
  ])('is not %s', async (_, raw) => {
    expect(await readMailReport(raw)).toBeNull();
  });
});

describe('the mailing of a report', () => {
  const report = { kind: 'bounced' as const, statusCode: '5.1.1' };

  it('is told by the bounce address in any spelling, and by the Message-ID where there is none', () => {
    const by = (addresses: string[], messageId: string | null) =>
      mailingOfReport(KEY, { ...report, addresses, messageId });
    expect(by([`"x" <${about.to.toUpperCase()}>`], null)).toBe(MAILING);
    expect(by(['abuse@throughline.example', `<${about.to}>`], '<other@x.example>')).toBe(MAILING);
    expect(by(['abuse@throughline.example'], about.messageId)).toBe(MAILING);
    expect(by(['abuse@throughline.example'], '<mailing.x@throughline.example>')).toBeNull();
    expect(by([], null)).toBeNull();
  });

  it('is nobody’s where the address was made up, whatever else stands there', () => {
    const forged = about.to.replace(/\.[\da-f]{20}@/, `.${'0'.repeat(20)}@`);
    const otherKey = bounceAddress(randomBytes(32), MAILING, 'throughline.example');
    for (const to of [
      forged,
      otherKey,
      'bounces+anything@throughline.example',
      '<bounces+@throughline.example>',
    ]) {
      expect(mailingOfReport(KEY, { ...report, addresses: [to], messageId: about.messageId })).toBeNull();
    }
  });

  it('fits where an address has to fit', () => {
    const [local] = about.to.split('@');
    expect(local!.length).toBeLessThanOrEqual(64);
    expect(about.to).not.toContain(MAILING);
  });
});
