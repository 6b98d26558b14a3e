import { wordsIn } from '../words/say.js';
import { mailOf, type Mail } from './email-frame.js';
import { isTelling } from './neutral-sender.js';

/** What waits for one of the staff on a day; counts and nothing else. */
export interface DigestFigures {
  callRequests: number;
  toRead: number;
  calls: number;
  toConfirm: number;
  delivery: number;
}

export interface DigestEmailProps {
  locale: string;
  clinicName: string;
  figures: DigestFigures;
  /** Today, behind the sign-in. */
  url: string;
}

/** In the order in which a person would want to know. */
const LINES = ['callRequests', 'toRead', 'calls', 'toConfirm', 'delivery'] as const;

/** To one of the staff, on the morning of an open day. Names nobody. */
export function digestEmail({ locale, clinicName, figures, url }: DigestEmailProps): Mail {
  const say = wordsIn(locale);
  const counted = LINES.filter((line) => figures[line] > 0);
  return mailOf({
    locale,
    fromName: say('frame.product'),
    greeting: say('mail.helloPlain'),
    subject: say('mail.digest.subject'),
    paragraphs: [
      isTelling(clinicName) ? say('mail.digest.bodyPlain') : say('mail.digest.body', { clinic: clinicName }),
      ...counted.map((line) => say(`mail.digest.${line}`, { n: figures[line] })),
    ],
    link: { label: say('mail.digest.open'), url },
    notes: [say('mail.staff.wordless'), say('mail.digest.off')],
  });
}
