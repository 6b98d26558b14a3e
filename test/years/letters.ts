import { Temporal } from 'temporal-polyfill';
import type { MailingKind } from '@app/prompts/mailing.types.js';
import type { Arrival } from './far-end-of-years.js';

/** What the database says of a client right before a sweep. */
export interface Standing {
  id: string;
  status: string;
  zone: string;
  quiet_from: string;
  quiet_to: string;
  rest_from: Date | null;
  rest_until: Date | null;
  stopped_at: Date | null;
  suppressed_at: Date | null;
}

/** A mailing that arrived, with its prompt as it stands. */
export interface Letter {
  id: string;
  client_id: string;
  kind: MailingKind;
  /** Belongs to no prompt: says that a rest has begun, and the like. */
  is_notice: boolean;
  dispatched: boolean;
  counts_for_day: boolean;
  retried: boolean;
  nominal_at: Date | null;
  limit_at: Date | null;
  held: boolean | null;
  session_status: string | null;
}

export const LETTER = `
  select m.id, m.client_id, m.kind, m.prompt_id is null as is_notice, m.dispatched_by is not null as dispatched, m.counts_for_day, m.retried,
    p.nominal_at, p.limit_at, p.held, s.status as session_status
  from mailings m
  left join prompts p on p.clinic_id = m.clinic_id and p.id = m.prompt_id
  left join ketamine_sessions s on s.clinic_id = p.clinic_id and s.id = p.needs_session_id
  where m.id = $1`;

export const STANDINGS = `
  select c.id, c.status, c.time_zone as zone, to_char(coalesce(c.quiet_from, l.quiet_from), 'HH24:MI') as quiet_from,
    to_char(coalesce(c.quiet_to, l.quiet_to), 'HH24:MI') as quiet_to, c.rest_from, c.rest_until, c.stopped_at,
    c.suppressed_at
  from clients c join locations l on l.clinic_id = c.clinic_id and l.id = c.location_id`;

/** Every promise of SCHEDULING that this letter breaks, in words (I5). */
export function brokenBy(letter: Letter, client: Standing, now: Temporal.Instant): string[] {
  if (letter.is_notice) return brokenByNotice(letter, client);
  const isBefore = (at: Date | null) => at !== null && now.epochMilliseconds < at.getTime();
  const isResting =
    client.rest_from !== null &&
    !isBefore(client.rest_from) &&
    (client.rest_until === null || isBefore(client.rest_until));
  const always = {
    'after stop': client.stopped_at !== null,
    'to a suppressed address': client.suppressed_at !== null,
    'in a rest': isResting,
    'to a client who is not active': client.status !== 'active',
    'for a session that was not completed':
      letter.session_status !== null && letter.session_status !== 'completed',
  };
  const planned = {
    early: letter.kind === 'first' && isBefore(letter.nominal_at),
    'past its limit': letter.kind === 'first' && !isBefore(letter.limit_at),
    'in quiet hours': isQuiet(now, client),
    held: letter.held === true,
  };
  const promises = letter.dispatched ? always : { ...always, ...planned };
  return Object.entries(promises).flatMap(([words, isBroken]) => (isBroken ? [words] : []));
}

/** What a client is told of their own pace goes out in a rest; after stop, that they stopped and how to come back. */
function brokenByNotice({ kind }: Letter, { status, stopped_at, suppressed_at }: Standing): string[] {
  const words = {
    'after stop': stopped_at !== null && kind !== 'stopped' && kind !== 'opt_in',
    'to a suppressed address': suppressed_at !== null,
    'to a client who is gone': status !== 'active' && status !== 'on_hold',
  };
  return Object.entries(words).flatMap(([why, isBroken]) => (isBroken ? [why] : []));
}

/** `<mailing.<id>@domain>` → id; null for what is no mailing. */
export function mailingIdOf({ messageId }: Arrival): string | null {
  return /^<mailing\.([0-9a-f-]{36})@/.exec(messageId)?.[1] ?? null;
}

/** `YYYY-MM-DD` on the client's clock. */
export function dateOf(now: Temporal.Instant, { zone }: Standing): string {
  return now.toZonedDateTimeISO(zone).toPlainDate().toString();
}

function isQuiet(now: Temporal.Instant, { zone, quiet_from: from, quiet_to: to }: Standing): boolean {
  const time = now.toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5);
  return from <= to ? time >= from && time < to : time >= from || time < to;
}
