import { type Say, wordsIn } from '../words/say.js';
import { mailOf, type Mail } from './email-frame.js';

/** What happened at a clinic that one of its staff is told of. */
export type StaffNotice =
  | 'roles-changed'
  | 'admin-changed-own-roles'
  | 'suspended'
  | 'restored'
  | 'break-glass'
  | 'care-team-changed'
  | 'cover'
  | 'away-planned';

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
  const link = { label: say('mail.staff.open'), url };
  const base = { locale, fromName: say('frame.product'), greeting: say('mail.helloPlain') };
  return mailOf({ ...base, ...contentOf(kind, clinic, link, say) });
}

function contentOf(kind: StaffNotice, clinic: string, link: { label: string; url: string }, say: Say) {
  switch (kind) {
    case 'roles-changed':
      return {
        subject: say('mail.rolesChanged.subject'),
        paragraphs: [say('mail.rolesChanged.body', { clinic })],
        link,
        notes: [say('mail.staff.mistake')],
      };
    case 'suspended':
      return {
        subject: say('mail.suspended.subject'),
        paragraphs: [say('mail.suspended.body', { clinic })],
        link: null,
        notes: [say('mail.staff.mistake')],
      };
    case 'restored':
      return {
        subject: say('mail.restored.subject'),
        paragraphs: [say('mail.restored.body', { clinic })],
        link,
        notes: [],
      };
    case 'break-glass':
      return {
        subject: say('mail.breakGlass.subject'),
        paragraphs: [say('mail.breakGlass.body', { clinic }), say('mail.breakGlass.how')],
        link,
        notes: [say('mail.staff.wordless')],
      };
    case 'cover':
      return {
        subject: say('mail.cover.subject'),
        paragraphs: [say('mail.cover.body', { clinic }), say('mail.cover.how')],
        link,
        notes: [say('mail.staff.wordless')],
      };
    case 'away-planned':
      return {
        subject: say('mail.awayPlanned.subject'),
        paragraphs: [say('mail.awayPlanned.body', { clinic }), say('mail.awayPlanned.how')],
        link,
        notes: [say('mail.staff.wordless')],
      };
    case 'care-team-changed':
      return {
        subject: say('mail.careTeamChanged.subject'),
        paragraphs: [say('mail.careTeamChanged.body', { clinic }), say('mail.careTeamChanged.how')],
        link,
        notes: [say('mail.staff.wordless')],
      };
    case 'admin-changed-own-roles':
      return {
        subject: say('mail.ownRolesChanged.subject'),
        paragraphs: [say('mail.ownRolesChanged.body', { clinic }), say('mail.ownRolesChanged.how')],
        link,
        notes: [say('mail.staff.wordless')],
      };
  }
}
