import type { Tx } from '@app/platform/database/database.js';
import { knownHelpLinesFor } from '../help-lines.data.js';
import type { CrisisContactKind } from './settings.types.js';

/** A crisis contact as pages and e-mails need it. */
export interface CrisisContactFacts {
  kind: CrisisContactKind;
  label: string;
  phone: string;
  note: string;
}

/** Where a client of a clinic can turn: its own contacts before its country's lines. */
export interface ClinicHelp {
  /** Null: neither the clinic nor its country has one that we know. A null label: "Call {number}". */
  crisis: { label: string | null; number: string; note: string } | null;
  /** Null: unknown. Without a note: the usual words. */
  emergency: { number: string; note?: string } | null;
  /** For something about one's care that one would rather tell someone else. */
  other: { name: string; phone: string; note: string } | null;
}

/** A clinic as its clients meet it. */
export interface ClinicToClients {
  name: string;
  shortName: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  phone: string;
  /** E-mails and pages say the client's first name. */
  greetsByName: boolean;
  help: ClinicHelp;
}

/** A clinic's crisis contacts as one value of a statement that reads the clinic anyway. */
export function crisisContactsOf(clinicIdColumn: string): string {
  return `(select coalesce(json_agg(json_build_object(
      'kind', h.kind, 'label', h.label, 'phone', h.phone, 'note', h.note)), '[]')
    from crisis_contacts h where h.clinic_id = ${clinicIdColumn})`;
}

/** In one statement; null when the clinic is gone. */
export async function clinicToClients(tx: Tx): Promise<ClinicToClients | null> {
  const [row] = await tx.query<Omit<ClinicToClients, 'help'> & { contacts: CrisisContactFacts[] }>(
    `select c.name, c.short_name as "shortName", c.country, c.phone,
       c.greets_by_name as "greetsByName", ${crisisContactsOf('c.clinic_id')} as contacts
     from clinics c where c.clinic_id = $1`,
    [tx.actor.clinicId],
  );
  if (!row) return null;
  const { contacts, ...clinic } = row;
  return { ...clinic, help: helpOf(clinic.country, contacts) };
}

/** What the clinic chose itself, else what its country has, else nothing: a wrong number is worse than none. */
export function helpOf(country: string, contacts: readonly CrisisContactFacts[]): ClinicHelp {
  const lines = knownHelpLinesFor(country);
  const own = (kind: CrisisContactKind) => contacts.find((one) => one.kind === kind);
  const [crisis, emergency, other] = [own('crisis-line'), own('emergency'), own('outside-care-team')];
  return {
    crisis: crisis
      ? { label: crisis.label, number: crisis.phone, note: crisis.note }
      : (lines?.crisis ?? null),
    emergency: emergency
      ? { number: emergency.phone, note: emergencyNote(emergency) }
      : lines && { number: lines.emergencyNumber },
    other: other ? { name: other.label, phone: other.phone, note: other.note } : null,
  };
}

/** The row itself says "In danger now? Call …": what the number is called stands below. */
function emergencyNote({ label, phone, note }: CrisisContactFacts): string {
  return [...(label.includes(phone) ? [] : [label]), ...(note ? [note] : [])].join('. ');
}
