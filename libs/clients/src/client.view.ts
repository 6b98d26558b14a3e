import type { Temporal } from 'temporal-polyfill';
import type { CareTeamMember } from './care-team-member.entity.js';
import { localTimeAt } from './client-clock.rules.js';
import type { OpenClient } from './client-contact.js';
import type { ClientStatus, Pace, Seat } from './client.types.js';

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

export class ClientView {
  id!: string;
  version!: number;
  name!: string;
  email!: string | null;
  phone!: string | null;
  pronouns!: string | null;
  timeZone!: string;
  language!: string;
  status!: ClientStatus;
  pace!: Pace;
  emailConsent!: EmailConsentView | null;
  quietHours!: QuietHoursView | null;
  careTeam!: CareTeamMemberView[];
  /** The wall clock there now, `YYYY-MM-DDTHH:MM`. */
  localNow!: string;
}

interface ClientFacts {
  careTeam: readonly CareTeamMember[];
  staffNames: ReadonlyMap<string, string>;
  now: Temporal.Instant;
}

export function clientView(client: OpenClient, { careTeam, staffNames, now }: ClientFacts): ClientView {
  const { row } = client;
  return {
    id: row.id,
    version: row.version,
    name: client.name ?? '',
    email: client.email,
    phone: client.phone,
    pronouns: client.pronouns,
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
    localNow: localTimeAt(now, row.timeZone),
  };
}
