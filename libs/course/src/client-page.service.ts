import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { ClientStatus, Pace } from '@app/clients/client.types.js';
import { firstCallAfter, runningRest } from '@app/clients/rests.queries.js';
import { ClinicsService } from '@app/clinics/clinics.service.js';
import { helpOf } from '@app/clinics/settings/clinic-help.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { toInstant } from '@app/platform/database/instant.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { unseal } from '@app/platform/encryption/sealing.js';
import { readerIdOf } from '@app/prompts/reader.queries.js';
import { openCallRequest } from '@app/safety/call-requests.service.js';
import { clientPageRow, type ClientPageRow } from './client-page.queries.js';
import { clientActor, type ReplyEntry } from './reply-door.service.js';
import { type ReplyPage, replyState, type ReplyState } from './reply-page.js';

/** What the pages about the e-mails show: where the client stands. Nothing they wrote. */
export interface ClientPage extends Pick<
  ReplyPage,
  'now' | 'clinic' | 'client' | 'reader' | 'nextAt' | 'callRequestedAt'
> {
  status: ClientStatus;
  pace: Pace;
  rest: ReturnType<typeof runningRest>;
  isStopped: boolean;
  /** First booked call that is still ahead. */
  nextCallAt: Temporal.Instant | null;
  hasConsent: boolean;
  /** For the mail that asks for a yes: the client has stopped since it left. */
  isTooOld: boolean;
  mailboxShared: boolean | null;
  passphraseSet: boolean;
  /** The question whose e-mail led here; null where none did, or it only told something. */
  prompt: { state: ReplyState; closesAt: Temporal.Instant | null } | null;
}

/** Reads a page about the e-mails. Writes nothing, no audit row either: mail scanners open links. */
@Injectable()
export class ClientPageService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly clinics: ClinicsService,
  ) {}

  /** @throws NotFound */
  read(entry: ReplyEntry): Promise<ClientPage> {
    return this.db.inClinic(clientActor(entry), async (tx) => {
      const row = await clientPageRow(tx, entry);
      const rest = restOf(row, tx.now);
      const isQuiet = isQuietFor(row, rest !== null);
      return {
        now: tx.now,
        status: row.status,
        pace: row.pace,
        rest,
        isStopped: row.stopped_at !== null,
        nextCallAt: await firstCallAfter(tx, entry.clientId, tx.now),
        nextAt: row.next_at && !isQuiet ? toInstant(row.next_at) : null,
        callRequestedAt: (await openCallRequest(tx, entry.clientId))?.raisedAt ?? null,
        hasConsent: row.has_consent,
        isTooOld: row.is_too_old,
        mailboxShared: row.mailbox_shared,
        passphraseSet: row.has_passphrase,
        prompt: promptOf(row, tx.now),
        clinic: clinicOf(row),
        client: {
          firstName: row.greets_by_name ? await this.firstName(tx, entry.clientId, row.name_sealed) : null,
          timeZone: row.time_zone,
          locale: `${row.language}-${row.country}`,
          quietFrom: row.quiet_from,
          quietTo: row.quiet_to,
          isInCare: row.status === 'active' || row.status === 'on_hold',
          hasPhone: row.has_phone,
          isQuiet,
        },
        reader: await this.reader(tx, entry.clientId),
      };
    });
  }

  private async firstName(tx: Tx, clientId: string, sealed: Buffer | null): Promise<string | null> {
    if (!sealed) return null;
    const binding = { clinicId: tx.actor.clinicId, label: 'client.name', rowId: clientId };
    return firstNameOf(unseal(await this.keyring.clinic(tx), binding, sealed));
  }

  private async reader(tx: Tx, clientId: string): Promise<string | null> {
    const id = await readerIdOf(tx, clientId);
    const name = id && (await this.clinics.staffNames(tx)).get(id);
    return name ? firstNameOf(name) : null;
  }
}

function restOf(row: ClientPageRow, now: Temporal.Instant): ClientPage['rest'] {
  const { rest_from: from, rest_until: until, rest_by: restBy, rest_length: restLength } = row;
  const rest = {
    restFrom: from && toInstant(from),
    restUntil: until && toInstant(until),
    restBy,
    restLength,
  };
  return runningRest(rest, now);
}

function isQuietFor(row: ClientPageRow, isResting: boolean): boolean {
  const isReachable = row.has_address && row.has_consent && !row.is_suppressed;
  return isResting || !isReachable || row.status !== 'active' || row.stopped_at !== null;
}

function promptOf(row: ClientPageRow, now: Temporal.Instant): ClientPage['prompt'] {
  if (!row.prompt_status || row.informs) return null;
  const closesAt = row.closes_at && toInstant(row.closes_at);
  return { state: replyState(row.prompt_status, closesAt, now), closesAt };
}

function clinicOf(row: ClientPageRow): ClientPage['clinic'] {
  return {
    name: row.clinic_name,
    country: row.country,
    phone: row.phone,
    help: helpOf(row.country, row.crisis_contacts),
    hours: {
      timeZone: row.location_zone,
      openFrom: row.open_from,
      openTo: row.open_to,
      openDays: row.open_days,
    },
    answers: row.answering_hours,
  };
}

function firstNameOf(name: string): string {
  return name.trim().split(/\s+/)[0]!;
}
