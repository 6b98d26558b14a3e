import { Temporal } from 'temporal-polyfill';
import { toInstant } from '@app/platform/database/instant.js';
import type { WrappedKey } from '@app/platform/encryption/keyring.js';
import type { ReadingFacts } from '@app/reflections/reading-contract.rules.js';
import type { ArrivalRow } from './reply-arrival.queries.js';
import { type ReplyState, replyState } from './reply-page.js';

/** What taking in an answer rests on, as it stood when its browser came. Still sealed. */
export interface AnswerFacts {
  now: Temporal.Instant;
  state: ReplyState;
  key: WrappedKey;
  /** As it was asked. */
  question: Buffer;
  /** Of this browser. */
  draft: Buffer | null;
  reading: ReadingFacts;
  language: string;
  looksForPhrases: boolean;
}

/** Null for who gives the passphrase first, and where nothing has been asked yet. */
export function answerFacts(row: ArrivalRow, now: Temporal.Instant): AnswerFacts | null {
  const { status, key_version: version, key_wrapped: wrapped, question_sealed: question } = row;
  if (row.is_locked || !status || version === null || !wrapped || !question) return null;
  return {
    now,
    state: row.has_ended ? 'ended' : replyState(status, row.closes_at && toInstant(row.closes_at), now),
    key: { version, wrapped },
    question,
    draft: row.draft_sealed,
    reading: {
      nextCallAt: row.call_at && toInstant(row.call_at),
      readingDays: row.reading_days,
      locationZone: row.time_zone,
      openTo: row.open_to,
      openDays: row.open_days,
    },
    language: row.language,
    looksForPhrases: row.looks_for_phrases,
  };
}
