import { normalisedEmail } from '@app/clinics/accounts/accounts.service.js';
import { keyedHash, seal, unseal, type Key } from '@app/platform/encryption/sealing.js';
import type { Client } from './client.entity.js';
import { type EmergencyContact, keptContact } from './emergency-contact.rules.js';

/** Name and contact data of one client in plain text. All null once erased. */
export interface Contact {
  name: string | null;
  email: string | null;
  phone: string | null;
  pronouns: string | null;
  /** Whom else to call, and what was agreed about it. */
  emergencyContact: EmergencyContact | null;
}

/** A client's row with its name and contact data opened. */
export interface OpenClient extends Contact {
  row: Client;
}

type SealedContact = Pick<
  Client,
  'nameSealed' | 'emailSealed' | 'emailHash' | 'phoneSealed' | 'pronounsSealed' | 'emergencyContactSealed'
>;

/** Opens name and contact data with the clinic's key. */
export function openContact(key: Key, row: Client): OpenClient {
  const open = (label: string, sealed: Buffer | null) =>
    sealed && unseal(key, { clinicId: row.clinicId, label, rowId: row.id }, sealed);
  const emergencyContact = open('client.emergency-contact', row.emergencyContactSealed);
  return {
    row,
    name: open('client.name', row.nameSealed),
    email: open('client.email', row.emailSealed),
    phone: open('client.phone', row.phoneSealed),
    pronouns: open('client.pronouns', row.pronounsSealed),
    emergencyContact: emergencyContact ? (JSON.parse(emergencyContact) as EmergencyContact) : null,
  };
}

/** Only the name: a list opens thousands of them. Empty once erased. */
export function openName(key: Key, { clinicId, id, nameSealed }: Client): string {
  return nameSealed ? unseal(key, { clinicId, label: 'client.name', rowId: id }, nameSealed) : '';
}

/** Seals what is given; a field that is undefined is left out, null clears it. */
export function sealContact(
  key: Key,
  of: { clinicId: string; id: string },
  contact: Partial<Contact>,
): Partial<SealedContact> {
  const sealed = (label: string, text: string | null) =>
    text?.trim() ? seal(key, { clinicId: of.clinicId, label, rowId: of.id }, text.trim()) : null;
  const columns: Partial<SealedContact> = {};
  if (contact.name !== undefined) columns.nameSealed = sealed('client.name', contact.name);
  if (contact.phone !== undefined) columns.phoneSealed = sealed('client.phone', contact.phone);
  if (contact.pronouns !== undefined) columns.pronounsSealed = sealed('client.pronouns', contact.pronouns);
  if (contact.emergencyContact !== undefined) {
    const kept = contact.emergencyContact && JSON.stringify(keptContact(contact.emergencyContact));
    columns.emergencyContactSealed = sealed('client.emergency-contact', kept);
  }
  if (contact.email !== undefined) {
    columns.emailSealed = sealed('client.email', contact.email);
    columns.emailHash = contact.email ? clientEmailHash(key, contact.email) : null;
  }
  return columns;
}

/** Finds a client of one clinic by address without storing the address readably. */
export function clientEmailHash(clinicKey: Key, email: string): Buffer {
  return keyedHash(clinicKey.bytes, 'client-email', normalisedEmail(email));
}
