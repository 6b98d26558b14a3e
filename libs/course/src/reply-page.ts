import { Temporal } from 'temporal-polyfill';
import type { Seat } from '@app/clients/client.types.js';
import type { ClinicHelp } from '@app/clinics/settings/clinic-help.js';
import type { MeasureDefinition } from '@app/measures/measure.types.js';
import type { AskedQuestion } from '@app/plans/prompt-template.types.js';
import type { PromptStatus } from '@app/prompts/prompt-schedule.types.js';
import type { OpenDraft } from '@app/reflections/drafts.service.js';
import type { ReadingPromise } from '@app/reflections/reading-contract.rules.js';
import type { SentReflection } from '@app/reflections/sent-reflections.service.js';
import type { ShownBack } from '@app/reflections/wishes.types.js';
import type { ClinicHours } from '@app/safety/clinic-hours.rules.js';
import type { PatternThresholds } from '@app/safety/patterns/pattern.types.js';

/** Where a prompt stands for its client; `ended`: for somebody who has stopped or is in care no more. */
export type ReplyState = 'open' | 'answered' | 'skipped' | 'expired' | 'withdrawn' | 'ended';

/** Everything a reply page shows, read at once. Only what this browser may see. */
export interface ReplyPage {
  now: Temporal.Instant;
  state: ReplyState;
  asked: AskedQuestion;
  /** What its measure is defined as; null where it asks none. */
  measure: MeasureDefinition | null;
  closesAt: Temporal.Instant | null;
  clinic: {
    name: string;
    country: string;
    phone: string;
    help: ClinicHelp;
    /** Of the client's location. */
    hours: ClinicHours;
    /** Of whoever answers a request for a call. */
    answers: ClinicHours;
  };
  client: {
    /** Null: the clinic greets nobody by name. */
    firstName: string | null;
    timeZone: string;
    /** BCP 47. */
    locale: string;
    quietFrom: string;
    quietTo: string;
    /** Still in care: a call can be asked for. */
    isInCare: boolean;
    /** The clinic has a number to call. */
    hasPhone: boolean;
    /** Nothing more would be mailed: resting, stopped, unreachable. */
    isQuiet: boolean;
  };
  /** First name of the practitioner who reads, or null. */
  reader: string | null;
  careTeam: readonly { name: string; seat: Seat }[];
  /** Who reads in place of somebody of the care team until that day, `YYYY-MM-DD`, and it included. */
  covers: readonly { name: string; awayName: string; untilOn: string }[];
  /** For what would be sent now, or what stands of the promise for what was sent. */
  reading: ReadingPromise;
  /** Until when it would be read if it cannot wait; null when nothing can be promised. */
  readingSoonBy: Temporal.Instant | null;
  /** When the last reflection was sent, if it was read; null where the clinic does not tell. */
  lastReadSentAt: Temporal.Instant | null;
  /** First name of whoever read it. */
  lastReadBy: string | null;
  /** When the next question comes, if nothing changes. */
  nextAt: Temporal.Instant | null;
  /** When this one comes again, because the client asked for it. */
  snoozedAt: Temporal.Instant | null;
  /** Open request for a call. */
  callRequestedAt: Temporal.Instant | null;
  /** What the clinic has a computer compare, and whether it has one look for phrases. */
  compares: { thresholds: PatternThresholds; looksForPhrases: boolean };
  /** A line of an earlier day that the client lets us show them; null for none, and on what is not to be answered. */
  shownBack: ShownBack | null;
  /** Only when it was written in this browser. */
  draft: OpenDraft | null;
  sent: (SentReflection & { isMine: boolean }) | null;
}

/** A mailing that may have reached the client makes its prompt answerable, also while nobody knows. */
export function replyState(
  status: PromptStatus,
  closesAt: Temporal.Instant | null,
  now: Temporal.Instant,
): ReplyState {
  switch (status) {
    case 'scheduled':
    case 'sent':
      return closesAt && Temporal.Instant.compare(closesAt, now) <= 0 ? 'expired' : 'open';
    case 'answered':
    case 'skipped':
      return status;
    case 'expired':
    case 'missed':
      return 'expired';
    case 'cancelled':
    case 'withdrawn':
    case 'rested':
    case 'superseded':
    case 'suppressed':
      return 'withdrawn';
  }
}
