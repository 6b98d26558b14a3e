import { wordsIn } from '../words/say.js';
import { mailOf, type Mail } from './email-frame.js';

const notices = {
  'roles-changed': { place: 'rolesChanged', note: 'mistake' },
  suspended: { place: 'suspended', note: 'mistake' },
  restored: { place: 'restored', note: null },
  'break-glass': { place: 'breakGlass', note: 'wordless' },
  cover: { place: 'cover', note: 'wordless' },
  'away-planned': { place: 'awayPlanned', note: 'wordless' },
  'care-team-changed': { place: 'careTeamChanged', note: 'wordless' },
  'admin-changed-own-roles': { place: 'ownRolesChanged', note: 'wordless' },
  'factors-reset-asked': { place: 'resetAsked', note: 'mistake' },
} as const;

/** What happened at a clinic that one of its staff is told of. */
export type StaffNotice = keyof typeof notices;

export interface StaffNoticeEmailProps {
  kind: StaffNotice;
  locale: string;
  clinicName: string;
  /** The console, behind the sign-in. */
  url: string;
}

/** To one of the staff. Names the clinic and nobody: who and what stands behind the sign-in. */
export function staffNoticeEmail({ kind, locale, clinicName: clinic, url }: StaffNoticeEmailProps): Mail {
  const say = wordsIn(locale);
  const { place, note } = notices[kind];
  const body = say(`mail.${place}.body`, { clinic });
  const paragraphs =
    place === 'rolesChanged' || place === 'suspended' || place === 'restored'
      ? [body]
      : [body, say(`mail.${place}.how`)];
  return mailOf({
    locale,
    fromName: say('frame.product'),
    greeting: say('mail.helloPlain'),
    subject: say(`mail.${place}.subject`),
    paragraphs,
    // Who was suspended finds nothing there.
    link: kind === 'suspended' ? null : { label: say('mail.staff.open'), url },
    notes: note ? [say(`mail.staff.${note}`)] : [],
  });
}
