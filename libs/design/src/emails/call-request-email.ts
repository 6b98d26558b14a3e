import { wordsIn } from '../words/say.js';
import { mailOf, type Mail } from './email-frame.js';

export interface CallRequestEmailProps {
  locale: string;
  /** Today, behind the sign-in. */
  todayUrl: string;
}

/** To staff: somebody asked for a call. No name, no clinic, no words: who it is stands behind the sign-in. */
export function callRequestEmail({ locale, todayUrl }: CallRequestEmailProps): Mail {
  const say = wordsIn(locale);
  return mailOf({
    locale,
    subject: say('mail.callRequest.subject'),
    fromName: say('frame.product'),
    greeting: null,
    paragraphs: [say('mail.callRequest.body')],
    link: { label: say('mail.callRequest.open'), url: todayUrl },
    notes: [say('mail.callRequest.why')],
  });
}
