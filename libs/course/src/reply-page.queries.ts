import type { Seat } from '@app/clients/client.types.js';
import { type CrisisContactFacts, crisisContactsOf } from '@app/clinics/settings/clinic-help.js';
import type { Tx } from '@app/platform/database/database.js';
import { NotFound } from '@app/platform/errors/errors.js';
import type { PromptStatus } from '@app/prompts/prompt-schedule.types.js';
import { firstCallAfter } from '@app/reflections/reading-facts.queries.js';
import { READING_COUNTS } from '@app/reflections/reading-tasks.queries.js';
import { ANSWERING_HOURS } from '@app/safety/answering-hours.js';
import type { ClinicHours } from '@app/safety/clinic-hours.rules.js';
import { HAS_ENDED } from './reply-prompt.queries.js';

/** One row with what a reply page needs of clinic and client, and of the prompt where there is one. */
export interface ReplyFactsRow {
  status: PromptStatus | null;
  closes_at: Date | null;
  template_code: string | null;
  template_version: number | null;
  question_sealed: Buffer | null;
  name_sealed: Buffer | null;
  time_zone: string;
  language: string;
  email_changed_at: Date | null;
  is_in_care: boolean;
  has_ended: boolean;
  has_phone: boolean;
  is_quiet: boolean;
  quiet_from: string;
  quiet_to: string;
  clinic_name: string;
  greets_by_name: boolean;
  pattern_thresholds: unknown;
  looks_for_phrases: boolean;
  tells_when_read: boolean;
  country: string;
  phone: string;
  reading_days: number[];
  crisis_contacts: CrisisContactFacts[];
  location_zone: string;
  open_from: string;
  open_to: string;
  open_days: number[];
  answering_hours: ClinicHours;
  next_at: Date | null;
  snoozed_at: Date | null;
  call_at: Date | null;
  caller_id: string | null;
  answered_at: Date | null;
}

/** The care team, longest first, with sealed names. */
export interface CareTeamRow {
  id: string;
  seat: Seat;
  name_sealed: Buffer;
}

/** Which page of a client's: of a prompt, or of a reflection that no prompt asked for. */
export interface PageOf {
  clientId: string;
  promptId: string | null;
  /** Id of the reflection where there is no prompt. */
  reflectionId?: string;
}

/** @throws NotFound */
export async function replyFacts(
  tx: Tx,
  { clientId, promptId, reflectionId }: PageOf,
): Promise<ReplyFactsRow> {
  const [row] = await tx.query<ReplyFactsRow>(
    `select p.status, p.closes_at, p.template_code, p.template_version, q.question_sealed,
       c.name_sealed, c.time_zone, c.language, c.email_changed_at, c.status in ('active', 'on_hold') as is_in_care,
       ${HAS_ENDED} as has_ended, c.phone_sealed is not null as has_phone,
       c.status <> 'active' or c.email_sealed is null or c.email_consent_given_on is null
         or c.stopped_at is not null or c.suppressed_at is not null
         or coalesce(c.rest_from <= app_now() and (c.rest_until is null or app_now() < c.rest_until), false) as is_quiet,
       to_char(coalesce(c.quiet_from, l.quiet_from), 'HH24:MI') as quiet_from,
       to_char(coalesce(c.quiet_to, l.quiet_to), 'HH24:MI') as quiet_to,
       k.name as clinic_name, k.greets_by_name, k.tells_when_read, k.pattern_thresholds, k.looks_for_phrases,
       k.country, k.phone, k.reading_days,
       ${crisisContactsOf('c.clinic_id')} as crisis_contacts,
       l.time_zone as location_zone, l.open_from, l.open_to, l.open_days,
       ${ANSWERING_HOURS} as answering_hours,
       n.send_at as next_at, z.send_at as snoozed_at, a.starts_at as call_at, a.practitioner_id as caller_id
     from clients c
     join clinics k on k.clinic_id = c.clinic_id
     join locations l on l.clinic_id = c.clinic_id and l.id = c.location_id
     left join prompts p on p.clinic_id = c.clinic_id and p.client_id = c.id and p.id = $3
     left join prompt_questions q on q.clinic_id = p.clinic_id and q.prompt_id = p.id
     left join reflections r on r.clinic_id = c.clinic_id and r.client_id = c.id
       and (r.prompt_id = $3 or r.id = $4)
     left join lateral (
       select o.send_at from prompts o
       where o.clinic_id = c.clinic_id and o.client_id = c.id and o.id is distinct from $3
         -- What only tells something is no next question.
         and o.status = 'scheduled' and not o.held and o.send_at > app_now() and not o.informs
       order by o.send_at limit 1) n on true
     left join lateral (
       select m.send_at from mailings m
       where m.clinic_id = p.clinic_id and m.prompt_id = p.id and m.kind = 'snoozed' and m.status = 'scheduled'
       order by m.send_at limit 1) z on true
     left join lateral (${firstCallAfter('coalesce(r.sent_at, app_now())')}) a on true
     where c.clinic_id = $1 and c.id = $2`,
    [tx.actor.clinicId, clientId, promptId, reflectionId ?? null],
  );
  if (!row || (promptId !== null && row.status === null)) throw new NotFound('prompt');
  return row;
}

