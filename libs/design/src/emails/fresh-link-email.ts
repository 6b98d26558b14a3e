import { wordsIn } from '../words/say.js';
import { closingNotes, type MailHelp } from './email-help.js';
import { mailOf, type Mail } from './email-frame.js';
import { senderName } from './neutral-sender.js';

export interface FreshLinkEmailProps {
  locale: string;
  reader: string | null;
  clinicName: string;
  firstName: string | null;
  url: string;
  /** How long the link works. */
  minutes: number;
  help: MailHelp;
}

/** The fresh link a client asked for: single use. Sent on request, so it carries no stop line. */
export function freshLinkEmail(props: FreshLinkEmailProps): Mail {
  const { locale, reader, clinicName, firstName, url, minutes, help } = props;
  const say = wordsIn(locale);
  return mailOf({
    locale,
    subject: say('mail.freshLink.subject'),
    fromName: senderName(say, reader, clinicName),
    greeting: firstName ? say('mail.hello', { firstName }) : say('mail.helloPlain'),
    paragraphs: [say('mail.freshLink.body', { minutes }), say('mail.freshLink.notYou')],
    link: { label: say('mail.openFresh'), url },
    notes: closingNotes(say, help, null),
  });
}
