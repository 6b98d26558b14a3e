import { answer } from './en/answer.js';
import { answering } from './en/answering.js';
import { afterwards } from './en/afterwards.js';
import { care } from './en/care.js';
import { checkIns } from './en/check-ins.js';
import { chips } from './en/chips.js';
import { consent } from './en/consent.js';
import { fields } from './en/fields.js';
import { frame } from './en/frame.js';
import { links } from './en/links.js';
import { mail } from './en/mail.js';
import { mailAccounts } from './en/mail-accounts.js';
import { mailPace } from './en/mail-pace.js';
import { moments } from './en/moments.js';
import { pace } from './en/pace.js';
import { problems } from './en/problems.js';
import { reasons } from './en/reasons.js';
import { unanswered } from './en/unanswered.js';

/** One file a place. A code is written `<place>.<name>` and stands in one file only. */
export const parts = {
  answer,
  answering,
  afterwards,
  care,
  checkIns,
  chips,
  consent,
  fields,
  frame,
  links,
  mail,
  mailAccounts,
  mailPace,
  moments,
  pace,
  problems,
  reasons,
  unanswered,
};

const english = {
  ...answer,
  ...answering,
  ...afterwards,
  ...care,
  ...checkIns,
  ...chips,
  ...consent,
  ...fields,
  ...frame,
  ...links,
  ...mail,
  ...mailAccounts,
  ...mailPace,
  ...moments,
  ...pace,
  ...problems,
  ...reasons,
  ...unanswered,
};

/** The English catalogue is the model: a language holds every code of it, or does not compile. */
export type Catalogue = typeof english;

const languages: Record<string, { [Code in keyof Catalogue]: string }> = { en: english };

/** The messages for a locale, and the locale whose plurals and numbers go with them. */
export function catalogueFor(locale: string) {
  const language = locale.split('-')[0]?.toLowerCase() ?? 'en';
  const messages = languages[language];
  return messages ? { messages, formatLocale: locale } : { messages: english, formatLocale: 'en-US' };
}
