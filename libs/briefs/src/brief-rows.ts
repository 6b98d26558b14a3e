import { Temporal } from 'temporal-polyfill';
import type { ClientStatus } from '@app/clients/client.types.js';
import type { OwnMeasure } from '@app/measures/measure-file.types.js';
import type { PromptContent } from '@app/plans/prompt-template.types.js';
import type { MailingStatus } from '@app/prompts/mailing.types.js';
import type { PromptStatus } from '@app/prompts/prompt-schedule.types.js';
import type { Wait } from '@app/reflections/reading-contract.rules.js';
import type { PatternRow } from './pattern-facts.queries.js';

/** An instant as the document holds it, to the millisecond as everywhere. */
export function instantOf(text: string): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Date.parse(text));
}

/** What the brief's statement gives. Sealed columns travel as base64 inside the one JSON document. */
export interface BriefRows {
  appointment: {
    id: string;
    version: number;
    client_id: string;
    practitioner_id: string;
    starts_at: string;
    minutes: number;
    status: 'booked' | 'cancelled';
  };
  client: {
    id: string;
    name: string | null;
    pronouns: string | null;
    phone: string | null;
    time_zone: string;
    status: ClientStatus;
  };
  clinic: { name: string };
  /** The client's newest key: null for who may not read this client's words. */
  client_key: { version: number; wrapped: string } | null;
  closing_note: { note: string; written_at: string } | null;
  last_call: { id: string; starts_at: string; note: string | null } | null;
  has_next_call: boolean;
  session: {
    id: string;
    held_at: string;
    number_in_series: number;
    planned_in_series: number;
  } | null;
  sessions: { held_at: string }[];
  reflections: BriefReflectionRow[];
  marks: { reflection_id: string; staff_member_id: string; version: number; body: string }[];
  /** The reader's own. */
  notes: { id: string; reflection_id: string | null; version: number; body: string; written_at: string }[];
  measures: MeasureResultRow[];
  /** The clinic's own; ours stand in the code. */
  own_measures: { code: string; version: number; definition: OwnMeasure }[];
  has_threads: boolean;
  /** Those with a stage, a word of the client or a beginning since the last call. */
  moved_thread_ids: string[];
  open_flag_ids: string[];
  bring: { version: number; body: string } | null;
  /** What is compared; null for who does not read this client's words. Reflections above stand without a body. */
  patterns: PatternRow | null;
  unanswered: UnansweredRow[];
  calls_today: { id: string }[];
  staff: { id: string; name: string; time_zone: string }[];
}

export interface BriefReflectionRow {
  id: string;
  version: number;
  prompt_id: string | null;
  /** Which template asked it; null: nobody did. */
  template_code: string | null;
  body: string;
  sent_at: string;
  withdrawn_at: string | null;
  wait: Wait;
  promised_by: string | null;
  /** When the latest completed session before it was held; null before the first. */
  after_session_at: string | null;
  is_since_last_call: boolean;
  wishes: string | null;
  reading: { staff_member_id: string; read_at: string } | null;
}

/** Kept of a measure. */
export interface MeasureResultRow {
  reflection_id: string;
  body: string;
  completed_at: string;
}

export interface UnansweredRow {
  id: string;
  template_code: string;
  template_version: number;
  /** Of a template of the clinic's own; starters stand in the code. */
  content: PromptContent | null;
  status: PromptStatus;
  send_at: string;
  /** `bounced`: every e-mail of it that left came back. */
  delivery: MailingStatus | 'bounced' | null;
}
