import type { ClientStatus, Pace, RestLength } from '@app/clients/client.types.js';
import { type CrisisContactFacts, crisisContactsOf } from '@app/clinics/settings/clinic-help.js';
import type { Tx } from '@app/platform/database/database.js';
import { NotFound } from '@app/platform/errors/errors.js';
import type { PromptStatus } from '@app/prompts/prompt-schedule.types.js';
import { ANSWERING_HOURS } from '@app/safety/answering-hours.js';
import type { ClinicHours } from '@app/safety/clinic-hours.rules.js';
import type { ReplyEntry } from './reply-door.service.js';

/** One row with what a page about the e-mails needs of clinic, client, mailing and, if it has one, its prompt. */
export interface ClientPageRow {
  status: ClientStatus;
  name_sealed: Buffer | null;
  time_zone: string;
  language: string;
  pace: Pace;
  quiet_from: string;
  quiet_to: string;
  has_phone: boolean;
  has_address: boolean;
  has_consent: boolean;
  is_suppressed: boolean;
  rest_from: Date | null;
  rest_until: Date | null;
  rest_by: 'client' | 'clinic' | null;
  rest_length: RestLength | null;
  stopped_at: Date | null;
  mailbox_shared: boolean | null;
  has_passphrase: boolean;
  clinic_name: string;
  country: string;
  phone: string;
  greets_by_name: boolean;
  crisis_contacts: CrisisContactFacts[];
  location_zone: string;
  open_from: string;
  open_to: string;
  open_days: number[];
  answering_hours: ClinicHours;
  is_too_old: boolean;
  prompt_status: PromptStatus | null;
  closes_at: Date | null;
  informs: boolean | null;
  next_at: Date | null;
}

/** @throws NotFound */
export async function clientPageRow(tx: Tx, { clientId, mailingId }: ReplyEntry): Promise<ClientPageRow> {
  const [row] = await tx.query<ClientPageRow>(
    `select c.status, c.name_sealed, c.time_zone, c.language, c.pace,
       to_char(coalesce(c.quiet_from, l.quiet_from), 'HH24:MI') as quiet_from,
       to_char(coalesce(c.quiet_to, l.quiet_to), 'HH24:MI') as quiet_to,
       c.phone_sealed is not null as has_phone, c.email_sealed is not null as has_address,
       c.email_consent_given_on is not null as has_consent, c.suppressed_at is not null as is_suppressed,
       c.rest_from, c.rest_until, c.rest_by, c.rest_length, c.stopped_at, c.mailbox_shared,
       c.passphrase_hash is not null as has_passphrase,
       k.name as clinic_name, k.country, k.phone, k.greets_by_name,
       ${crisisContactsOf('c.clinic_id')} as crisis_contacts,
       l.time_zone as location_zone, l.open_from, l.open_to, l.open_days,
       ${ANSWERING_HOURS} as answering_hours,
       coalesce(c.stopped_at > m.send_at, false) as is_too_old,
       p.status as prompt_status, p.closes_at, p.informs, n.send_at as next_at
     from mailings m
     join clients c on c.clinic_id = m.clinic_id and c.id = m.client_id
     join clinics k on k.clinic_id = c.clinic_id
     join locations l on l.clinic_id = c.clinic_id and l.id = c.location_id
     left join prompts p on p.clinic_id = m.clinic_id and p.id = m.prompt_id
     left join lateral (
       select o.send_at from prompts o
       where o.clinic_id = c.clinic_id and o.client_id = c.id and o.status = 'scheduled' and not o.held
         and o.send_at > app_now() and not o.informs
       order by o.send_at limit 1) n on true
     where m.clinic_id = $1 and m.id = $2 and c.id = $3`,
    [tx.actor.clinicId, mailingId, clientId],
  );
  if (!row) throw new NotFound('page');
  return row;
}
