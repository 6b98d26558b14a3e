import { wordsIn } from '../words/say.js';
import { mailOf, type Mail } from './email-frame.js';

/** What a wordless notice says: how soon, and whether it is told again. Never why, whose or where. */
export type FlagMailKind = 'now' | 'today' | 'further' | 'late' | 'outside';

export interface FlagEmailProps {
  locale: string;
  kind: FlagMailKind;
  /** Today, behind the sign-in. Whoever stands outside the clinic has none. */
  todayUrl: string;
}

/** To staff, or to a backup outside the clinic: somebody is needed. */
export function flagEmail({ locale, kind, todayUrl }: FlagEmailProps): Mail {
  const say = wordsIn(locale);
  return mailOf({
    locale,
    subject: say(`flagMail.${kind}.subject`),
    fromName: say('frame.product'),
    greeting: null,
    paragraphs: [say(`flagMail.${kind}.body`)],
    link: kind === 'outside' ? null : { label: say('mail.callRequest.open'), url: todayUrl },
    notes: [say('flagMail.why')],
  });
}
