import { answer } from './en/answer.js';
import { answering } from './en/answering.js';
import { afterwards } from './en/afterwards.js';
import { askedExtras } from './en/asked-extras.js';
import { asksSafely, shiftLog } from './en/asks-safely.js';
import { care } from './en/care.js';
import { chartNote } from './en/chart-note.js';
import { checkIns } from './en/check-ins.js';
import { chips } from './en/chips.js';
import { consent } from './en/consent.js';
import { fields } from './en/fields.js';
import { flags } from './en/flags.js';
import { frame } from './en/frame.js';
import { links } from './en/links.js';
import { mail } from './en/mail.js';
import { mailAccounts } from './en/mail-accounts.js';
import { mailPace } from './en/mail-pace.js';
import { measures } from './en/measures.js';
import { moments } from './en/moments.js';
import { myWords } from './en/my-words.js';
import { pace } from './en/pace.js';
import { compared, patterns } from './en/patterns.js';
import { problems } from './en/problems.js';
import { reasons } from './en/reasons.js';
import { unanswered } from './en/unanswered.js';

/** One file a place. A code is written `<place>.<name>` and stands in one file only. */
export const parts = {
  answer,
  answering,
  afterwards,
  askedExtras,
  asksSafely,
  care,
  chartNote,
  checkIns,
  chips,
  consent,
  fields,
  flags,
  frame,
  links,
  mail,
  mailAccounts,
  mailPace,
  measures,
  moments,
  myWords,
  pace,
  patterns,
  compared,
  problems,
  reasons,
  shiftLog,
  unanswered,
};

const english = {
  ...answer,
  ...answering,
  ...afterwards,
  ...askedExtras,
  ...asksSafely,
  ...care,
  ...chartNote,
  ...checkIns,
  ...chips,
  ...consent,
  ...fields,
  ...flags,
  ...frame,
  ...links,
  ...mail,
  ...mailAccounts,
  ...mailPace,
  ...measures,
  ...moments,
  ...myWords,
  ...pace,
  ...patterns,
  ...compared,
  ...problems,
  ...reasons,
  ...shiftLog,
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
