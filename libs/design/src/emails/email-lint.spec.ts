import fc from 'fast-check';
import { assertSendable } from '@app/platform/mail/outgoing-mail.js';
import {
  type ClientNoticeProps,
  optInEmail,
  restBegunEmail,
  restOverEmail,
  stoppedEmail,
  unaskedEmail,
} from './client-notice-emails.js';
import type { Mail } from './email-frame.js';
import { freshLinkEmail } from './fresh-link-email.js';
import { myWordsEmail } from './my-words-email.js';
import { isTelling } from './neutral-sender.js';
import { promptEmail } from './prompt-email.js';

/** What a clinic and its people may be called: also after what they do, and by somebody who means harm. */
const names = fc.oneof(
  fc.constantFrom(
    'Fernhollow Integration',
    'Boise Ketamine Therapy',
    'The Infusion & Mental Health Centre',
    'Harrow\r\nBcc: everybody@harrow.example',
    '<script>alert(1)</script>',
    '"><img src=x>',
  ),
  fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
);

const wishes = fc.record({
  clinicName: names,
  reader: fc.option(names),
  firstName: fc.option(names),
  help: fc.record({
    crisisLabel: fc.option(names),
    crisisNumber: fc.constantFrom('988', null),
    clinicPhone: fc.constant('208 555 0142'),
    emergencyNumber: fc.constantFrom('911', null),
    otherContact: fc.constant(null),
  }),
});

function everyMail(wish: Omit<ClientNoticeProps, 'locale' | 'url'>): Mail[] {
  const props = { locale: 'en-US', url: 'https://throughline.example/r/token', ...wish };
  const paceUrl = `${props.url}/pace`;
  const kinds = ['first', 'nudge', 'snoozed', 'note'] as const;
  return [
    ...kinds.map((kind) => promptEmail({ ...props, kind, paceUrl, openUntil: 'Thursday 19 November' })),
    freshLinkEmail({ ...props, minutes: 15 }),
    restBegunEmail({ ...props, end: { kind: 'until', day: 'Thursday 19 November' } }),
    restBegunEmail({ ...props, end: { kind: 'open', day: null } }),
    restOverEmail(props),
    stoppedEmail(props),
    optInEmail(props),
    unaskedEmail({ ...props, minutes: 15 }),
    myWordsEmail({ ...props, minutes: 15 }),
  ];
}

function leaves({ fromName, subject, html, text }: Mail): boolean {
  try {
    const from = { name: fromName, address: 'hello@throughline.example' };
    assertSendable({
      from,
      to: 'rowan@ellis.example',
      subject,
      html,
      text,
      messageId: '<mailing.1@throughline.example>',
    });
    return true;
  } catch {
    return false;
  }
}

/** Words of the HTML part as a person reads them, without what is hidden or written in capitals by the mail itself. */
function readableHtml(html: string): string {
  return html
    .replace(/<(style|title)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('an e-mail to a client, whatever the clinic and its people are called', () => {
  it('has a sender and a subject that tell nothing, and no line break in a header', () => {
    fc.assert(
      fc.property(wishes, (wish) => {
        for (const mail of everyMail(wish)) {
          if (!leaves(mail)) continue;
          expect(`${mail.fromName}${mail.subject}`).not.toMatch(/[\r\n]/);
          // A person may be called anything; what we add to their name tells nothing.
          if ([wish.reader, wish.firstName].some((name) => name !== null && isTelling(name))) continue;
          expect([mail.fromName, mail.subject].filter(isTelling)).toEqual([]);
        }
      }),
    );
  });

  it('says the same in both parts, and lets no name become markup', () => {
    fc.assert(
      fc.property(wishes, (wish) => {
        for (const { html, text } of everyMail(wish)) {
          expect(html).not.toMatch(/<script|<img|<iframe|<link/i);
          const shown = squeezed(readableHtml(html));
          for (const paragraph of text.split(/\n{2,}/)) {
            const words = squeezed(paragraph.replace(/:?\s?https:\/\/\S+/g, ''));
            expect(shown).toContain(words);
          }
        }
      }),
    );
  });

  it('is not sent at all where a name breaks out of its line', () => {
    const wish = { clinicName: 'Harrow', reader: 'Maren\r\nBcc: all@harrow.example', firstName: null };
    const help = { crisisLabel: null, crisisNumber: null, clinicPhone: '', emergencyNumber: null };
    const broken = everyMail({ ...wish, help }).filter(({ fromName, subject }) =>
      /[\r\n]/.test(fromName + subject),
    );
    expect(broken.length).toBeGreaterThan(0);
    expect(broken.filter(leaves)).toEqual([]);
  });
});
