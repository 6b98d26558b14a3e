import { Temporal } from 'temporal-polyfill';
import { instantText } from '@app/platform/database/instant.js';
import { answeredTaps } from './answered-taps.js';
import { localText } from './local-text.js';
import { ProcessNoteView } from './process-note.view.js';
import type { Wait } from './reading-contract.rules.js';
import type { ReflectionBody } from './reflection-body.js';
import { chipViews, NO_PARTS, partsView, type ReflectionParts } from './reflection-parts.js';
import {
  ChipView,
  LoggedShiftView,
  MarksView,
  OthersMarksView,
  ReflectionMeasureView,
  ReflectionThreadView,
  WishesView,
  WithdrawnView,
} from './reflection-parts.view.js';
import { sessionDayNumber } from './session-day.rules.js';

/** Taps of one reflection, 1 to 5; null where none was made. */
export class CheckInsView {
  ease!: number | null;
  energy!: number | null;
  sleep!: number | null;
  crowded!: number | null;
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
  /** Of the person who asks, apart from what the client chose. */
  marks!: MarksView;
  others!: OthersMarksView[];
  /** Of the person who asks, and nobody else's. */
  notes!: ProcessNoteView[];
  measure!: ReflectionMeasureView | null;
  shift!: LoggedShiftView | null;
  /** In the words the client saw. */
  safetySigns!: string[];
  threads!: ReflectionThreadView[];
  wishes!: WishesView;
  /** Taken back by the client: then everything about its content is empty. */
  withdrawn!: WithdrawnView | null;
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
  /** Absent, as null: it was not taken back. */
  withdrawnAt?: Temporal.Instant | null;
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

/** Without `parts` nothing stands beside the words. */
export function reflectionView(
  open: OpenReflection,
  { timeZone, sessionsHeldAt, locale }: ReflectionPlace,
  parts: ReflectionParts = NO_PARTS,
): ReflectionView {
  const { reading, withdrawnAt } = open;
  const body = withdrawnAt ? nothingOf(open.body) : open.body;
  const place = { timeZone, locale };
  const taps = answeredTaps(body);
  const askedBy = open.wait === 'next-working-day' && !withdrawnAt ? open.promisedBy : null;
  return {
    id: open.id,
    version: open.version,
    clientId: open.clientId,
    promptId: open.promptId,
    title: body.question.title,
    question: body.question.question,
    sentAt: instantText(open.sentAt),
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
    chips: chipViews(body.chips, locale),
    choices: taps.flatMap((tap) =>
      tap.kind === 'choice' ? [{ question: tap.question, chosen: tap.chosen }] : [],
    ),
    ratings: taps.flatMap(({ question, ...tap }) =>
      tap.kind === 'rating' ? [{ question, low: tap.low, high: tap.high, value: tap.value }] : [],
    ),
    askedReadBy: askedBy && { at: instantText(askedBy), localText: localText(askedBy, place) },
    reading: reading && { readAt: instantText(reading.readAt), byName: reading.byName, byMe: reading.byMe },
    // A note is its author's own words, of which no quote is a part: it outlives what it was written about.
    ...partsView(withdrawnAt ? { ...NO_PARTS, notes: parts.notes } : parts, body, locale),
    withdrawn: withdrawnAt ? { at: instantText(withdrawnAt) } : null,
  };
}

/** What is left of something that was taken back: its title, which staff always saw. */
function nothingOf({ question: { title } }: ReflectionBody): ReflectionBody {
  const question = { title, question: null, hint: '', checkIns: [], chips: [] };
  return { question, words: '', checkIns: {}, chips: [], nothing: false, browser: '' };
}
