import { lineWords } from '../words/line-words.js';
import type { Say } from '../words/say.js';
import type { MailContent } from './email-frame.js';
import { isTelling } from './neutral-sender.js';

/** Where to turn, in words a mail can hold. */
export interface MailHelp {
  /** "Call or text 988", or what the line is called; null: "Call {number}". */
  crisisLabel: string | null;
  /** Null: no line is known where the clinic is. */
  crisisNumber: string | null;
  clinicPhone: string | null;
  /** Null: "your local emergency number". */
  emergencyNumber: string | null;
  /** Outside the care team, named by the clinic. */
  otherContact?: { name: string; phone: string } | null;
}

/** The lines under every e-mail to a client: not watched, help, why it came, how to rest from it or stop it. */
export function closingNotes(say: Say, help: MailHelp, paceUrl: string | null): MailContent['notes'] {
  return [
    say('mail.notWatched'),
    ...helpNotes(say, help),
    ...(paceUrl ? [say('mail.why'), { label: say('mail.pace'), url: paceUrl }] : []),
  ];
}

/** Names that a clinic typed are left out where they would tell what it treats with: the numbers stay. */
function helpNotes(say: Say, help: MailHelp): string[] {
  const { crisisNumber, clinicPhone, emergencyNumber, otherContact: other } = help;
  const label = help.crisisLabel !== null && isTelling(help.crisisLabel) ? null : help.crisisLabel;
  return [
    ...(crisisNumber ? [`${say('mail.help')} ${lineWords(say, label, crisisNumber)}`] : []),
    ...(clinicPhone && crisisNumber ? [say('mail.helpClinic', { number: clinicPhone })] : []),
    ...(clinicPhone && !crisisNumber
      ? [`${say('mail.help')} ${say('help.callClinic', { number: clinicPhone })}`]
      : []),
    emergencyNumber ? say('mail.helpEmergency', { number: emergencyNumber }) : say('mail.helpEmergencyLocal'),
    ...(other ? [otherWords(say, other)] : []),
  ];
}

function otherWords(say: Say, { name, phone: number }: { name: string; phone: string }): string {
  return isTelling(name) ? say('mail.helpOtherPlain', { number }) : say('mail.helpOther', { name, number });
}
