import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { leavesEnoughOpen, MIN_OPEN_HOURS, type QuietHours } from '@app/clinics/quiet-hours.rules.js';
import type { Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { Conflict, Invalid, staleVersion, Unprocessable } from '@app/platform/errors/errors.js';
import { localDateAt } from './client-clock.rules.js';
import { contactFaults } from './emergency-contact.rules.js';
import { type Contact, sealContact } from './client-contact.js';
import { Client } from './client.entity.js';
import { asksTwice, giveConsent, withdrawConsent } from './consents.queries.js';
import { sameDayIn } from './rest.rules.js';
import type { ClientStatus, Pace } from './client.types.js';

/** E-mail consent as it was given: on a calendar date, and how, at most 200 characters. */
export interface EmailConsent {
  givenOn: string;
  how: string;
}

/** What is given is changed; null clears. `version` is the one the caller read. */
export interface ClientChange extends Partial<Contact> {
  version: number;
  name?: string;
  timeZone?: string;
  status?: ClientStatus;
  pace?: Pace;
  quietHours?: QuietHours | null;
  emailConsent?: EmailConsent | null;
  /** Another address was read back to the client, by phone or in person. */
  voiceChecked?: boolean;
}

/** Changes a client's row, in the transaction of a command that holds its lock. */
@Injectable()
export class ClientChangesService {
  constructor(private readonly keyring: Keyring) {}

  /** Says whether the e-mail address is another now. Throws Conflict (stale version, address taken), Invalid, Unprocessable. */
  async apply(tx: Tx, row: Client, change: ClientChange): Promise<{ isReaddressed: boolean }> {
    if (row.version !== change.version) throw staleVersion();
    const timeZone = change.timeZone ?? row.timeZone;
    await refuseUnlessTheirs(tx, row, change);
    refuseContact(change, localDateAt(tx.now, timeZone));
    const columns: Partial<Client> = {
      ...sealContact(await this.keyring.clinic(tx), row, change),
      ...quietHoursColumns(change.quietHours),
      ...consentColumns(tx, change.emailConsent, timeZone),
      timeZone,
      ...(row.restUntil && { restUntil: sameDayIn(row.restUntil, row.timeZone, timeZone) }),
      status: change.status ?? row.status,
      pace: change.pace ?? row.pace,
      version: row.version + 1,
    };
    const isReaddressed = change.email !== undefined && !sameHash(columns.emailHash, row.emailHash);
    if (isReaddressed) {
      refuseUnheard(row, change);
      // What came back came back from the old address.
      const isGood = { suppressedAt: null, suppressedWhy: null, softBounces: 0 };
      Object.assign(columns, { emailChangedAt: tx.now, ...isGood });
    }
    const where = { clinicId: row.clinicId, id: row.id, version: change.version };
    const { affected } = await tx.manager.update(Client, where, columns).catch(addressTaken);
    if (affected !== 1) throw staleVersion();
    await keepConsent(tx, row, change);
    return { isReaddressed };
  }
}

/**
 * Links go to the address: another one in place of one that stood there is the client's own word, heard by somebody
 * here, never that of a letter. Throws Unprocessable.
 */
function refuseUnheard({ emailHash, emailChangedAt }: Client, { email, voiceChecked }: ClientChange): void {
  const hadOne = emailHash !== null || emailChangedAt !== null;
  if (!email || !hadOne || voiceChecked) return;
  throw new Unprocessable('invalid', [{ field: 'voiceChecked', code: 'required', params: {} }]);
}

/**
 * Who has stopped starts again themselves, and where the clinic asks by e-mail too only that e-mail's answer counts.
 * Throws Conflict.
 */
async function refuseUnlessTheirs(tx: Tx, row: Client, { emailConsent }: ClientChange): Promise<void> {
  if (!emailConsent || emailConsent.givenOn === row.emailConsentGivenOn) return;
  if (row.stoppedAt || (await asksTwice(tx))) throw new Conflict('needs-opt-in');
}

/** Throws Unprocessable when what is said of the agreement does not hold. */
function refuseContact({ emergencyContact }: ClientChange, todayOn: string): void {
  const faults = emergencyContact ? contactFaults(emergencyContact, todayOn) : [];
  if (faults.length > 0) throw new Unprocessable('invalid', faults);
}

/** The history of consent follows what staff wrote down. */
async function keepConsent(tx: Tx, row: Client, { emailConsent }: ClientChange): Promise<void> {
  if (emailConsent === null) await withdrawConsent(tx, row.id);
  const isNew = emailConsent && emailConsent.givenOn !== row.emailConsentGivenOn;
  if (isNew) await giveConsent(tx, { clientId: row.id, language: row.language });
}

/** Columns of the quiet hours; undefined leaves them alone. Throws Invalid when too little stays open. */
export function quietHoursColumns(
  quietHours: QuietHours | null | undefined,
): Partial<Pick<Client, 'quietFrom' | 'quietTo'>> {
  if (quietHours === undefined) return {};
  if (quietHours === null) return { quietFrom: null, quietTo: null };
  if (!leavesEnoughOpen(quietHours)) {
    throw new Invalid('quietHours', 'quietHoursTooLong', { hours: MIN_OPEN_HOURS });
  }
  return { quietFrom: quietHours.from, quietTo: quietHours.to };
}

/** Columns of the consent; undefined leaves them alone. Throws Unprocessable when it lies ahead. */
export function consentColumns(
  tx: Tx,
  consent: EmailConsent | null | undefined,
  timeZone: string,
): Partial<Pick<Client, 'emailConsentGivenOn' | 'emailConsentHow'>> {
  if (consent === undefined) return {};
  if (consent === null) return { emailConsentGivenOn: null, emailConsentHow: null };
  if (consent.givenOn > localDateAt(tx.now, timeZone)) {
    throw new Unprocessable('invalid', [{ field: 'emailConsent.givenOn', code: 'inTheFuture', params: {} }]);
  }
  return { emailConsentGivenOn: consent.givenOn, emailConsentHow: consent.how };
}

/** Words the database's refusal of a second client with one address. Rethrows everything else. */
export function addressTaken(error: unknown): never {
  const cause = error instanceof QueryFailedError ? (error.driverError as { constraint?: string }) : {};
  if (cause.constraint === 'clients_clinic_id_email_hash_key') {
    throw new Conflict('already-exists', [{ field: 'email', code: 'emailTaken', params: {} }]);
  }
  throw error;
}

function sameHash(a: Buffer | null | undefined, b: Buffer | null): boolean {
  return a && b ? a.equals(b) : !a && !b;
}
