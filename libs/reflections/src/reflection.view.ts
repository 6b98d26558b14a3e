import { Temporal } from 'temporal-polyfill';
import { shortDayWords, timeWords } from '@app/design/words/when.js';
import { chipWords } from './chip-words.js';
import type { ReflectionBody } from './reflection-body.js';
import { sessionDayNumber } from './session-day.rules.js';

/** Taps of one reflection, 1 to 5; null where none was made. */
export class CheckInsView {
  ease!: number | null;
  energy!: number | null;
  sleep!: number | null;
  crowded!: number | null;
}

export class ChipView {
  code!: string;
  label!: string;
}

export class ReadingView {
  readAt!: string;
  byName!: string;
  byMe!: boolean;
}

/** What a client sent, verbatim, for who may read it. */
export class ReflectionView {
  id!: string;
  /** Counts what the client wrote: 1 as sent, more once they changed it. */
  version!: number;
  clientId!: string;
  promptId!: string | null;
  title!: string | null;
  question!: string | null;
  sentAt!: string;
  /** e.g. "Mon 2 Nov, 8:30 am", on the client's clock. */
  localText!: string;
  /** Whole days after the latest completed ketamine session before it; null when there was none. */
  dayNumber!: number | null;
  words!: string;
  nothingCameUp!: boolean;
  checkIns!: CheckInsView;
  chips!: ChipView[];
  reading!: ReadingView | null;
}

export class ReflectionListView {
  items!: ReflectionView[];
  /** `after` of the next slice; null at the end. */
  next!: string | null;
}

/** Everything a view is made of. */
export interface OpenReflection {
  id: string;
  version: number;
  clientId: string;
  promptId: string | null;
  sentAt: Temporal.Instant;
  body: ReflectionBody;
  reading: { readAt: Temporal.Instant; byName: string; byMe: boolean } | null;
}

/** What of the client's course a view words its times with. */
export interface ReflectionPlace {
  timeZone: string;
  /** Instants of completed ketamine sessions. */
  sessionsHeldAt: readonly Temporal.Instant[];
  /** BCP 47, of the staff member who reads. */
  locale: string;
}

export function reflectionView(
  open: OpenReflection,
  { timeZone, sessionsHeldAt, locale }: ReflectionPlace,
): ReflectionView {
  const { body, reading } = open;
  const place = { timeZone, locale };
  return {
    id: open.id,
    version: open.version,
    clientId: open.clientId,
    promptId: open.promptId,
    title: body.question.title,
    question: body.question.question,
    sentAt: open.sentAt.toString(),
    localText: `${shortDayWords(open.sentAt, place)}, ${timeWords(open.sentAt, place)}`,
    dayNumber: sessionDayNumber(sessionsHeldAt, timeZone, open.sentAt),
    words: body.words,
    nothingCameUp: body.nothing,
    checkIns: {
      ease: body.checkIns.ease ?? null,
      energy: body.checkIns.energy ?? null,
      sleep: body.checkIns.sleep ?? null,
      crowded: body.checkIns.crowded ?? null,
    },
    chips: body.chips.map((code) => ({ code, label: chipWords(code, locale) })),
    reading: reading && { readAt: reading.readAt.toString(), byName: reading.byName, byMe: reading.byMe },
  };
}
