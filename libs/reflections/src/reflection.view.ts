import { Temporal } from 'temporal-polyfill';
import { shortDayWords, timeWords } from '@app/design/words/when.js';
import { answeredTaps } from './answered-taps.js';
import { chipWords } from './chip-words.js';
import type { Wait } from './reading-contract.rules.js';
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

/** A question with given answers, and what was chosen, in the words the client saw. */
export class ChosenView {
  question!: string;
  chosen!: string[];
}

/** A step from 0 to 10 between two ends in the client's own words. Compared with nobody else's. */
export class RatedView {
  question!: string;
  low!: string;
  high!: string;
  value!: number;
}

/** The client asked not to wait. */
export class AskedReadByView {
  at!: string;
  /** e.g. "Tue 3 Nov, 6:00 pm", on the client's clock. */
  localText!: string;
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
  choices!: ChosenView[];
  ratings!: RatedView[];
  /** Null where it can wait, or nothing could be promised. */
  askedReadBy!: AskedReadByView | null;
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
  wait: Wait;
  promisedBy: Temporal.Instant | null;
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
  const taps = answeredTaps(body);
  const askedBy = open.wait === 'next-working-day' ? open.promisedBy : null;
  return {
    id: open.id,
    version: open.version,
    clientId: open.clientId,
    promptId: open.promptId,
    title: body.question.title,
    question: body.question.question,
    sentAt: open.sentAt.toString(),
    localText: localText(open.sentAt, place),
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
    choices: taps.flatMap((tap) =>
      tap.kind === 'choice' ? [{ question: tap.question, chosen: tap.chosen }] : [],
    ),
    ratings: taps.flatMap(({ question, ...tap }) =>
      tap.kind === 'rating' ? [{ question, low: tap.low, high: tap.high, value: tap.value }] : [],
    ),
    askedReadBy: askedBy && { at: askedBy.toString(), localText: localText(askedBy, place) },
    reading: reading && { readAt: reading.readAt.toString(), byName: reading.byName, byMe: reading.byMe },
  };
}

function localText(at: Temporal.Instant, place: { timeZone: string; locale: string }): string {
  return `${shortDayWords(at, place)}, ${timeWords(at, place)}`;
}
