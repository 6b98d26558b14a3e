import { type Say, wordsIn } from '../words/say.js';
import { dayAndTimeWords, type InstantLike, promiseWords } from '../words/when.js';
import { mailOf, type Mail, type MailContent } from './email-frame.js';

/** A link that works once and for a while. */
export interface AccountLinkProps {
  locale: string;
  url: string;
  expiresAt: InstantLike;
  /** The clock on which the end of the link is told, with its name beside it. */
  timeZone: string;
}

/** To somebody a clinic wants on its staff. The sender is neutral; the clinic is named inside. */
export function inviteEmail(props: AccountLinkProps & { clinicName: string }): Mail {
  const say = wordsIn(props.locale);
  const clinic = props.clinicName;
  return linkMail(props, say, {
    subject: say('mail.invite.subject'),
    paragraphs: [say('mail.invite.body', { clinic }), say('mail.invite.how')],
    label: say('mail.invite.open'),
    notYou: say('mail.invite.notYou', { clinic }),
  });
}

/** To somebody who asked for a new password, or for whom an admin did. */
export function resetEmail(props: AccountLinkProps): Mail {
  const say = wordsIn(props.locale);
  return linkMail(props, say, {
    subject: say('mail.reset.subject'),
    paragraphs: [say('mail.reset.body'), say('mail.reset.how')],
    label: say('mail.reset.open'),
    notYou: say('mail.reset.notYou'),
  });
}

/** To the mailbox at which a clinic wants to be answered. */
export function senderCheckEmail(props: AccountLinkProps & { clinicName: string }): Mail {
  const say = wordsIn(props.locale);
  const clinic = props.clinicName;
  return linkMail(props, say, {
    subject: say('mail.sender.subject'),
    paragraphs: [say('mail.sender.body', { clinic }), say('mail.sender.how')],
    label: say('mail.sender.open'),
    notYou: say('mail.sender.notYou', { clinic }),
  });
}

/** To an address that wants to start a clinic. */
export function startEmail(props: AccountLinkProps): Mail {
  const say = wordsIn(props.locale);
  return linkMail(props, say, {
    subject: say('mail.start.subject'),
    paragraphs: [say('mail.start.body'), say('mail.start.how')],
    label: say('mail.start.open'),
    notYou: say('mail.start.notYou'),
  });
}

/** The same, where the address has an account: whoever asked learns nothing, its owner learns how. */
export function startKnownEmail({ locale, url }: { locale: string; url: string }): Mail {
  const say = wordsIn(locale);
  return mailOf({
    ...frameOf(locale, say),
    subject: say('mail.startKnown.subject'),
    paragraphs: [say('mail.start.body'), say('mail.startKnown.how')],
    link: { label: say('mail.staff.signIn'), url },
    notes: [say('mail.start.notYou')],
  });
}

interface LinkWords {
  subject: string;
  paragraphs: readonly string[];
  label: string;
  notYou: string;
}

function linkMail(
  props: AccountLinkProps,
  say: Say,
  { subject, paragraphs, label, notYou }: LinkWords,
): Mail {
  const { locale, url, expiresAt, timeZone } = props;
  const place = { timeZone, locale };
  // The long name of UTC says less than its short one.
  const when =
    timeZone === 'UTC' ? `${dayAndTimeWords(expiresAt, place)} UTC` : promiseWords(expiresAt, place);
  return mailOf({
    ...frameOf(locale, say),
    subject,
    paragraphs: [...paragraphs, say('mail.linkUntil', { when })],
    link: { label, url },
    notes: [notYou],
  });
}

function frameOf(locale: string, say: Say): Pick<MailContent, 'locale' | 'fromName' | 'greeting'> {
  return { locale, fromName: say('frame.product'), greeting: say('mail.helloPlain') };
}
