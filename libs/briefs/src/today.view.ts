import type { PromptStatus } from '@app/prompts/prompt-schedule.types.js';
import type { MailingStatus } from '@app/prompts/mailing.types.js';
import { CallRequestView } from '@app/safety/call-request.view.js';
import { KetamineSessionView } from '@app/sessions/ketamine-session.view.js';
import { CheckInChartView } from './brief.view.js';

/** A client by name. */
export class NamedClientView {
  id!: string;
  name!: string;
}

export class CallClientView extends NamedClientView {
  pronouns!: string | null;
  timeZone!: string;
}

export class CallSessionView {
  dayNumber!: number;
  numberInSeries!: number;
  plannedInSeries!: number;
}

/** The beginning of something the client wrote, verbatim. */
export class ExcerptView {
  reflectionId!: string;
  text!: string;
  sentAt!: string;
  title!: string | null;
}

export class EaseDayView {
  on!: string;
  ease!: number | null;
}

export class TodayCallView {
  appointmentId!: string;
  client!: CallClientView;
  startsAt!: string;
  minutes!: number;
  practitionerName!: string;
  mine!: boolean;
  session!: CallSessionView | null;
  newReflections!: number;
  readReflections!: number;
  lastCallAt!: string | null;
  excerpt!: ExcerptView | null;
  easeLast7Days!: EaseDayView[];
  resting!: boolean;
  callRequested!: boolean;
}

export class NextCallView extends TodayCallView {
  checkIns!: CheckInChartView;
  readingMinutes!: number;
}

export class DidItHappenView {
  session!: KetamineSessionView;
  client!: NamedClientView;
}

export class GoingOutView {
  promptId!: string;
  version!: number;
  client!: NamedClientView;
  title!: string;
  sendAt!: string;
  /** The same on the client's clock, in words. */
  clientLocalText!: string;
  held!: boolean;
}

export class NoNextCallView {
  client!: NamedClientView;
  lastContactAt!: string | null;
  newReflections!: number;
}

/** What went wrong with an e-mail, as far as anybody knows. */
export type DeliveryTrouble =
  | Extract<MailingStatus, 'unknown' | 'failed'>
  | Extract<PromptStatus, 'missed'>
  | 'bounced'
  | 'soft-bounced'
  | 'complained';

export class DeliveryTaskView {
  /** What a mail server said; settling it takes the task away. Null for the other kinds. */
  eventId!: string | null;
  /** Null, as the title, for a mail that belongs to no prompt. */
  promptId!: string | null;
  client!: NamedClientView;
  title!: string | null;
  status!: DeliveryTrouble;
  at!: string;
}

/** What a client sent waits to be read: its promise nears, or was broken. */
export class ToReadView {
  clientId!: string;
  clientName!: string;
  reflectionCount!: number;
  oldestSentAt!: string;
  /** The first of the promises. */
  promisedBy!: string;
  /** The same in words on the reader's clock, e.g. "tomorrow, 5:00 pm". */
  promisedText!: string;
  state!: 'nearing' | 'broken';
  /** For a colleague who is away. */
  asCover!: boolean;
}

/** What needs this person today. */
export class TodayView {
  now!: string;
  timeZone!: string;
  /** Calendar date on the location's clock. */
  date!: string;
  callRequests!: CallRequestView[];
  /** The first promise first. */
  toRead!: ToReadView[];
  nextCall!: NextCallView | null;
  calls!: TodayCallView[];
  didItHappen!: DidItHappenView[];
  goingOut!: GoingOutView[];
  noNextCall!: NoNextCallView[];
  deliveryTasks!: DeliveryTaskView[];
}
