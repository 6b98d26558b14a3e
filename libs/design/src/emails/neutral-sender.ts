import type { Say } from '../words/say.js';

// A clinic may be named after what it does; an inbox on a shared screen must not say it.
const telling =
  /ket[ao]min|esketamin|psych|therap|treat|infusion|session|diagnos|mental|depress|anxi|trauma|ptsd|suicid|addict|recovery|rehab/i;

/** Does this name tell a person at the next desk what kind of care it is? */
export function isTelling(name: string): boolean {
  return telling.test(name);
}

/** "Maren at Fernhollow Integration"; without the clinic where its name tells too much. */
export function senderName(say: Say, reader: string | null, clinicName: string): string {
  const clinic = isTelling(clinicName) ? null : clinicName;
  if (reader && clinic) return say('mail.from', { reader, clinic });
  return reader ?? clinic ?? say('mail.fromTeam');
}
