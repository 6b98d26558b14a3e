import type { Temporal } from 'temporal-polyfill';
import type { CareTeamMember } from './care-team-member.entity.js';
import { localTimeAt } from './client-clock.rules.js';
import type { OpenClient } from './client-contact.js';
import type { ClientStatus, Pace, Seat } from './client.types.js';
import type { StandingConsent } from './consents.queries.js';
import { runningRest } from './rests.queries.js';

export class EmailConsentView {
  /** `YYYY-MM-DD` */
  givenOn!: string;
  how!: string;
}

export class QuietHoursView {
  /** `HH:MM` on the client's clock. */
  from!: string;
  to!: string;
}

export class CareTeamMemberView {
  staffMemberId!: string;
  name!: string;
  seat!: Seat;
}

export class RestView {
  /** ISO instant. */
  from!: string;
  /** ISO instant; null: until they say so. */
  until!: string | null;
  by!: 'client' | 'clinic';
}

export class SuppressedView {
  /** ISO instant. */
  at!: string;
  why!: string;
}

export class ConsentView {
  /** Which wording was agreed to. */
  textVersion!: number;
  /** ISO instant. */
  givenAt!: string;
  how!: 'with-staff' | 'by-link';
  recordedByName!: string | null;
}

export class ContactAgreementView {
  mayCall!: boolean;
  /** About what; empty where nobody may be called. */
  about!: string;
  /** `YYYY-MM-DD` */
  agreedOn!: string;
}

/** Whom else to call, as the client named them. */
export class EmergencyContactView {
  name!: string;
  relation!: string;
  phone!: string;
  /** What the client said about calling them; null: they were not asked yet. */
  agreement!: ContactAgreementView | null;
}

export class ClientView {
  id!: string;
  version!: number;
  name!: string;
  email!: string | null;
  phone!: string | null;
  pronouns!: string | null;
  /** Whom else to call in an emergency; null: nobody is written down. */
  emergencyContact!: EmergencyContactView | null;
  timeZone!: string;
  language!: string;
  status!: ClientStatus;
  pace!: Pace;
  emailConsent!: EmailConsentView | null;
  quietHours!: QuietHoursView | null;
  careTeam!: CareTeamMemberView[];
  /** Null: no rest, or one that is over. */
  rest!: RestView | null;
  /** ISO instant; null: e-mails are not stopped. */
  stoppedAt!: string | null;
  /** The address takes no mail, since when and why. */
  suppressed!: SuppressedView | null;
  /** The consent that stands. */
  consent!: ConsentView | null;
  /** A passphrase stands before the client's pages. */
  passphraseSet!: boolean;
  /** Somebody else opens the mailbox, as the client said; null: not said. */
  mailboxShared!: boolean | null;
  /** The wall clock there now, `YYYY-MM-DDTHH:MM`. */
  localNow!: string;
}

interface ClientFacts {
  careTeam: readonly CareTeamMember[];
  staffNames: ReadonlyMap<string, string>;
  consent: StandingConsent | null;
  now: Temporal.Instant;
}

export function clientView(
  client: OpenClient,
  { careTeam, staffNames, consent, now }: ClientFacts,
): ClientView {
  const { row } = client;
  const rest = runningRest(row, now);
  return {
    id: row.id,
    version: row.version,
    name: client.name ?? '',
    email: client.email,
    phone: client.phone,
    pronouns: client.pronouns,
    emergencyContact: client.emergencyContact,
    timeZone: row.timeZone,
    language: row.language,
    status: row.status,
    pace: row.pace,
    emailConsent: row.emailConsentGivenOn
      ? { givenOn: row.emailConsentGivenOn, how: row.emailConsentHow ?? '' }
      : null,
    quietHours:
      row.quietFrom && row.quietTo ? { from: row.quietFrom.slice(0, 5), to: row.quietTo.slice(0, 5) } : null,
    careTeam: careTeam.map(({ staffMemberId, seat }) => ({
      staffMemberId,
      name: staffNames.get(staffMemberId) ?? '',
      seat,
    })),
    rest: rest && {
      from: rest.from.toString(),
      until: rest.until?.toString() ?? null,
      by: rest.by,
    },
    stoppedAt: row.stoppedAt?.toString() ?? null,
    suppressed: row.suppressedAt && { at: row.suppressedAt.toString(), why: row.suppressedWhy ?? '' },
    consent: consent && {
      textVersion: consent.textVersion,
      givenAt: consent.givenAt.toString(),
      how: consent.how,
      recordedByName: (consent.recordedBy && staffNames.get(consent.recordedBy)) ?? null,
    },
    passphraseSet: row.passphraseHash !== null,
    mailboxShared: row.mailboxShared,
    localNow: localTimeAt(now, row.timeZone),
  };
}
