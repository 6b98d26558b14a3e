import { CheckInsView, ReflectionView } from '@app/reflections/reflection.view.js';
import { FlagView } from '@app/safety/flag.view.js';
import { AppointmentView } from '@app/sessions/appointment.view.js';
import { BringListView } from '@app/sessions/bring-list.view.js';
import { ThreadView } from '@app/threads/thread.view.js';
import { MeasureCourseView } from './measure-course.view.js';
import { PatternNoteView } from './pattern-note.view.js';
import type { ClientStatus } from '@app/clients/client.types.js';
import type { PromptStatus } from '@app/prompts/prompt-schedule.types.js';

export class BriefClientView {
  id!: string;
  name!: string;
  pronouns!: string | null;
  timeZone!: string;
  status!: ClientStatus;
}

export class SessionPlaceView {
  /** Whole days since the latest completed session, on the client's clock. */
  dayNumber!: number;
  numberInSeries!: number;
  plannedInSeries!: number;
  heldAt!: string;
}

export class LastCallView {
  startsAt!: string;
  closingNote!: string | null;
}

export class PlaceInDayView {
  position!: number;
  of!: number;
}

/** A calendar date on the client's clock. */
export class SessionMarkView {
  on!: string;
}

export class CheckInPointView extends CheckInsView {
  on!: string;
  reflectionId!: string;
}

/** Check-ins around the sessions; days without one are absent, and stay gaps. */
export class CheckInChartView {
  sessions!: SessionMarkView[];
  from!: string;
  to!: string;
  points!: CheckInPointView[];
}

export class ChallengeView {
  code!: string;
  label!: string;
  /** Days after the session on which the client chose it. */
  days!: number[];
  reflectionIds!: string[];
}

/** An everyday shift, as often as the client told of it. */
export class ShiftCountView {
  code!: string;
  label!: string;
  count!: number;
  reflectionIds!: string[];
}

/** A line the client starred for the next call, verbatim. */
export class StarredLineView {
  reflectionId!: string;
  quote!: string;
  sentAt!: string;
}

/** What the client asked to talk about, verbatim. */
export class TalkWishView {
  reflectionId!: string;
  quote!: string;
}

/** "Please don't raise this." */
export class DontRaiseView {
  reflectionId!: string;
  title!: string | null;
  sentAt!: string;
}

/** Which reflections stand on one printed page. */
export class BriefPageView {
  reflectionIds!: string[];
  words!: number;
}

export class UnansweredView {
  promptId!: string;
  title!: string;
  status!: PromptStatus;
  /** Why nothing came back, as far as anybody knows. */
  why!: string;
  sendAt!: string;
}

export class PrintedByView {
  clinicName!: string;
  staffName!: string;
  at!: string;
}

/** The page a practitioner reads before an appointment, in the order it is read. Every fact leads to its reflection. */
export class BriefView {
  appointment!: AppointmentView;
  client!: BriefClientView;
  /** False in the `body` seat: flags and measures are all there is. */
  seesWords!: boolean;
  session!: SessionPlaceView | null;
  callsToday!: PlaceInDayView | null;
  /** Open ones, oldest first. */
  flags!: FlagView[];
  /** Since the last call. */
  starred!: StarredLineView[];
  wantsToTalkAbout!: TalkWishView[];
  /** Whenever it was said: it stands until the client takes it back. */
  dontRaise!: DontRaiseView[];
  lastCall!: LastCallView | null;
  /** Since the last call, oldest first, verbatim. */
  reflections!: ReflectionView[];
  readingSeconds!: number;
  /** When nothing came since the last call: the instant of that call. */
  nothingNewSince!: string | null;
  /** Threads in which something happened since the last call. */
  threadsMoved!: ThreadView[];
  shifts!: ShiftCountView[];
  challenges!: ChallengeView[];
  checkIns!: CheckInChartView;
  measures!: MeasureCourseView[];
  worthAsking!: PatternNoteView[];
  unanswered!: UnansweredView[];
  bring!: BringListView;
  /** Nothing is booked after this one. */
  noNextCall!: boolean;
  /** How it is printed. */
  pages!: BriefPageView[];
  printedBy!: PrintedByView;
}

/** All of today's. */
export class BriefListView {
  items!: BriefView[];
  /** Always null: a day has an end. */
  next!: string | null;
}
