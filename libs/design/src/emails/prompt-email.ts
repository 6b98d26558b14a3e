import { wordsIn, type Say } from '../words/say.js';
import { closingNotes, type MailHelp } from './email-help.js';
import { mailOf, type Mail } from './email-frame.js';
import { senderName } from './neutral-sender.js';

export interface PromptEmailProps {
  /** `note`: information only, nothing is asked. */
  kind: 'first' | 'nudge' | 'snoozed' | 'note';
  locale: string;
  /** First name of the practitioner, or null. */
  reader: string | null;
  clinicName: string;
  /** Null where the clinic leaves first names out. */
  firstName: string | null;
  /** The reply link. */
  url: string;
  /** Leads to the page of rest, pace and stop; one-click unsubscribing stands in the headers. */
  paceUrl: string;
  /** The day the question closes, e.g. "Thursday 19 November"; null leaves it out. */
  openUntil: string | null;
  help: MailHelp;
}

/** A prompt's mailing. Holds neither the question nor anything about care: that is behind the link. */
export function promptEmail(props: PromptEmailProps): Mail {
  const { kind, locale, reader, clinicName, firstName, url, paceUrl, openUntil, help } = props;
  const say = wordsIn(locale);
  return mailOf({
    locale,
    subject: subjectOf(kind, reader, say),
    fromName: senderName(say, reader, clinicName),
    greeting: firstName ? say('mail.hello', { firstName }) : say('mail.helloPlain'),
    paragraphs: [
      bodyOf(kind, reader, say),
      ...(openUntil && kind !== 'note' ? [say('mail.until', { day: openUntil })] : []),
    ],
    link: { label: kind === 'note' ? say('mail.openNote') : say('mail.open'), url },
    notes: closingNotes(say, help, paceUrl),
  });
}

type Kind = PromptEmailProps['kind'];

const places = { first: 'prompt', nudge: 'nudge', snoozed: 'snoozed', note: 'note' } as const;

function subjectOf(kind: Kind, reader: string | null, say: Say): string {
  const place = places[kind];
  return reader ? say(`mail.${place}.subject`, { reader }) : say(`mail.${place}.subjectTeam`);
}

function bodyOf(kind: Kind, reader: string | null, say: Say): string {
  const place = places[kind];
  if (place === 'snoozed') return say('mail.snoozed.body');
  return reader ? say(`mail.${place}.body`, { reader }) : say(`mail.${place}.bodyTeam`);
}
