import { Temporal } from 'temporal-polyfill';
import { isRange, quoteOf } from '@app/reflections/ranges.rules.js';
import type { Evidence } from './thread.types.js';

/** How many quoted spans a stage rests on. */
export const EVIDENCE = { min: 1, max: 5 };
/** How long whoever set a stage may take it back as if it had not been. */
export const UNDO_MINUTES = 10;

/** What somebody says they read, and where. */
export interface QuotedSpan extends Evidence {
  quote: string;
}

/** A reflection of the thread's client, as far as it may be quoted. */
export interface QuotableReflection {
  words: string;
  /** By the person who sets the stage. */
  isRead: boolean;
  isWithdrawn: boolean;
}

export interface EvidenceFault {
  /** Which span; null: all of them. */
  index: number | null;
  code: 'required' | 'arrayMaxSize' | 'unknownReference' | 'notRead' | 'wasWithdrawn' | 'notVerbatim';
}

/**
 * Why a stage may not be set with this evidence; none when it may. `reflections` holds those of the thread's own
 * client. Which stage it is, and which one came before, never matters: moving back is neutral.
 */
export function evidenceFaults(
  spans: readonly QuotedSpan[],
  reflections: ReadonlyMap<string, QuotableReflection>,
): EvidenceFault[] {
  if (spans.length < EVIDENCE.min) return [{ index: null, code: 'required' }];
  if (spans.length > EVIDENCE.max) return [{ index: null, code: 'arrayMaxSize' }];
  return spans.flatMap((span, index) => {
    const code = faultOf(span, reflections.get(span.reflectionId));
    return code ? [{ index, code }] : [];
  });
}

function faultOf(span: QuotedSpan, reflection: QuotableReflection | undefined): EvidenceFault['code'] | null {
  if (!reflection) return 'unknownReference';
  // Before anything that depends on the words: what nobody has read tells nothing here.
  if (reflection.isWithdrawn) return 'wasWithdrawn';
  if (!reflection.isRead) return 'notRead';
  const { words } = reflection;
  return isRange(words, span) && quoteOf(words, span) === span.quote ? null : 'notVerbatim';
}

/** Within ten minutes of setting it; the last instant counts. */
export function mayUndo(setAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, setAt.add({ minutes: UNDO_MINUTES })) <= 0;
}
