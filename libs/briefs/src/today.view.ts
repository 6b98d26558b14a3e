import type { RosterKind } from '@app/clinics/settings/settings.types.js';
import type { PromptStatus } from '@app/prompts/prompt-schedule.types.js';
import type { MailingStatus } from '@app/prompts/mailing.types.js';
import { FlagView, ToCallView } from '@app/safety/flag.view.js';
import { KetamineSessionView } from '@app/sessions/ketamine-session.view.js';
import { CheckInChartView } from './brief.view.js';
import { PatternNoteView } from './pattern-note.view.js';

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
  /** Worth asking about; empty for who does not read this client's words. */
  notes!: PatternNoteView[];
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
  /** It asks about safety, and nobody stands on one of the rosters: it goes when somebody does. */
  waitsForRosters!: boolean;
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

/** Somebody waits for a call. Not why: whoever keeps the calendar need not know. */
export class CallBackView {
  flagId!: string;
  client!: ToCallView;
  raisedAt!: string;
  acknowledgedAt!: string | null;
  callBy!: string | null;
}

/** "Silence can mean a full week, or a hard one. Worth asking." */
export class GoneQuietView {
  client!: NamedClientView;
  /** Since the first of the prompts that closed unanswered. */
  since!: string;
  why!: PatternNoteView[];
}

/** Nobody stands there, and safety checks wait for it. */
export class EmptyRostersView {
  kinds!: RosterKind[];
  /** Safety checks of the next 7 days, of clients whom this person sees. At least 1. */
  waiting!: number;
}

/** What needs this person today. */
export class TodayView {
  now!: string;
  timeZone!: string;
  /** Calendar date on the location's clock. */
  date!: string;
  /** Open ones that this person sees, oldest first. */
  flags!: FlagView[];
  /** Null: somebody stands on both, or nothing waits for them. */
  emptyRosters!: EmptyRostersView | null;
  /** For the calendar's keepers: of flags that they do not see. */
  callBacks!: CallBackView[];
  /** The first promise first. */
  toRead!: ToReadView[];
  nextCall!: NextCallView | null;
  calls!: TodayCallView[];
  didItHappen!: DidItHappenView[];
  goingOut!: GoingOutView[];
  /** The longest silence first. */
  goneQuiet!: GoneQuietView[];
  noNextCall!: NoNextCallView[];
  deliveryTasks!: DeliveryTaskView[];
}
