import { CallRequestView } from '@app/safety/call-request.view.js';
import { CheckInsView, ReflectionView } from '@app/reflections/reflection.view.js';
import { AppointmentView } from '@app/sessions/appointment.view.js';
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

/** The page a practitioner reads before an appointment. Every fact leads to its reflection. */
export class BriefView {
  appointment!: AppointmentView;
  client!: BriefClientView;
  session!: SessionPlaceView | null;
  callsToday!: PlaceInDayView | null;
  lastCall!: LastCallView | null;
  callRequests!: CallRequestView[];
  /** Since the last call, oldest first, verbatim. */
  reflections!: ReflectionView[];
  readingSeconds!: number;
  checkIns!: CheckInChartView;
  challenges!: ChallengeView[];
  unanswered!: UnansweredView[];
  /** When nothing came since the last call: the instant of that call. */
  nothingNewSince!: string | null;
  printedBy!: PrintedByView;
}
