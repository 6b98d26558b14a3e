import type { Say } from '../words/say.js';
import type { MailContent } from './email-frame.js';

/** Where to turn, in words a mail can hold. */
export interface MailHelp {
  /** "Call or text 988"; null: "Call {number}". */
  crisisLabel: string | null;
  crisisNumber: string;
  clinicPhone: string | null;
  emergencyNumber: string;
}

/** The lines under every e-mail to a client: not watched, help, why it came, how to stop it. */
export function closingNotes(say: Say, help: MailHelp, stopUrl: string | null): MailContent['notes'] {
  return [
    say('mail.notWatched'),
    `${say('mail.help')} ${help.crisisLabel ?? say('help.callLine', { number: help.crisisNumber })}`,
    ...(help.clinicPhone ? [say('mail.helpClinic', { number: help.clinicPhone })] : []),
    say('mail.helpEmergency', { number: help.emergencyNumber }),
    ...(stopUrl ? [say('mail.why'), { label: say('mail.stop'), url: stopUrl }] : []),
  ];
}