export function careTeamRows(tx: Tx, clientId: string): Promise<CareTeamRow[]> {
  return tx.query<CareTeamRow>(
    `select s.id, t.seat, s.name_sealed from care_team_members t
     join staff_members s on s.clinic_id = t.clinic_id and s.id = t.staff_member_id and s.status = 'active'
       and 'practitioner' = any (s.roles)
     where t.clinic_id = $1 and t.client_id = $2 order by t.joined_at, t.staff_member_id`,
    [tx.actor.clinicId, clientId],
  );
}

/** Who reads now in place of a colleague who is away, and is not on the team in a seat that reads anyway. */
export interface CoverRow {
  id: string;
  name_sealed: Buffer;
  away_id: string;
  away_name_sealed: Buffer;
  /** Last day away, `YYYY-MM-DD`. */
  until_on: string;
  /** Who covers reads for this client anyway. */
  on_team: boolean;
}

export function coverRows(tx: Tx, clientId: string): Promise<CoverRow[]> {
  return tx.query<CoverRow>(
    `select s.id, s.name_sealed, w.id as away_id, w.name_sealed as away_name_sealed,
       a.until_on::text as until_on, exists (
         select 1 from care_team_members o where o.clinic_id = a.clinic_id and o.client_id = t.client_id
           and o.staff_member_id = a.cover_id and o.seat in ('words', 'supervisor')) as on_team
     from absences a
     join staff_members w on w.clinic_id = a.clinic_id and w.id = a.staff_member_id
     join care_team_members t on t.clinic_id = a.clinic_id and t.staff_member_id = a.staff_member_id
       and t.client_id = $2 and t.seat in ('words', 'supervisor')
     join staff_members s on s.clinic_id = a.clinic_id and s.id = a.cover_id and s.status = 'active'
       and 'practitioner' = any (s.roles)
     where a.clinic_id = $1 and a.ended_at is null and a.starts_at <= app_now() and app_now() < a.ends_at
     order by a.starts_at, a.id`,
    [tx.actor.clinicId, clientId],
  );
}

/** Who has read the client's last reflection but this, and when it was sent. */
export interface LastReadRow {
  sent_at: Date;
  by_id: string;
  by_name_sealed: Buffer;
}

/**
 * Null while nobody has whom the client was told of: a seat or a cover. Of several it is the one whom the page
 * names, else the first.
 */
export async function lastRead(
  tx: Tx,
  readerId: string | null,
  { promptId, reflectionId }: PageOf,
): Promise<LastReadRow | null> {
  const [row] = await tx.query<LastReadRow>(
    `select r.sent_at, s.id as by_id, s.name_sealed as by_name_sealed
     from (
       select clinic_id, id, sent_at from reflections
       where clinic_id = $1 and client_id = app_client() and withdrawn_at is null
         and ($3::uuid is null or prompt_id is distinct from $3) and ($4::uuid is null or id <> $4)
       order by sent_at desc limit 1) r
     join readings g on g.clinic_id = r.clinic_id and g.reflection_id = r.id and ${READING_COUNTS}
     join staff_members s on s.clinic_id = g.clinic_id and s.id = g.staff_member_id
     order by (g.staff_member_id = $2) desc nulls last, g.read_at limit 1`,
    [tx.actor.clinicId, readerId, promptId, reflectionId ?? null],
  );
  return row ?? null;
}
