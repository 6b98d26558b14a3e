import type { CheckInName, ChipCode } from '@app/plans/prompt-template.types.js';
import type { SafetySign } from '@app/plans/safety-signs.js';
import type { CheckInStep, LoggedShift } from '@app/reflections/answer.types.js';
import type { KetamineRoute } from '@app/sessions/session.types.js';
import type { Fit, Scale, Stage } from '@app/threads/thread.types.js';

/** A moment of a story: whole days from today on the clinic's clock, and `HH:MM` there. */
export interface Moment {
  day: number;
  at: string;
  /** On the Monday after, where that day is of a weekend. */
  onWorkday?: true;
}

/** What an invented client sends back to a prompt. A prompt without one is met with silence. */
export interface Reply {
  /** Code of the prompt template. */
  to: string;
  /** Where it is asked more than once: the one that goes out within three days of this day. */
  on?: number;
  /** After the prompt came, or so many before now. */
  afterMinutes: number | { beforeNow: number };
  words?: string;
  checkIns?: Partial<Record<CheckInName, CheckInStep>>;
  chips?: ChipCode[];
  /** Ids of the chosen options, by the id of the question. */
  choices?: Record<string, string[]>;
  ratings?: Record<string, number>;
  /** The scored items of a measure in their order, and how hard it makes life. */
  measure?: { items: number[]; difficulty?: number };
  /** Where a safety check is asked; "none of these" when absent. */
  safetySigns?: SafetySign[];
  /** Where threads are reviewed: what they say of each, by its name. */
  reviews?: Record<string, { fit: Fit; rating: number }>;
  /** Kept as a thread, by this name; null: without one. */
  keptAs?: string | null;
}

/** What a client does of their own accord, through pages they have a link to. Lines are verbatim parts of their words. */
export type ClientDeed =
  | { does: 'stars' | 'lets-show-back' | 'asks-not-to-raise'; line: string }
  | ({ does: 'logs-shift' } & LoggedShift)
  | { does: 'leaves'; words: string }
  | { does: 'asks-for-call' }
  | { does: 'takes-booklet' };

/** What their therapist does. Quotes are verbatim parts of the client's words; a thread goes by its name. */
export type StaffDeed =
  | { does: 'agrees-sign'; words: string }
  | { does: 'keeps-thread'; name: string | null; from: string; scale?: Scale }
  | { does: 'sets-stage'; thread: string; stage: Stage; rests: string[] }
  | { does: 'shares-thread'; thread: string }
  | { does: 'checks-thread'; thread: string; fit: Fit; words: string; rating?: number }
  | { does: 'highlights'; quotes: string[]; tags?: ChipCode[] }
  | { does: 'notes'; about: string; text: string }
  | { does: 'brings'; items: { text: string; done?: true }[] }
  | { does: 'answers-flag'; callWithinMinutes: number }
  | { does: 'closes-flag'; disposition: string };

/** One invented course of care. Everything else follows from the product's own rules. */
export interface Story {
  name: string;
  pronouns?: string;
  email: string;
  phone: string;
  timeZone: string;
  /** A starter with measures and safety checks: `steady` 3, `series` 2. */
  plan: { template: 'steady' | 'series'; number: number };
  /** Whom else to call, and about what they may be called. */
  emergencyContact?: { name: string; relation: string; phone: string; about: string };
  addedOn: Moment;
  sessions: (Moment & { route: KetamineRoute; outcome: 'completed' | 'planned' })[];
  /** One more was planned for so many minutes before now, and nobody has said whether it took place. */
  undecidedMinutesAgo?: number;
  calls: (Moment & { closingNote?: string; readBefore?: boolean })[];
  /** Minutes from now at which one more call begins; on the same day, however late it is. */
  callInMinutes?: number;
  /** Nobody reads between the calls, whatever the page promised. */
  leftUnread?: boolean;
  replies: Reply[];
  clientDeeds?: (Moment & ClientDeed)[];
  staffDeeds?: (Moment & StaffDeed)[];
  /** Staff send the next prompt now, so that the first e-mail is there at once. */
  sendNextNow?: boolean;
}
