import { wordsIn } from '../words/say.js';
import { mailOf, type Mail } from './email-frame.js';

/** What was done to how an account signs in. */
export type AccountChange =
  'password-changed' | 'factor-added' | 'factor-removed' | 'factors-reset' | 'recovery-code-used';

export interface AccountChangeEmailProps {
  kind: AccountChange;
  locale: string;
  /** The person's own page, behind the sign-in. */
  url: string;
}

const places = {
  'password-changed': 'passwordChanged',
  'factor-added': 'factorAdded',
  'factor-removed': 'factorRemoved',
  'factors-reset': 'factorsReset',
  'recovery-code-used': 'codeUsed',
} as const;

/** To the owner of an account: this was done, and what to do if it was not you. */
export function accountChangeEmail({ kind, locale, url }: AccountChangeEmailProps): Mail {
  const say = wordsIn(locale);
  const place = places[kind];
  return mailOf({
    locale,
    subject: say(`mail.${place}.subject`),
    fromName: say('frame.product'),
    greeting: say('mail.helloPlain'),
    paragraphs: [
      say(`mail.${place}.body`),
      say(kind === 'factors-reset' ? 'mail.factorsReset.next' : 'mail.change.itWasYou'),
      say('mail.change.notYou'),
    ],
    link: { label: say('mail.change.open'), url },
    notes: [],
  });
}
