import { type Say, wordsIn } from '../words/say.js';
import { closingNotes, type MailHelp } from './email-help.js';
import { mailOf, type Mail } from './email-frame.js';
import { senderName } from './neutral-sender.js';

/** What every e-mail to a client is made from. */
export interface ClientNoticeProps {
  locale: string;
  reader: string | null;
  clinicName: string;
  /** Null where the clinic leaves first names out. */
  firstName: string | null;
  url: string;
  help: MailHelp;
}

/** The day is worded, e.g. "Thursday 5 November". */
export type RestEndWords =
  { kind: 'until' | 'after-call'; day: string } | { kind: 'no-call' | 'open'; day: null };

/** A rest has begun: until when, and the way back. */
export function restBegunEmail(props: ClientNoticeProps & { end: RestEndWords }): Mail {
  const say = wordsIn(props.locale);
  return noticeMail(props, say, {
    subject: say('mail.restBegun.subject'),
    paragraphs: [restEndWords(props.end, say), say('mail.restBegun.how')],
    label: say('mail.restBegun.openLink'),
  });
}

/** A rest is over: the questions come again, or the client rests longer. */
export function restOverEmail(props: ClientNoticeProps): Mail {
  const say = wordsIn(props.locale);
  return noticeMail(props, say, {
    subject: say('mail.restOver.subject'),
    paragraphs: [say('mail.restOver.body'), say('mail.restOver.how')],
    label: say('mail.restOver.openLink'),
  });
}

/** The client stopped: the last e-mail, with the way back. */
export function stoppedEmail(props: ClientNoticeProps): Mail {
  const say = wordsIn(props.locale);
  return noticeMail(props, say, {
    subject: say('mail.stopped.subject'),
    paragraphs: [say('mail.stopped.body'), say('mail.stopped.how')],
    label: say('mail.stopped.openLink'),
  });
}

/** Asks whether e-mails are welcome. Nothing else comes before the answer. */
export function optInEmail(props: ClientNoticeProps): Mail {
  const say = wordsIn(props.locale);
  const from = senderName(say, props.reader, props.clinicName);
  return noticeMail(props, say, {
    subject: say('mail.optIn.subject'),
    paragraphs: [say('mail.optIn.body', { from }), say('mail.optIn.notYou')],
    label: say('mail.optIn.openLink'),
  });
}

/** The link by which a client leaves something nobody asked about. */
export function unaskedEmail(props: ClientNoticeProps & { minutes: number }): Mail {
  const say = wordsIn(props.locale);
  return noticeMail(props, say, {
    subject: say('mail.unasked.subject'),
    paragraphs: [say('mail.unasked.body', { minutes: props.minutes }), say('mail.freshLink.notYou')],
    label: say('mail.unasked.openLink'),
  });
}

function restEndWords(end: RestEndWords, say: Say): string {
  switch (end.kind) {
    case 'until':
      return say('mail.restBegun.until', { day: end.day });
    case 'after-call':
      return say('mail.restBegun.afterCall', { day: end.day });
    case 'no-call':
      return say('mail.restBegun.noCall');
    case 'open':
      return say('mail.restBegun.open');
  }
}

function noticeMail(
  { locale, reader, clinicName, firstName, url, help }: ClientNoticeProps,
  say: Say,
  { subject, paragraphs, label }: { subject: string; paragraphs: readonly string[]; label: string },
): Mail {
  return mailOf({
    locale,
    subject,
    fromName: senderName(say, reader, clinicName),
    greeting: firstName ? say('mail.hello', { firstName }) : say('mail.helloPlain'),
    paragraphs,
    link: { label, url },
    notes: closingNotes(say, help, null),
  });
}
