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

export class DeliveryTaskView {
  promptId!: string;
  client!: NamedClientView;
  title!: string;
  status!: Extract<MailingStatus, 'unknown' | 'failed'> | Extract<PromptStatus, 'missed'>;
  at!: string;
}

/** What needs this person today. */
export class TodayView {
  now!: string;
  timeZone!: string;
  /** Calendar date on the location's clock. */
  date!: string;
  callRequests!: CallRequestView[];
  nextCall!: NextCallView | null;
  calls!: TodayCallView[];
  didItHappen!: DidItHappenView[];
  goingOut!: GoingOutView[];
  noNextCall!: NoNextCallView[];
  deliveryTasks!: DeliveryTaskView[];
}
