import { wordsIn } from '../words/say.js';
import type { ClientNoticeProps } from './client-notice-emails.js';
import { closingNotes } from './email-help.js';
import { mailOf, type Mail } from './email-frame.js';
import { senderName } from './neutral-sender.js';

/** The link by which a client reads what they sent: single use. Says nothing of what that is. */
export function myWordsEmail(props: ClientNoticeProps & { minutes: number }): Mail {
  const { locale, reader, clinicName, firstName, url, minutes, help } = props;
  const say = wordsIn(locale);
  return mailOf({
    locale,
    subject: say('mail.myWords.subject'),
    fromName: senderName(say, reader, clinicName),
    greeting: firstName ? say('mail.hello', { firstName }) : say('mail.helloPlain'),
    paragraphs: [say('mail.myWords.body', { minutes }), say('mail.freshLink.notYou')],
    link: { label: say('mail.myWords.openLink'), url },
    notes: closingNotes(say, help, null),
  });
}
